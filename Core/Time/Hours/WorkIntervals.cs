using AsyncBot.Core.Time.Recurrences;

namespace AsyncBot.Core.Time.Hours;

/// <summary>The one way in which weekly hours become instants; every answer about them is read off these.</summary>
internal static class WorkIntervals
{
    private static readonly Instant First = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(RuleDates.LastYear, 1, 1, 0, 0);

    /// <summary>
    /// Those that end after <paramref name="from"/> and begin before <paramref name="to"/>, in order, apart from each other, without absences.
    /// </summary>
    public static IEnumerable<Interval> From(WorkingHours hours, Instant from, Instant to)
    {
        if (hours.Week.Windows.Count == 0 || from >= to)
            yield break;
        from = Bounded(from);
        to = Instant.Min(to, Bounded(from + WorkingHours.Furthest));
        var absences = hours.Absences
            .Where(absence => absence.To > from && absence.From < to && absence.From < absence.To)
            .OrderBy(absence => absence.From)
            .ToArray();
        foreach (var joined in Joined(hours, from, to))
        {
            foreach (var work in Without(absences, joined))
            {
                if (work.End > from && work.Start < to)
                    yield return work;
            }
        }
    }

    /// <summary>The nearest instant whose date every zone can say.</summary>
    public static Instant Bounded(Instant at) => Instant.Max(First, Instant.Min(at, Last));

    /// <summary>The windows that begin on a local date, in order.</summary>
    public static IEnumerable<Interval> Of(WorkingWeek week, DateTimeZone zone, LocalDate date)
    {
        var day = date.DayOfWeek;
        foreach (var window in week.Windows)
        {
            if (window.Day != day)
                continue;
            var start = Edges.Start(zone, date + window.From);
            var end = Edges.End(zone, (window.IsOvernight ? date.PlusDays(1) : date) + window.To);
            if (start < end)
                yield return new Interval(start, end);
        }
    }

    private static IEnumerable<Interval> Joined(WorkingHours hours, Instant from, Instant to)
    {
        var zone = DateTimeZoneProviders.Tzdb[hours.Zone];
        Interval? open = null;

        // Yesterday's night may last until today, and clocks set back over midnight make today begin twice.
        for (var date = from.InZone(zone).Date.PlusDays(-2); ; date = date.PlusDays(1))
        {
            foreach (var window in IsHoliday(hours, date) ? [] : Of(hours.Week, zone, date))
            {
                if (open is { } last && window.Start <= last.End)
                {
                    open = new Interval(last.Start, Instant.Max(last.End, window.End));
                    continue;
                }

                if (open is { } done && done.End > from)
                    yield return done;
                open = window;
                if (window.Start >= to)
                    yield break;
            }

            if (Edges.Start(zone, date.AtMidnight()) < to)
                continue;
            if (open is { } end)
                yield return end;
            yield break;
        }
    }

    private static IEnumerable<Interval> Without(Absence[] absences, Interval work)
    {
        var start = work.Start;
        foreach (var absence in absences)
        {
            if (absence.From >= work.End)
                break;
            if (absence.From > start)
                yield return new Interval(start, absence.From);
            start = Instant.Max(start, absence.To);
            if (start >= work.End)
                yield break;
        }

        yield return new Interval(start, work.End);
    }

    private static bool IsHoliday(WorkingHours hours, LocalDate date)
    {
        foreach (var holiday in hours.Holidays)
        {
            if (holiday.Date == date)
                return true;
        }

        return false;
    }
}
