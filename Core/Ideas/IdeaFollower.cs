using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>
/// Keeps the line in the home equal to the idea, and tells the author what others did with it, whichever command or Undo did it.
/// </summary>
public sealed class IdeaFollower(IdeaTexts texts) : IFollow<Idea>
{
    public async Task Changed(Turn turn, Idea? before, Idea? after)
    {
        texts.Changed(turn.Caller.Workspace, before, after);
        await Claim(turn, Captured.Of(before), Captured.Of(after));
        ShowIn(turn, before, after);
        if (before is not null && before.Text != after?.Text)
            await DropUndelivered(turn, before);
        if (before is not null && IsNewsToAuthor(turn, before, after))
            Tell(turn, before, after);
    }

    private static async Task Claim(Turn turn, Captured? before, Captured? after)
    {
        if (before == after)
            return;
        if (before is not null && await turn.Find(Captured.Type, Captured.Type.IdOf(before)) is { } claimed)
            turn.Batch.Delete(Captured.Type, Captured.Type.IdOf(before), claimed.Version);
        if (after is not null)
            turn.Batch.Put(Captured.Type, after, Batch.New);
    }

    /// <summary>Copies of an earlier text that were given up on, and that nobody may deliver or read any more.</summary>
    private static async Task DropUndelivered(Turn turn, Idea before)
    {
        foreach (var parked in await turn.Parked(Queues.Outbox))
        {
            if (parked.Body is Post post ? post.Subject == $"{Idea.Kind} {before.Number}" : parked.Body is Update update && update.Of == before.Post)
                turn.Batch.Cancel(Queues.Outbox, parked.Id);
        }
    }

    private static void ShowIn(Turn turn, Idea? before, Idea? after)
    {
        if (before?.Post is { } shown && shown != after?.Post)
            turn.Update(shown, before.Home, IdeaText.Gone(before.Number));
        if (after?.Post is { } post && !WasPostedIn(turn, post))
            turn.Update(post, after.Home, IdeaText.Posted(after));
    }

    /// <summary>What they did themselves they know, and what the bot clears away by the admins' setting is no news.</summary>
    private static bool IsNewsToAuthor(Turn turn, Idea before, Idea? after) =>
        turn.Caller.Person != before.Author && turn.Caller.Person != PersonId.Bot && before.Author != PersonId.Former && after?.Author != PersonId.Former;

    private static bool WasPostedIn(Turn turn, PostId post) => post.Value.StartsWith(turn.Id + ".", StringComparison.Ordinal);

    private static void Tell(Turn turn, Idea before, Idea? after)
    {
        var by = turn.Caller.Person;
        Rich? news = after switch
        {
            null => $"{by} deleted your idea #{before.Number}.",
            _ when after.State != before.State => after.State switch
            {
                IdeaState.Open => $"{by} reopened your idea {IdeaText.Named(after)}.",
                IdeaState.Merged => $"{by} merged your idea {IdeaText.Named(after)} into #{after.MergedInto ?? 0}; its votes went along.",
                _ => $"{by} says your idea {IdeaText.Named(after)} is {IdeaText.Of(after.State)}{IdeaText.Because(after)}",
            },
            _ when after.Text != before.Text => $"{by} edited your idea #{after.Number}. It says now: {Excerpt.Of(after.Text, IdeaText.ShowCommand(after))}",
            _ when after.Bucket != before.Bucket => $"{by} moved your idea {IdeaText.Named(after)} to {IdeaText.Of(after.Bucket)}.",
            _ when after.History.Count > before.History.Count && after.History[^1].What == IdeaDeed.Absorbed =>
                $"{by} merged idea {after.History[^1].Detail} into your idea {IdeaText.Named(after)}; it has {IdeaText.Counted(after.Votes.Count)} now.",
            _ => null,
        };
        if (news is not null)
            turn.Post(ConversationId.Of(before.Author), Card.Of(news));
    }
}
