using System.Globalization;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.Online;

/// <summary>How days and hours that several people share are written.</summary>
internal static class OverlapText
{
    /// <summary>For example <c>Sun 8 Mar</c>.</summary>
    public static string Of(LocalDate day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    /// <summary>For example <c>Mon 9 to Wed 11 and Fri 13 Mar</c>.</summary>
    public static string Of(IReadOnlyList<LocalDate> days)
    {
        var runs = new List<(LocalDate First, LocalDate Last)>();
        foreach (var day in days)
        {
            if (runs.Count > 0 && runs[^1].Last.PlusDays(1) == day)
                runs[^1] = (runs[^1].First, day);
            else
                runs.Add((day, day));
        }

        return And([.. runs.SelectMany(run => Of(run.First, run.Last, days[^1]))]);
    }

    /// <summary>For example <c>13:00 to 17:00</c>; says where an end is on another date than <paramref name="day"/>.</summary>
    public static string Hours(Interval when, DateTimeZone zone, LocalDate day)
    {
        var (start, end) = (when.Start.InZone(zone).LocalDateTime, when.End.InZone(zone).LocalDateTime);
        var isMidnight = end.TimeOfDay == LocalTime.Midnight && end.Date > start.Date;
        var (from, to) = (DaysAfter(day, start.Date), DaysAfter(day, isMidnight ? end.Date.PlusDays(-1) : end.Date));
        var hours = $"{Clock.Say(start.TimeOfDay)} to {(isMidnight ? "24:00" : Clock.Say(end.TimeOfDay))}";
        return (from, to) switch
        {
            (0, 0) => hours,
            (0, > 0) => $"{hours} the next day",
            (> 0, > 0) => $"{hours} a day later",
            (< 0, < 0) => $"{hours} a day earlier",
            _ => $"{hours}, from the day before",
        };
    }

    /// <summary>For example <c>08:00 a day later</c>.</summary>
    public static string Start(Instant at, DateTimeZone zone, LocalDate day)
    {
        var start = at.InZone(zone).LocalDateTime;
        return Clock.Say(start.TimeOfDay) + DaysAfter(day, start.Date) switch
        {
            0 => "",
            > 0 => " a day later",
            _ => " a day earlier",
        };
    }

    public static string And(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";

    private static int DaysAfter(LocalDate day, LocalDate other) => Period.DaysBetween(day, other);

    // The month stands where it ends, and at the end.
    private static IEnumerable<string> Of(LocalDate first, LocalDate last, LocalDate end) => Period.DaysBetween(first, last) switch
    {
        0 => [In(first, end)],
        1 => [In(first, last == end ? end : last), In(last, end)],
        _ => [$"{In(first, last)} to {In(last, end)}"],
    };

    private static string In(LocalDate day, LocalDate next) =>
        day == next || day.Month != next.Month || day.Year != next.Year ? Of(day) : day.ToString("ddd d", CultureInfo.InvariantCulture);
}
