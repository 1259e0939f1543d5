using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Outbox;

/// <summary>
/// Takes the text of an item that was deleted or forgotten out of every message that quotes it: those that arrived, those that were given up on,
/// and those that are still on their way, which are never sent.
/// </summary>
public static class QuotedText
{
    /// <summary>Nothing is on its way for longer.</summary>
    private static readonly Duration Longest = Duration.FromHours(26);

    /// <param name="item">As the messages name it, such as <c>due 12</c>.</param>
    /// <param name="instead">What a message becomes; null where whoever asks shows it anew.</param>
    /// <param name="isLast">Whether nothing else comes of those messages, so that they need not be known any more.</param>
    public static async Task Remove(Turn turn, string item, Func<Posted, Task<Card?>> instead, bool isLast = false)
    {
        foreach (var posted in await turn.Query(Posted.Type, Posted.Quoting(item)))
        {
            if (await instead(posted.Value) is { } card)
                turn.Update(posted.Value.Id, posted.Value.Conversation, card, isLast);
        }

        foreach (var parked in await turn.Parked(Queues.Outbox))
        {
            if (parked.Body is Post post && post.Quotes?.Contains(item) == true)
                turn.Batch.Cancel(Queues.Outbox, parked.Id);
        }

        await turn.Once((typeof(QuotedText), item), async () =>
        {
            var before = await turn.Find(RemovedText.Type, item);
            turn.Batch.Put(RemovedText.Type, new RemovedText(item, turn.Id, turn.Now), before?.Version ?? Batch.New);
            turn.Schedule($"removed {item} {turn.Id}", turn.Now + Longest, new ForgetRemoval(item));
            return true;
        });
    }

    /// <summary>The same where every message becomes the same.</summary>
    public static Task Remove(Turn turn, string item, Card instead, bool isLast = false) => Remove(turn, item, _ => Task.FromResult<Card?>(instead), isLast);
}

/// <summary>That a text is gone, for as long as a message that quotes it may be on its way.</summary>
/// <param name="By">The turn that removed it, whose own messages are sent.</param>
public sealed record RemovedText(string Item, string By, Instant At)
{
    public static readonly DocumentType<RemovedText> Type = new("removed", removed => removed.Item);

    /// <summary>Whether a message that was described at an instant must not be sent any more.</summary>
    public bool Holds(PostId post, Instant described) => described <= At && !post.Value.StartsWith(By + ".", StringComparison.Ordinal);
}

/// <summary>Forgets that a text was removed, once nothing that quotes it can be on its way.</summary>
public sealed record ForgetRemoval(string Item) : IJob;
