using AsyncBot.Core.Time.Recurrences;

namespace AsyncBot.Core.Time.When;

/// <summary>A recurrence that was named, with what the speaker should be told about how it was read.</summary>
/// <param name="Recurrence">It begins with its first time after the reference.</param>
public sealed record Repeats(Recurrence Recurrence) : WhenReading
{
    /// <summary>No time of day was said.</summary>
    public bool IsTimeAssumed { get; init; }

    /// <summary>The phrase named a zone.</summary>
    public bool IsZoneNamed { get; init; }

    /// <summary>It is set for a day that short months lack; their last day is taken.</summary>
    public bool IsClamped { get; init; }
}
