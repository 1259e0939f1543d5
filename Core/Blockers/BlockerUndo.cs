using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>What the bot did meanwhile keeps nobody from taking a change back, and stays done.</summary>
public static class BlockerUndo
{
    public static readonly UndoRules<Blocker> Rules = new(
        BlockerText.ItemOf,
        BlockerText.ShowCommand,
        StateOf: blocker => $"{blocker.Author} {string.Join(' ', ByPeople(blocker).Select(happened => happened.At.ToUnixTimeTicks()))}",
        Restore: Restore,
        IsAbout: (blocker, person) => blocker.Author == person || blocker.IsNeeded(person) || blocker.TakenBy == person
            || blocker.History.Any(happened => happened.By == person || happened.To == person),
        Sees: BlockerBook.Sees);

    /// <summary>What people did to it, in order.</summary>
    public static IEnumerable<BlockerEvent> ByPeople(Blocker blocker) => blocker.History.Where(happened => happened.By != PersonId.Bot);

    /// <summary>Whether what somebody did last is there no more. How many there are does not say it, because a full history drops old ones.</summary>
    public static bool IsTakenBack(Blocker before, Blocker after) =>
        ByPeople(before).LastOrDefault() is { } last && !after.History.Contains(last)
        && ByPeople(after).LastOrDefault() is { } latest && before.History.Contains(latest);

    /// <summary>Whether one that is there now was deleted in between.</summary>
    public static bool IsBroughtBack(Turn turn, Blocker after) => after.RaisedAt < turn.Now;

    /// <summary>What people change goes back, as far as those whom it puts back are still there; what is told goes on from now.</summary>
    private static Blocker Restore(Blocker now, Blocker before)
    {
        var meanwhile = now.History.Where(happened => happened.By == PersonId.Bot).Except(before.History).ToList();
        var gone = meanwhile.Where(happened => happened.What is BlockerDeed.Left or BlockerDeed.GivenBack).Select(happened => happened.To).ToHashSet();
        var isGivenBack = meanwhile.Exists(happened => happened.What == BlockerDeed.GivenBack);
        var (stands, isSameTime) = (isGivenBack ? now : before, isGivenBack || now.Since == before.Since);
        return now with
        {
            Text = before.Text,
            State = stands.State,
            Since = stands.Since,
            TakenBy = stands.TakenBy,
            How = stands.How,
            ClosedAt = stands.ClosedAt,
            IsAuthorAsked = isSameTime ? now.IsAuthorAsked : before.IsAuthorAsked,
            EscalatedAt = isSameTime ? now.EscalatedAt : before.EscalatedAt,
            Needs = [.. before.Needs.Where(need => !gone.Contains(need.Person)).Select(need =>
                now.Needs.FirstOrDefault(each => each.Person == need.Person && (isGivenBack || each.Since == need.Since)) ?? need)],
            Nudge = NudgeOf(now, before, meanwhile),
            Waits = stands.IsOpen ? now.Waits : [],
            History = [.. before.History, .. meanwhile],
        };
    }

    /// <summary>Whoever got a nudge has it, so it is that day's nudge also where it is taken back, and then goes to nobody else.</summary>
    private static AskedNudge? NudgeOf(Blocker now, Blocker before, List<BlockerEvent> meanwhile)
    {
        var got = meanwhile.Where(happened => happened.What == BlockerDeed.NudgedOnRequest).ToList();
        if (now.Nudge is { } asked && asked.At != before.Nudge?.At)
            return got.Exists(happened => happened.At >= asked.At) ? asked with { Left = [] } : before.Nudge;
        return before.Nudge is { } nudge ? nudge with { Left = [.. nudge.Left.Where(person => !got.Exists(happened => happened.To == person))] } : null;
    }
}
