namespace AsyncBot.Core.Time.When;

/// <summary>A time of day as it was said; whether 4 is in the afternoon depends on the rest of the phrase.</summary>
/// <param name="IsLoose">Neither am nor pm nor a 24-hour clock.</param>
/// <param name="IsWritten">Hours and minutes in digits, such as 4:30.</param>
/// <param name="IsMidnight">The word, which is the end of today and the start of every other day.</param>
internal readonly record struct ClockTime(LocalTime Time, bool IsLoose, bool IsMidnight = false, bool IsWritten = false)
{
    /// <summary>Nobody can tell whether it is in the night or in the afternoon.</summary>
    public bool IsEither => IsLoose && !IsWritten && Time.Hour is >= 1 and <= 6;

    /// <summary>As a 24-hour clock shows it.</summary>
    public ClockTime On24Hours => IsWritten ? this with { IsLoose = false } : this;

    /// <summary>Null where the part of the day contradicts the hour, or makes it another day's.</summary>
    public LocalTime? In(DayPart? part)
    {
        var hour = Time.Hour;
        if (!IsLoose)
            return part is not { } said || IsIn(said, hour) || (IsMidnight && said >= DayPart.Evening) ? Time : null;
        hour = part switch
        {
            // Nobody means 4 at night.
            null => hour is >= 1 and <= 6 ? hour + 12 : hour,
            DayPart.Morning => hour == 12 ? 0 : hour,
            _ => hour is >= 1 and <= 11 ? hour + 12 : hour,
        };
        return part is not { } named || IsIn(named, hour) ? new LocalTime(hour, Time.Minute, Time.Second) : null;
    }

    private static bool IsIn(DayPart part, int hour) => part switch
    {
        DayPart.Morning => hour < 12,
        DayPart.Afternoon => hour is >= 12 and <= 18,
        DayPart.Evening => hour is >= 16 and <= 23,
        _ => hour is >= 18 and <= 23,
    };
}
