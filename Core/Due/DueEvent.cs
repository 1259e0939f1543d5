using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Due;

/// <summary>One line of an item's history, which is also the record of what was told.</summary>
/// <param name="Detail">What was said with it; somebody's text.</param>
/// <param name="Until">Until when, or for when.</param>
/// <param name="Earlier">By how much it came before the time that was asked for, because that lies outside somebody's working time.</param>
public sealed record DueEvent(
    Instant At, PersonId By, DueDeed What, string? Detail = null, Instant? Until = null, PersonId? To = null, Duration? Earlier = null);

public enum DueDeed
{
    Added,
    Edited,
    Moved,
    Snoozed,
    Skipped,
    Done,
    Cancelled,
    Declined,
    Reopened,
    Returned,
    Lapsed,
    ToldBefore,
    ToldDue,
    ToldAgain,
    ToldOverdue,
    ToldAsker,
    HeldByFocus,
    HeldByBudget,
}
