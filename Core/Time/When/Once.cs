namespace AsyncBot.Core.Time.When;

/// <summary>One instant that was named, with everything that the speaker should be told about how it was read.</summary>
/// <param name="Local">The wall time in <paramref name="ZoneId"/>, after any shift.</param>
/// <param name="ZoneId">The zone that the phrase named, otherwise the speaker's; <c>UTC+05:30</c> for an offset.</param>
public sealed record Once(Instant At, LocalDateTime Local, string ZoneId) : WhenReading
{
    /// <summary>Only a time was said.</summary>
    public bool IsDateAssumed { get; init; }

    /// <summary>Only a date was said.</summary>
    public bool IsTimeAssumed { get; init; }

    /// <summary>The phrase named a zone.</summary>
    public bool IsZoneNamed { get; init; }

    /// <summary>It said "by", so it is a deadline.</summary>
    public bool IsBy { get; init; }

    /// <summary>By how much the clocks moved a time that they skip that day; zero otherwise.</summary>
    public Duration Shift { get; init; }

    /// <summary>The clocks show this time twice that day; a named time means the first.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The month is too short for the day that was said; its last day is taken.</summary>
    public bool IsClamped { get; init; }

    /// <summary>Other instants that people mean by the same words, such as the nearer Friday for "next friday"; mostly none.</summary>
    public IReadOnlyList<Instant> Alternatives { get; init; } = [];

    public bool IsShifted => Shift != Duration.Zero;
}
