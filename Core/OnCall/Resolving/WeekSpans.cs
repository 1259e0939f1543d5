using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>The stretches that weekly hours make, joined where they touch.</summary>
public sealed class WeekSpans(IReadOnlyList<ZonedWeek> weeks)
{
    /// <summary>Whoever works every day of the week but one has a stretch of six days.</summary>
    private static readonly Duration Longest = Duration.FromDays(9);

    private readonly (WallClock Clock, WorkingWeek Week)[] _weeks = [.. weeks.Select(week => (new WallClock(week.Zone), week.Week))];

    public bool IsAlways { get; } = weeks.Count == 0;

    public bool Contains(Instant at)
    {
        foreach (var (clock, week) in _weeks)
        {
            var local = clock.At(at, out var isPlain);
            if (isPlain ? IsIn(week, local) : IsNearChange(week, clock, local, at))
                return true;
        }

        return _weeks.Length == 0;
    }

    /// <summary>The stretch that holds an instant, or else the next one.</summary>
    public Interval? CurrentOrNext(Instant at) => From(at - Longest, at + WorkingHours.Ahead).Where(span => span.End > at).Select(span => (Interval?)span).FirstOrDefault();

    /// <summary>Those that touch a span of time, in order and apart from each other. Those that never end are cut somewhere outside of it.</summary>
    public IReadOnlyList<Interval> Between(Instant from, Instant to) => [.. From(from - Longest, to).Where(span => span.End > from && span.Start < to)];

    private IEnumerable<Interval> From(Instant from, Instant to)
    {
        Interval? open = null;
        foreach (var span in Single(from, to))
        {
            if (open is { } last && span.Start <= last.End)
            {
                open = new Interval(last.Start, Instant.Max(last.End, span.End));
                continue;
            }

            if (open is { } done)
                yield return done;
            open = span;
        }

        if (open is { } end)
            yield return end;
    }

    private IEnumerable<Interval> Single(Instant from, Instant to)
    {
        var spans = _weeks.Select(each => WorkIntervals.From(new WorkingHours(each.Week, each.Clock.Zone.Id), from, to));
        return _weeks.Length == 1 ? spans.Single() : spans.SelectMany(each => each).OrderBy(span => span.Start);
    }

    private static bool IsIn(WorkingWeek week, long local)
    {
        var (day, time) = DayLine.Floor(local, NodaConstants.TicksPerDay);
        var weekday = (int)DayLine.Floor(day + 3, 7).Left + 1;
        var yesterday = weekday == 1 ? 7 : weekday - 1;
        for (var i = 0; i < week.Windows.Count; i++)
        {
            var window = week.Windows[i];
            var isOvernight = window.To <= window.From;
            if ((int)window.Day == weekday && time >= window.From.TickOfDay && (isOvernight || time < window.To.TickOfDay))
                return true;
            if (isOvernight && (int)window.Day == yesterday && time < window.To.TickOfDay)
                return true;
        }

        return false;
    }

    private static bool IsNearChange(WorkingWeek week, WallClock clock, long local, Instant at)
    {
        var today = WallClock.Local(local).Date;
        for (var date = today.PlusDays(-2); date <= today.PlusDays(1); date = date.PlusDays(1))
        {
            foreach (var window in WorkIntervals.Of(week, clock.Zone, date))
            {
                if (window.Contains(at))
                    return true;
            }
        }

        return false;
    }
}
