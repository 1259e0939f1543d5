namespace AsyncBot.Core.Time.Recurrences;

/// <summary>"Mondays", "the first Monday" or "the last Friday", so that rituals keep their weekday.</summary>
/// <param name="Nth">0 for each of them; 1 for the first of the month or year, -1 for the last, -2 for the one before.</param>
public readonly record struct NthWeekday(IsoDayOfWeek Day, int Nth = 0)
{
    internal bool IsValid => Day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday && Nth is >= -53 and <= 53;

    /// <summary>Whether the day at <paramref name="index"/> (from 0) of a month or year of <paramref name="length"/> days is meant.</summary>
    internal bool IsOn(IsoDayOfWeek day, int index, int length) =>
        day == Day && (Nth == 0 || (Nth > 0 ? index / 7 + 1 == Nth : (length - 1 - index) / 7 + 1 == -Nth));
}
