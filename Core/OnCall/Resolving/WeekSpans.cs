using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>The stretches that weekly hours make, joined where they touch.</summary>
public sealed class WeekSpans(IReadOnlyList<ZonedWeek> weeks)
{
    private const long Day = NodaConstants.TicksPerDay;

    /// <summary>Whoever works every day of the week but one has a stretch of six days.</summary>
    private static readonly Duration Longest = Duration.FromDays(9);

    private readonly (WallClock Clock, WorkingWeek Week)[] _weeks = weeks.Count == 0 ? [] : [.. weeks.Select(week => (new WallClock(week.Zone), week.Week))];

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
    public Interval? CurrentOrNext(Instant at) =>
        From(at - Longest, at + WorkingHours.Ahead).Where(span => span.End > at).Select(span => (Interval?)span).FirstOrDefault();

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

    private IEnumerable<Interval> Single(Instant from, Instant to) => _weeks.Length == 1
        ? Of(_weeks[0].Clock, _weeks[0].Week, from, to)
        : _weeks.SelectMany(each => Of(each.Clock, each.Week, from, to)).OrderBy(span => span.Start);

    private static IEnumerable<Interval> Of(WallClock clock, WorkingWeek week, Instant from, Instant to)
    {
        if (week.Windows.Count == 0)
            yield break;
        for (var day = DayLine.Floor(clock.At(from, out _), Day).Whole - 1; clock.Start(day * Day) < to; day++)
        {
            foreach (var span in On(clock, week, day))
                yield return span;
        }
    }

    /// <summary>The windows that begin on a day.</summary>
    private static IEnumerable<Interval> On(WallClock clock, WorkingWeek week, long day)
    {
        var weekday = DayLine.Weekday(day) + 1;
        for (var i = 0; i < week.Windows.Count; i++)
        {
            var window = week.Windows[i];
            if ((int)window.Day != weekday)
                continue;
            var start = clock.Start(day * Day + window.From.TickOfDay);
            var end = clock.End((window.IsOvernight ? day + 1 : day) * Day + window.To.TickOfDay);
            if (start < end)
                yield return new Interval(start, end);
        }
    }

    private static bool IsIn(WorkingWeek week, long local)
    {
        var (day, time) = DayLine.Floor(local, Day);
        var (weekday, yesterday) = (DayLine.Weekday(day) + 1, DayLine.Weekday(day - 1) + 1);
        for (var i = 0; i < week.Windows.Count; i++)
        {
            var window = week.Windows[i];
            if ((int)window.Day == weekday && time >= window.From.TickOfDay && (window.IsOvernight || time < window.To.TickOfDay))
                return true;
            if (window.IsOvernight && (int)window.Day == yesterday && time < window.To.TickOfDay)
                return true;
        }

        return false;
    }

    private static bool IsNearChange(WorkingWeek week, WallClock clock, long local, Instant at)
    {
        var today = DayLine.Floor(local, Day).Whole;
        for (var day = today - 2; day <= today + 1; day++)
        {
            foreach (var span in On(clock, week, day))
            {
                if (span.Contains(at))
                    return true;
            }
        }

        return false;
    }
}
