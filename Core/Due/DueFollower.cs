using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Keeps one telling waiting for each item, its latest message equal to it, and tells the other of two people what one of them did.</summary>
public sealed class DueFollower : IFollow<DueItem>
{
    public async Task Changed(Turn turn, DueItem? before, DueItem? after)
    {
        var item = (after ?? before)!;
        Reschedule(turn, JobId(item), before?.Next, before?.To, after?.Next, item.To);
        var asker = ConversationId.Of(item.Asker);
        Reschedule(turn, JobId(item) + " asker", before?.NextForAsker, asker, after?.NextForAsker, asker);
        if (before is not null && (after is null || IsForgotten(before, after)))
            await QuotedText.Remove(turn, DueText.ItemOf(before), DueText.Gone(before.Number));
        else if (before is not null && after is { Post: { } post } && post == before.Post && after.To == before.To && IsShownOtherwise(before, after))
            turn.Update(post, after.To, DueText.AsItIs(after, turn.Now));
        if (before is not null && after is not null && DueUndo.ByPeople(after).Count() < DueUndo.ByPeople(before).Count())
            await Replan.Of(turn, after.Assignee ?? after.Asker);
        if (before is { IsOpen: true, Once: not null } && after is { IsOpen: false } && !IsForgotten(before, after))
            await CloseEarlier(turn, after);
        if (before is not null && after is not null)
            await RemoveWords(turn, before, after);
        foreach (var person in new[] { before?.Assignee, after?.Assignee, item.Asker }.OfType<PersonId>().Distinct())
            await HomePage.Changed(turn, person);
        if (before is not null && turn.Caller.Person != PersonId.Bot)
            await Tell(turn, before, after);
    }

    private static bool IsForgotten(DueItem before, DueItem after) => after.Asker == PersonId.Former && before.Asker != PersonId.Former;

    private static bool IsShownOtherwise(DueItem before, DueItem after) =>
        before.State != after.State || before.Text != after.Text || before.Once != after.Once || before.Every != after.Every
        || before.DoneForNow != after.DoneForNow;

    /// <summary>Messages from before the latest one, in which nothing more is to be pressed.</summary>
    private static async Task CloseEarlier(Turn turn, DueItem item)
    {
        var name = DueText.ItemOf(item);
        foreach (var posted in await turn.Query(Posted.Type, Posted.Quoting(name)))
        {
            if (posted.Value.Subject == name && posted.Value.Id != item.Post && posted.Value.Conversation == item.To)
                turn.Update(posted.Value.Id, item.To, DueText.AsItIs(item, turn.Now));
        }
    }

    /// <summary>Words that somebody said with what they did, and who was forgotten, go from what repeated them.</summary>
    private static async Task RemoveWords(Turn turn, DueItem before, DueItem after)
    {
        if (after.History.Count < before.History.Count)
            return;
        var gone = before.History.Zip(after.History)
            .Where(each => each.First.Detail is not null && each.Second.Detail is null)
            .Select(each => SaidBy(before, each.First.By)).Distinct();
        foreach (var said in gone)
            await QuotedText.Remove(turn, said, DueText.WordsGone(after));
    }

    /// <summary>As messages name what they repeat of somebody's words about an item.</summary>
    private static string SaidBy(DueItem item, PersonId by) => $"{DueText.ItemOf(item)} said by {by}";

    private static string JobId(DueItem item) => DueText.ItemOf(item);

    private static void Reschedule(Turn turn, string job, Instant? before, ConversationId? from, Instant? after, ConversationId to)
    {
        if (before == after && (from is null || from == to))
            return;
        if (before is not null)
            turn.Unschedule(job);
        if (after is { } next)
            Attention.Tell.Schedule(turn, job, next, to);
    }

    private static async Task Tell(Turn turn, DueItem before, DueItem? after)
    {
        var by = turn.Caller.Person;
        foreach (var other in new[] { before.Assignee, before.Asker }.OfType<PersonId>().Distinct().Where(person => person != by))
        {
            if (News(by, before, after) is { } news && await turn.Find(other) is { IsGone: false })
                turn.Post(ConversationId.Of(other), Card.Of(news), quotes: [DueText.ItemOf(before), SaidBy(before, by)]);
        }
    }

    private static Rich? News(PersonId by, DueItem before, DueItem? after)
    {
        if (after is null)
            return $"{by} took #{before.Number} back.";
        var named = DueText.Named(after);
        if (DueUndo.ByPeople(after).Count() < DueUndo.ByPeople(before).Count())
            return $"{by} took back what they had done with {named}: it is {(after.IsOpen ? DueText.When(after) : (Rich)$"{DueText.Of(after.State)}")}.";
        var last = after.History[^1];
        Rich why = last.Detail is { } said ? (Rich)$": {Excerpt.Of(said, DueText.ShowCommand(after))}" : (Rich)$".";
        return last.What switch
        {
            _ when last == before.History[^1] => null,
            DueDeed.Done => $"{by} says that {named} is done{why}",
            DueDeed.Declined => $"{by} declined {named}{why}",
            DueDeed.Cancelled => $"{by} cancelled {named}.",
            DueDeed.Reopened => $"{by} reopened {named}: {DueText.When(after)}.",
            DueDeed.Moved => $"{by} moved {named}: {DueText.When(after)}.",
            DueDeed.Edited => $"{by} edited #{after.Number}. It says now: {Excerpt.Of(after.Text, DueText.ShowCommand(after))}",
            DueDeed.Snoozed when last.Until is { } until => $"{by} snoozed {named} until {until}.",
            DueDeed.Skipped when last.Until is { } skipped => $"{by} skipped the next time of {named}: {skipped}.",
            _ => null,
        };
    }
}
