namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>A wall clock on which only some days of the week exist, in ticks: the day after a Friday may be a Monday.</summary>
internal sealed class DayLine
{
    /// <summary>The Unix epoch was a Thursday.</summary>
    private const int Thursday = 3;
    private const long Day = NodaConstants.TicksPerDay;

    private static readonly DayLine Every = new([0, 1, 2, 3, 4, 5, 6]);

    private readonly int[] _before = new int[7];
    private readonly int[] _days;

    private DayLine(int[] days)
    {
        _days = days;
        foreach (var day in days)
        {
            for (var later = day + 1; later < 7; later++)
                _before[later]++;
        }
    }

    /// <param name="days">All where empty.</param>
    public static DayLine Of(IReadOnlyList<IsoDayOfWeek> days) => days.Count == 0 ? Every : new([.. days.Select(day => (int)day - 1).Distinct().Order()]);

    /// <summary>A time on a day that does not exist is the last moment before the next that does.</summary>
    public long Of(long local)
    {
        var (day, time) = Floor(local, Day);
        var (midnight, isDay) = Midnight(day);
        return isDay ? midnight + time : midnight - 1;
    }

    /// <summary>The same, but a day that does not exist stands for the next one that does, at the same time.</summary>
    public long OfAnchor(long local)
    {
        var (day, time) = Floor(local, Day);
        return Midnight(day).At + time;
    }

    /// <summary>The weekday of a day since 1 January 1970: 0 for a Monday.</summary>
    public static int Weekday(long day) => (int)Floor(day + Thursday, 7).Left;

    public long Local(long line)
    {
        var (index, time) = Floor(line, Day);
        var (week, nth) = Floor(index, _days.Length);
        return (week * 7 + _days[nth] - Thursday) * Day + time;
    }

    private (long At, bool IsDay) Midnight(long day)
    {
        var (week, weekday) = Floor(day + Thursday, 7);
        var before = _before[weekday];
        return ((week * _days.Length + before) * Day, before < _days.Length && _days[before] == weekday);
    }

    /// <summary>Rounded down, also below zero.</summary>
    public static (long Whole, long Left) Floor(long number, long of)
    {
        var (whole, rest) = Math.DivRem(number, of);
        return rest < 0 ? (whole - 1, rest + of) : (whole, rest);
    }
}
