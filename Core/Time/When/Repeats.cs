using AsyncBot.Core.Time.Recurrences;

namespace AsyncBot.Core.Time.When;

/// <summary>A recurrence that was named.</summary>
/// <param name="Recurrence">It begins with its first time after the reference.</param>
public sealed record Repeats(Recurrence Recurrence) : WhenReading;
