namespace AsyncBot.Core.Time.Recurrences;

/// <summary>One time that a rule comes round, and whether the clocks moved it, so that the reader can be told.</summary>
/// <param name="Planned">The wall time that the rule asks for, in the rule's zone.</param>
/// <param name="Shift">The length of the gap where the clocks skipped the planned time; zero on every other day.</param>
public readonly record struct Occurrence(Instant At, LocalDateTime Planned, Duration Shift)
{
    public bool IsShifted => Shift != Duration.Zero;
}
