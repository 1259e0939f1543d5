using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>The final schedule of a rotation as a picture: a line for each person, and one for the gaps.</summary>
public static class ScheduleChart
{
    /// <summary>What begins or ends outside of the picture is said with its own times.</summary>
    private static readonly Duration Look = Duration.FromDays(35);

    /// <summary>More are too narrow to be seen, and too many to be stored.</summary>
    private const int MostBars = 1_000;

    /// <param name="from">Best midnight on the clock of whoever looks at it.</param>
    /// <param name="to">It ends earlier where there is more until then than anybody can see.</param>
    public static Timeline Of(Rotation rotation, Instant from, Instant to, Instant now)
    {
        var last = to;
        var lines = rotation.Schedule().Between(Instant.Max(from - Look, rotation.Begins), to + Look).SelectMany(Bars).GroupBy(bar => bar.Whose)
            .Select(same => (Person: same.Key, Bars: Joined(same).Where(bar => bar.From < to && bar.To > from).Select(Whole).ToList())).ToList();
        var all = lines.SelectMany(line => line.Bars).OrderBy(bar => bar.From).ToList();
        if (all.Count > MostBars)
            to = all[MostBars].From;
        var lanes = lines.Select(line => line with { Bars = line.Bars.FindAll(bar => bar.From < to) })
            .Where(line => line.Bars.Count > 0)
            .OrderBy(line => line.Person is null).ThenBy(line => line.Bars[0].From)
            .Select(line => new Lane(line.Person is { } person ? (Rich)$"{person}" : $"Nobody", line.Bars));
        return new Timeline($"On call: {rotation.Name}", from, to, now, [.. lanes]);

        // Where the end of one is too far away to be found, nothing beyond the picture is said of it.
        Bar Whole(Bar bar) => bar with { From = bar.From == from - Look ? from : bar.From, To = bar.To == last + Look ? last : bar.To };
    }

    /// <summary>Posts the picture, of whole days from today on the caller's clock.</summary>
    /// <param name="days">Null for as many as the schedule usually shows.</param>
    public static void Post(Turn turn, ConversationId to, MessageId? thread, Rotation rotation, int? days, Card card)
    {
        var zone = turn.Caller.Zone;
        var today = turn.Now.InZone(zone).Date;
        var last = today.PlusDays(Math.Clamp(days ?? ShowSchedule.UsualDays(rotation), 1, ScheduleDays.Most));
        var chart = Of(rotation, zone.AtStartOfDay(today).ToInstant(), zone.AtStartOfDay(last).ToInstant(), turn.Now);
        turn.Picture(to, $"{rotation.Key}-schedule", chart, card, thread);
    }

    private static IEnumerable<Bar> Bars(Stretch stretch) => stretch.IsGap
        ? [new Bar(stretch.Start, stretch.End, Kind: BarKind.Gap)]
        : stretch.Seats.Select(seat => new Bar(
            stretch.Start, stretch.End, seat.Person, Kind: seat.Why.Kind == ReasonKind.Layer ? BarKind.Usual : BarKind.Changed));

    /// <summary>One bar for what goes on without a break, whoever else comes or goes meanwhile.</summary>
    private static List<Bar> Joined(IEnumerable<Bar> bars)
    {
        var joined = new List<Bar>();
        foreach (var bar in bars)
        {
            if (joined.Count > 0 && joined[^1].To == bar.From && joined[^1].Kind == bar.Kind)
                joined[^1] = joined[^1] with { To = bar.To };
            else
                joined.Add(bar);
        }

        return joined;
    }
}
