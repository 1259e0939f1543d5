using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>
/// Keeps one telling waiting for each who is to be told something, every message equal to the blocker, its history in its thread, and tells
/// those whom it concerns what others did, whichever command or Undo did it.
/// </summary>
public sealed class BlockerFollower(BlockerTexts texts) : IFollow<Blocker>
{
    public async Task Changed(Turn turn, Blocker? before, Blocker? after)
    {
        turn.OnceCommitted(() => texts.Changed(turn.Caller.Workspace, before, after));
        Reschedule(turn, before, after);
        await Claim(turn, Flagged.Of(before), Flagged.Of(after));
        if (after is not null && (before is null ? BlockerUndo.IsBroughtBack(turn, after) : BlockerUndo.IsTakenBack(before, after)))
            await Replan.Of(turn, after.Author);
        await Show(turn, before, after);
        if (before is not null && after is null)
            await QuotedText.Remove(turn, BlockerText.ItemOf(before), BlockerText.Gone(before.Number));
        else if (before is not null && IsForgotten(before, after!))
            await QuotedText.Remove(turn, BlockerText.ItemOf(before), BlockerText.Posted(after!, await QuietNames.Of(turn, after!)));
        else if (before is not null && before.Text != after!.Text)
            await RemoveEarlierText(turn, after);
        foreach (var person in Concerned(before).Concat(Concerned(after)).Distinct())
            await HomePage.Changed(turn, person);
        if (turn.Caller.Person != PersonId.Bot && !(before is not null && after is not null && IsForgotten(before, after)))
            await BlockerNews.Tell(turn, before, after);
    }

    internal static bool IsForgotten(Blocker before, Blocker after) => after.Author == PersonId.Former && before.Author != PersonId.Former;

    private static IEnumerable<PersonId> Concerned(Blocker? blocker) => blocker is null ? []
        : blocker.Needs.Select(need => need.Person).Concat(blocker.TakenBy is { } taker ? [blocker.Author, taker] : [blocker.Author]);

    /// <summary>Where something waits that must be told elsewhere or at another time.</summary>
    private static void Reschedule(Turn turn, Blocker? before, Blocker? after)
    {
        var blocker = (after ?? before)!;
        foreach (var gone in (before?.Waits ?? []).Except(after?.Waits ?? []))
            turn.Unschedule(JobId(blocker, gone.To));
        foreach (var wait in (after?.Waits ?? []).Except(before?.Waits ?? []))
        {
            if (wait.To == blocker.Home && blocker.Home.Channel is not null)
                turn.Schedule(JobId(blocker, wait.To), wait.At, new TellThread(blocker.Number));
            else
                Attention.Tell.Schedule(turn, JobId(blocker, wait.To), wait.At, wait.To);
        }
    }

    private static string JobId(Blocker blocker, ConversationId to) => $"{BlockerText.ItemOf(blocker)} {to}";

    private static async Task Show(Turn turn, Blocker? before, Blocker? after)
    {
        if (after is null)
        {
            if (before!.Post is { } shown)
                turn.Update(shown, before.Home, BlockerText.Gone(before.Number));
            foreach (var sent in before.Sent)
                turn.Update(sent.Post, sent.To, BlockerText.Gone(before.Number));
            return;
        }

        if (before is not null && !IsShownOtherwise(before, after))
            return;
        var posted = BlockerText.Posted(after, await QuietNames.Of(turn, after));
        if (after.Post is { } post && !IsOf(turn, post))
            turn.Update(post, after.Home, posted);
        foreach (var sent in after.Sent.Union(before?.Sent ?? []).Where(sent => !IsOf(turn, sent.Post)))
        {
            if (sent.To.Person is not { } person)
            {
                if (before is null || StandsOtherwise(before, after))
                    turn.Update(sent.Post, sent.To, posted);
            }
            else if (before?.IsNeeded(person) == true || await BlockerBook.Sees(turn, person, after))
                turn.Update(sent.Post, sent.To, BlockerText.Present(after));
        }
    }

    /// <summary>Whether a message is posted by this turn, as it should be.</summary>
    private static bool IsOf(Turn turn, PostId post) => post.Value.StartsWith(turn.Id + ".", StringComparison.Ordinal);

    private static bool IsShownOtherwise(Blocker before, Blocker after) =>
        StandsOtherwise(before, after) || !before.Needs.Select(need => need.Person).SequenceEqual(after.Needs.Select(need => need.Person));

    /// <summary>What a line in its thread had better not show any more.</summary>
    private static bool StandsOtherwise(Blocker before, Blocker after) =>
        before.State != after.State || before.Text != after.Text || before.TakenBy != after.TakenBy || before.How != after.How || before.Author != after.Author
        || before.SolvedBy != after.SolvedBy;

    /// <summary>Messages in its thread name it by its number; all others that don't show how it stands quoted its text.</summary>
    private static async Task RemoveEarlierText(Turn turn, Blocker after)
    {
        var item = BlockerText.ItemOf(after);
        var equal = after.Sent.Select(sent => sent.Post).ToHashSet();
        foreach (var posted in await turn.Query(Posted.Type, Posted.Quoting(item)))
        {
            if (posted.Value.Conversation.Person is not null && !equal.Contains(posted.Value.Id))
                turn.Update(posted.Value.Id, posted.Value.Conversation, BlockerText.Reworded(after, OthersIn(posted.Value, item)));
        }

        foreach (var parked in await turn.Parked(Queues.Outbox))
        {
            if (parked.Body is Post { To.Person: not null } post && post.Quotes?.Contains(item) == true)
                turn.Batch.Cancel(Queues.Outbox, parked.Id);
        }
    }

    private static IEnumerable<Typed> OthersIn(Posted posted, string item) =>
        from other in posted.Quotes ?? []
        where other != item
        let words = other.Split(' ')
        where words is [_, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var _)
        select new Typed($"{words[0]} show {words[1]}");

    private static async Task Claim(Turn turn, Flagged? before, Flagged? after)
    {
        if (before == after)
            return;
        if (before is not null && await turn.Find(Flagged.Type, Flagged.Type.IdOf(before)) is { } claimed && claimed.Value == before)
            turn.Batch.Delete(Flagged.Type, Flagged.Type.IdOf(before), claimed.Version);
        if (after is not null && await turn.Find(Flagged.Type, Flagged.Type.IdOf(after)) is null)
            turn.Batch.Put(Flagged.Type, after, Batch.New);
    }
}
