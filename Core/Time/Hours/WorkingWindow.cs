namespace AsyncBot.Core.Time.Hours;

/// <summary>One stretch of work that somebody has every week, such as Mondays from 9 to 17.</summary>
/// <param name="From">A whole minute.</param>
/// <param name="To">Where work ends. At or before <paramref name="From"/> it is on the next day, so midnight is the end of the day.</param>
public readonly record struct WorkingWindow(IsoDayOfWeek Day, LocalTime From, LocalTime To)
{
    internal bool IsOvernight => To <= From;

    internal bool IsValid => Day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday && IsMinute(From) && IsMinute(To);

    private static bool IsMinute(LocalTime time) => time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0;
}
