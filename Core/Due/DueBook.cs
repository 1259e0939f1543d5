using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>The one place that decides who may see and change which item, and that keeps when its next telling is.</summary>
public static class DueBook
{
    /// <summary>The item of that number, if the caller may see it. One that they may not see does not exist for them.</summary>
    public static async Task<Stored<DueItem>?> Find(Turn turn, int number) =>
        await turn.Find(DueItem.Type, DueItem.IdOf(number)) is { } item && await Sees(turn, item.Value) ? item : null;

    /// <summary>Whose it is, who asked for it, and the members of its home.</summary>
    public static async Task<bool> Sees(Turn turn, DueItem item) =>
        IsParty(turn, item) || await turn.Sees(item.Home) || await turn.Sees(item.To);

    /// <summary>Whose it is and who asked; what is a channel's, admins too, or nobody could end what somebody left behind.</summary>
    public static bool MayChange(Turn turn, DueItem item) => IsParty(turn, item) || (item.Assignee is null && turn.Caller.IsAdmin);

    public static Reply NotFound(int number) => Reply.Refuse($"There is no due item {number} here. Try: {new Typed("due list")}");

    /// <summary>Stores a new item with the moment at which something is told of it.</summary>
    public static async Task Create(Turn turn, DueItem item) => turn.Create(DueItem.Type, await Planned(turn, item));

    /// <summary>Stores a change of an item, and when something is told of it from then on.</summary>
    public static async Task Change(Turn turn, Stored<DueItem> before, DueItem after) => turn.Change(DueItem.Type, before, await Planned(turn, after));

    /// <summary>Reckons anew when something is told of an item; a change only where that is another time.</summary>
    public static async Task Replan(Turn turn, Stored<DueItem> item)
    {
        var isByFocus = item.Value.History.LastOrDefault(each => each.What is DueDeed.HeldByFocus or DueDeed.HeldByBudget)?.What == DueDeed.HeldByFocus;
        var after = await Planned(turn, isByFocus ? item.Value with { HeldUntil = null, HeldForAskerUntil = null } : item.Value);
        if (after.Next != item.Value.Next || after.NextForAsker != item.Value.NextForAsker)
            turn.Change(DueItem.Type, item, after);
    }

    /// <summary>Runs a change on an item that the caller may change.</summary>
    /// <param name="byAnybody">Whether everybody may do it who sees an item of a channel.</param>
    public static async Task<Reply> Change(
        Turn turn, int number, string verb, Func<DueItem, Task<(DueItem? After, Reply Reply)>> change, bool byAnybody = false)
    {
        if (await Find(turn, number) is not { } stored)
            return NotFound(number);
        var item = stored.Value;
        if (!MayChange(turn, item) && !(byAnybody && item.Assignee is null))
            return NotYours(item, verb);
        var (after, reply) = await change(item);
        if (after is not null)
            await Change(turn, stored, after);
        return reply;
    }

    /// <summary>The same where nothing more has to be read.</summary>
    public static Task<Reply> Change(
        Turn turn, int number, string verb, Func<DueItem, (DueItem? After, Reply Reply)> change, bool byAnybody = false) =>
        Change(turn, number, verb, item => Task.FromResult(change(item)), byAnybody);

    /// <summary>Takes an open item off the list.</summary>
    public static (DueItem?, Reply) Close(Turn turn, DueItem item, DueState state, DueEvent what, Rich said) => item.IsOpen
        ? (item.After(what) with { State = state, ClosedAt = turn.Now }, Reply.Say(said))
        : (null, NotOpen(item));

    /// <summary>What is still to be told of an item.</summary>
    public static async Task<IReadOnlyList<Planned>> PlanOf(Turn turn, DueItem item) => DuePlan.Of(
        item,
        item.Assignee is { } assignee ? await Colleagues.Find(turn, assignee) : null,
        await Colleagues.Find(turn, item.Asker),
        turn.Now);

    /// <summary>The answer where an item is no longer open.</summary>
    public static Reply NotOpen(DueItem item) =>
        Reply.Refuse($"#{item.Number} is {DueText.Of(item.State)} already. Try: {new Typed($"due reopen {item.Number}")}");

    private static async Task<DueItem> Planned(Turn turn, DueItem item)
    {
        var plan = await PlanOf(turn, item);
        return item with
        {
            Next = plan.FirstOrDefault(each => !each.IsForAsker)?.At,
            NextForAsker = plan.FirstOrDefault(each => each.IsForAsker)?.At,
        };
    }

    private static bool IsParty(Turn turn, DueItem item) => turn.Caller.Person == item.Asker || turn.Caller.Person == item.Assignee;

    private static Reply NotYours(DueItem item, string verb)
    {
        var whose = item.Assignee is { } assignee && assignee != item.Asker ? (Rich)$"{assignee}’s, asked for by {item.Asker}" : $"{item.Asker}’s";
        var look = new Typed(DueText.ShowCommand(item));
        Rich who = item.Assignee is null ? (Rich)$"they or an admin" : (Rich)$"they";
        return Reply.Refuse($"#{item.Number} is {whose}; only {who} can {new Rich([new Words(verb)])} it. You can look at it: {look}");
    }
}
