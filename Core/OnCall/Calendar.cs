namespace AsyncBot.Core.OnCall;

/// <summary>What an app shows of a <see cref="Feed"/>: shifts as they finally are, overrides and covers included.</summary>
public sealed record Calendar(string Name, IReadOnlyList<CalendarEvent> Events);

/// <param name="Uid">The same for the same shift each time.</param>
/// <param name="Changed">When anything was last changed that it comes from.</param>
/// <param name="Description">Empty where there is nothing to add.</param>
public sealed record CalendarEvent(string Uid, Instant Start, Instant End, Instant Changed, string Summary, string Description);
