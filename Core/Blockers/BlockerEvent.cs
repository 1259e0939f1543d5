using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Blockers;

/// <summary>One line of a blocker's history, which is also the record of what was told.</summary>
/// <param name="Detail">What was said with it; somebody's text.</param>
/// <param name="To">Whom it is about, or who was told.</param>
/// <param name="Until">Until when something is held.</param>
public sealed record BlockerEvent(Instant At, PersonId By, BlockerDeed What, string? Detail = null, PersonId? To = null, Instant? Until = null);

public enum BlockerDeed
{
    Raised,
    Flagged,
    Needed,
    Taken,
    Noted,
    Done,
    Explained,
    Reopened,
    NudgeAsked,
    Left,
    GivenBack,
    Told,
    Nudged,
    NudgedOnRequest,
    AskedAuthor,
    NamedInstead,
    Escalated,
    HeldByFocus,
    HeldByBudget,
    AuthorLeft,
    Forgotten,
    Edited,
}
