using System.Globalization;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.Messages;

/// <summary>A picture in words: all that it shows, with every name in full, for whoever can't see it.</summary>
public static class ChartText
{
    private const int Percent = 100;

    public static string Render(Chart chart, Reader reader) => string.Join('\n', Lines(chart, reader));

    private static IEnumerable<string> Lines(Chart chart, Reader reader) => chart switch
    {
        Timeline timeline => timeline.Lanes.Select(lane => OfLane(lane, timeline, reader)).Prepend($"{Title(chart, reader)}, {Days(timeline, reader.Zone)}"),
        Participation participation => participation.Weeks.Select(Of).Prepend(Title(chart, reader)).Append(Total(participation)),
        _ => throw new InvalidOperationException($"No words for {chart.GetType().Name}"),
    };

    /// <summary>For example <c>Mon 2 to Sun 15 Mar 2026</c>.</summary>
    public static string Days(LocalDate first, LocalDate last) =>
        first == last ? Clock.Say(last)
        : first.Year != last.Year ? $"{Clock.Say(first)} to {Clock.Say(last)}"
        : $"{first.ToString(first.Month == last.Month ? "ddd d" : "ddd d MMM", CultureInfo.InvariantCulture)} to {Clock.Say(last)}";

    /// <summary>The last day of which anything is shown.</summary>
    public static LocalDate LastDay(Timeline timeline, DateTimeZone zone) => (timeline.To - Duration.Epsilon).InZone(zone).Date;

    /// <summary>For example <c>Mon 2 Mar 09:00 to Mon 9 Mar 09:00</c>, without what is said already.</summary>
    public static string Span(Bar bar, DateTimeZone zone)
    {
        var (from, to) = (bar.From.InZone(zone).LocalDateTime, bar.To.InZone(zone).LocalDateTime);
        return from.Date == to.Date ? $"{Moment(from)} to {Clock.Say(to.TimeOfDay)}" : $"{Moment(from)} to {Moment(to)}";
    }

    /// <summary>For example <c>18 of 20 answered (90 %)</c>.</summary>
    public static string Count(int answered, int asked) => asked == 0 ? "nobody was asked" : $"{answered} of {asked} answered ({Share(answered, asked)})";

    /// <summary>In whole per cent; it is 100 only where everybody did, and 0 only where nobody did.</summary>
    public static string Share(int answered, int asked)
    {
        var share = (int)Math.Round(Percent * answered / (double)asked, MidpointRounding.AwayFromZero);
        if (answered > 0 && answered < asked)
            share = Math.Clamp(share, 1, Percent - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{share} %");
    }

    /// <summary>For example <c>In all: 140 of 160 answered (88 %)</c>.</summary>
    public static string Total(Participation participation) =>
        $"In all: {Count(participation.Weeks.Sum(week => week.Answered), participation.Weeks.Sum(week => week.Asked))}";

    private static string Days(Timeline timeline, DateTimeZone zone) =>
        $"{Days(timeline.From.InZone(zone).Date, LastDay(timeline, zone))}, times in {zone.Id}";

    private static string Title(Chart chart, Reader reader) => PlainText.Label(chart.Title, reader);

    private static string OfLane(Lane lane, Timeline timeline, Reader reader)
    {
        var shown = lane.Bars.Where(bar => bar.From < timeline.To && bar.To > timeline.From).Select(bar => Of(bar, reader)).ToList();
        return $"{PlainText.Label(lane.Name, reader)}: {(shown.Count == 0 ? "nothing in these days" : string.Join("; ", shown))}";
    }

    private static string Of(Bar bar, Reader reader)
    {
        var name = bar.Kind == BarKind.Gap ? "gap " : bar.Label is { } label ? PlainText.Label(label, reader) + " " : "";
        return $"{name}{Span(bar, reader.Zone)}{(bar.Kind == BarKind.Changed ? " (changed)" : "")}";
    }

    private static string Of(ParticipationWeek week) => $"Week of {Clock.Say(week.First)}: {Count(week.Answered, week.Asked)}";

    private static string Moment(LocalDateTime local) => $"{local.Date.ToString("ddd d MMM", CultureInfo.InvariantCulture)} {Clock.Say(local.TimeOfDay)}";
}
