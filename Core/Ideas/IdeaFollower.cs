using AsyncBot.Core.Documents;
using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>
/// Keeps the line in the home equal to the idea, and tells the author what others did with it, whichever command or Undo did it.
/// </summary>
public sealed class IdeaFollower(IdeaTexts texts) : IFollow<Idea>
{
    public async Task Changed(Turn turn, Idea? before, Idea? after)
    {
        turn.OnceCommitted(() => texts.Changed(turn.Caller.Workspace, before, after));
        await Claim(turn, Captured.Of(before), Captured.Of(after));
        ShowIn(turn, before, after);
        if (before is not null && before.Text != after?.Text)
            await DropUndelivered(turn, before);
        if (before is not null && (after is null || IsForgotten(before, after)))
            await RemoveCopies(turn, before);
        await HomePage.Changed(turn, (before ?? after)!.Author);
        if (await IsNewsToAuthor(turn, before, after))
            Tell(turn, before, after);
    }

    private static bool IsForgotten(Idea before, Idea after) => after.Author == PersonId.Former && before.Author != PersonId.Former;

    /// <summary>Takes the text out of digests and notices that quoted it, too: pasted secrets happen.</summary>
    private Task RemoveCopies(Turn turn, Idea gone) => QuotedText.Remove(turn, IdeaText.ItemOf(gone), async posted =>
        DigestFollower.IsDigest(posted.Id) ? await DigestCard.Of(turn, posted.Conversation, texts, Gone(turn)) : IdeaText.Gone(gone.Number));

    /// <summary>The numbers whose text must not be read any more, though the store still has it until the commit.</summary>
    private static HashSet<int> Gone(Turn turn) => [.. turn.Changes.OfType<Change<Idea>>()
        .Where(change => change.Before is { } before && (change.After is null || IsForgotten(before.Value, change.After)))
        .Select(change => change.Before!.Value.Number)];

    private static async Task Claim(Turn turn, Captured? before, Captured? after)
    {
        if (before == after)
            return;
        if (before is not null && await turn.Find(Captured.Type, Captured.Type.IdOf(before)) is { } claimed)
            turn.Batch.Delete(Captured.Type, Captured.Type.IdOf(before), claimed.Version);
        if (after is not null && await turn.Find(Captured.Type, Captured.Type.IdOf(after)) is null)
            turn.Batch.Put(Captured.Type, after, Batch.New);
    }

    /// <summary>Copies of an earlier text that were given up on, and that nobody may deliver or read any more.</summary>
    private static async Task DropUndelivered(Turn turn, Idea before)
    {
        foreach (var parked in await turn.Parked(Queues.Outbox))
        {
            if (Shows(parked.Body, before))
                turn.Batch.Cancel(Queues.Outbox, parked.Id);
        }
    }

    private static bool Shows(Effect effect, Idea idea) => effect switch
    {
        Post post => post.Subject == IdeaText.ItemOf(idea) || post.Quotes?.Contains(IdeaText.ItemOf(idea)) == true,
        Update update => update.Of == idea.Post,
        _ => false,
    };

    private static void ShowIn(Turn turn, Idea? before, Idea? after)
    {
        if (before?.Post is { } shown && shown != after?.Post)
            turn.Update(shown, before.Home, after is null ? IdeaText.Gone(before.Number) : IdeaText.Private(before.Number));
        if (after?.Post is { } post && !WasPostedIn(turn, post))
            turn.Update(post, after.Home, IdeaText.Posted(after));
    }

    /// <summary>
    /// What they did themselves they know, and what the bot clears away by the admins' setting is no news. Who left the channel
    /// is told no more of what happens in it.
    /// </summary>
    private static async Task<bool> IsNewsToAuthor(Turn turn, Idea? before, Idea? after)
    {
        var idea = (after ?? before)!;
        var author = idea.Author;
        if (author == turn.Caller.Person || turn.Caller.Person == PersonId.Bot || author == PersonId.Former || author == PersonId.Bot)
            return false;
        return await turn.Find(author) is { IsGone: false } && await turn.Sees(author, idea.Home);
    }

    private static bool WasPostedIn(Turn turn, PostId post) => post.Value.StartsWith(turn.Id + ".", StringComparison.Ordinal);

    private static void Tell(Turn turn, Idea? before, Idea? after)
    {
        var idea = (after ?? before)!;
        var by = turn.Caller.Person;
        Rich? news = after switch
        {
            null => $"{by} deleted your idea #{idea.Number}.",
            _ when before is null => turn.Caller.Person == after.History[0].By ? null : (Rich)$"{by} brought your idea {IdeaText.Named(after)} back.",
            _ when after.State != before.State => after.State switch
            {
                IdeaState.Open => $"{by} reopened your idea {IdeaText.Named(after)}.",
                IdeaState.Merged => $"{by} merged your idea {IdeaText.Named(after)} into #{after.MergedInto ?? 0}; its votes went along.",
                _ => $"{by} says your idea {IdeaText.Named(after)} is {IdeaText.Of(after.State)}{IdeaText.Because(after)}",
            },
            _ when after.Text != before.Text => $"{by} edited your idea #{after.Number}. It says now: {Excerpt.Of(after.Text, IdeaText.ShowCommand(after))}",
            _ when after.Bucket != before.Bucket => $"{by} moved your idea {IdeaText.Named(after)} to {IdeaText.Of(after.Bucket)}.",
            _ when after.History.Count > before.History.Count && after.History[^1].What == IdeaDeed.Absorbed =>
                $"{by} merged idea {after.History[^1].Detail} into your idea {IdeaText.Named(after)}; it has {IdeaText.Counted(after.Votes.Count)}.",
            _ => null,
        };
        if (news is not null)
            turn.Post(ConversationId.Of(idea.Author), Card.Of(news), quotes: [IdeaText.ItemOf(idea)]);
    }
}
