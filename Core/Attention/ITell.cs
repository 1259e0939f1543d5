using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Attention;

/// <summary>
/// A feature that speaks to people by itself. It has a <see cref="Tell"/> scheduled for the moment and says here what there is to tell, so that
/// whatever lands on one person at one moment is one message.
/// </summary>
public interface ITell
{
    /// <summary>What is to be told in that conversation now; each item once.</summary>
    Task<IReadOnlyList<News>> Of(Turn turn, ConversationId to);
}

/// <summary>Something that somebody should hear without having asked.</summary>
/// <param name="Item">What it is about, as <c>due 12</c>.</param>
/// <param name="MayWait">Whether focus and the nag budget hold it.</param>
/// <param name="Alone">The message where there is nothing else to tell.</param>
/// <param name="Among">Its part of a message with others.</param>
/// <param name="Told">Keeps that it went out, with the message where that shows nothing else.</param>
/// <param name="Held">Keeps that it waits, why, and until when it is asked for again.</param>
/// <param name="Clock">The clock of a channel's times; a person reads theirs on their own.</param>
/// <param name="Rest">What to type to see it where it has no room; null where the list of its kind has it.</param>
public sealed record News(
    string Item,
    bool MayWait,
    Card Alone,
    IReadOnlyList<Block> Among,
    Func<PostId?, Task> Told,
    Func<Hold, Task> Held,
    DateTimeZone? Clock = null,
    string? Rest = null);

/// <summary>Why something waits, and until when.</summary>
public sealed record Hold(HeldBy By, Instant Until);

public enum HeldBy
{
    /// <summary>They said that they are focusing.</summary>
    Focus,

    /// <summary>They heard enough today.</summary>
    Budget,
}
