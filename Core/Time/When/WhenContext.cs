namespace AsyncBot.Core.Time.When;

/// <summary>Who speaks, where and when: what "tomorrow at 9" needs to mean one instant.</summary>
/// <param name="Now">The reference; nothing before it is read as a time, unless it <see cref="LooksBack"/>.</param>
/// <param name="ZoneId">The speaker's zone, an IANA id. It is used where the phrase names none.</param>
/// <param name="Locale">Decides whether 4/3 is in March or in April, such as <c>en-GB</c>. Without one the speaker is asked.</param>
public sealed record WhenContext(Instant Now, string ZoneId, string? Locale = null)
{
    /// <summary>What lies further ahead is refused as a slip of the keyboard.</summary>
    public int HorizonYears { get; init; } = 5;

    /// <summary>How close together a recurrence may come.</summary>
    public Duration MinimumPeriod { get; init; } = Duration.FromHours(1);

    /// <summary>Hours and minutes in digits are those of a 24-hour clock, as schedules print them: 3:00 is in the night. A bare 3 is refused.</summary>
    public bool Is24Hour { get; init; }

    /// <summary>Times may be past where that is what was said: 2 hours ago, last friday, today at 9:00.</summary>
    public bool LooksBack { get; init; }

    /// <summary>What "end of day" means: the end of the speaker's working hours, where it is known.</summary>
    public LocalTime DayEnd { get; init; } = new(17, 0);

    /// <summary>The words that are understood.</summary>
    public Language Language { get; init; } = English.Words;

    internal DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];
}
