namespace AsyncBot.Core.Time.Hours;

/// <summary>A time in which somebody does not work although it is their hours, and why.</summary>
/// <param name="To">The first instant at which they are back.</param>
/// <param name="Reason">In a few words: "vacation". It is text of people, to be escaped like any other.</param>
public sealed record Absence(Instant From, Instant To, string Reason);
