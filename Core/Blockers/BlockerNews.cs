using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>
/// Says what somebody did: in the blocker's thread, where it stays as its history, and directly to those who would otherwise miss it. The author
/// hears of everything; whoever has it, of what concerns their work on it; whoever helped with a note, of how it ended.
/// </summary>
internal static class BlockerNews
{
    public static async Task Tell(Turn turn, Blocker? before, Blocker? after)
    {
        var blocker = (after ?? before)!;
        var what = WhatHappened(turn, before, after);
        if (what is null)
            return;
        var names = await QuietNames.Of(turn, blocker);
        List<string> quotes = [BlockerText.ItemOf(blocker)];
        if (after?.History[^1] is { Detail: not null } said)
            quotes.Add(BlockerText.SaidBy(after, said.By));
        if (after is { How: not null, HowSaidBy: { } solver } && solver != after.History[^1].By)
            quotes.Add(BlockerText.SaidBy(after, solver));
        if (after?.Post is { } root && InThread(turn, before, after, what.Value, person => names[person]) is { } line)
            turn.Post(after.Home, Card.Of(line), quotes: quotes, threadOf: root);
        if (Directly(turn, before, blocker, what.Value) is not { } news)
            return;
        var outside = new List<PersonId>();
        foreach (var need in blocker.Needs.Where(need => need.ToldAt is not null))
        {
            if (!await turn.Sees(need.Person, blocker.Home))
                outside.Add(need.Person);
        }

        foreach (var person in ToldDirectly(before ?? blocker, blocker, what.Value, outside).Where(person => person != turn.Caller.Person).Distinct())
        {
            if (await turn.Find(person) is { IsGone: false } && await BlockerBook.Sees(turn, person, blocker))
                turn.Post(ConversationId.Of(person), Card.Of(news), quotes: quotes);
        }
    }

    /// <summary>Null where nobody did anything that others should hear of.</summary>
    private static News? WhatHappened(Turn turn, Blocker? before, Blocker? after)
    {
        if (after is null)
            return News.Deleted;
        if (before is null)
            return BlockerUndo.IsBroughtBack(turn, after) ? News.BroughtBack : null;
        if (BlockerUndo.IsTakenBack(before, after))
            return News.TakenBack;
        if (after.History[^1] == before.History[^1])
            return null;
        return after.History[^1].What switch
        {
            BlockerDeed.Needed => News.Needed,
            BlockerDeed.Taken => News.Taken,
            BlockerDeed.Noted => News.Noted,
            BlockerDeed.Done => News.Done,
            BlockerDeed.Explained => News.Explained,
            BlockerDeed.Reopened => News.Reopened,
            BlockerDeed.NudgeAsked => News.NudgeAsked,
            BlockerDeed.Edited => News.Edited,
            _ => null,
        };
    }

    /// <summary>The line in the thread, below the message that says what it is about.</summary>
    private static Rich? InThread(Turn turn, Blocker? before, Blocker blocker, News what, Func<PersonId, Rich> name)
    {
        var by = name(turn.Caller.Person);
        var last = blocker.History[^1];
        return what switch
        {
            News.Needed => $"{by} says that {Rich.Join(", ", " and ", Named(before, blocker).Select(name))} can help.",
            News.Taken => $"{by} is on it.",
            News.Noted => $"{by}: {last.Detail}",
            News.Done or News.Explained => $"✅ Resolved by {by}{BlockerText.How(blocker)}",
            News.Reopened => $"{by} opened it again; nobody has it now.",
            News.NudgeAsked => $"{by} asked me to nudge {Rich.Join(", ", " and ", blocker.Asked.Select(name))}.",
            News.Edited => $"{by} changed its text.",
            News.TakenBack => Undone(before!, blocker) switch
            {
                BlockerDeed.Noted => $"{by} took their note back.",
                BlockerDeed.Edited => $"{by} changed its text back.",
                BlockerDeed.NudgeAsked => $"{by} took asking for a nudge back.",
                _ => $"{by} took that back: {BlockerText.State(blocker, name)}.",
            },
            _ => null,
        };
    }

    /// <summary>The same for somebody who reads it alone.</summary>
    private static Rich? Directly(Turn turn, Blocker? before, Blocker blocker, News what)
    {
        var by = turn.Caller.Person;
        var last = blocker.History[^1];
        var named = BlockerText.Named(blocker);
        return what switch
        {
            News.Needed => $"{by} says that {Rich.Join(", ", " and ", Named(before, blocker).Select(each => (Rich)$"{each}"))} can help with {named}.",
            News.Taken => $"{by} is on {named}.",
            News.Noted => $"{by} noted on {named}: {Excerpt.Of(last.Detail!, BlockerText.ShowCommand(blocker), 500)}",
            News.Done => $"{by} resolved {named}{BlockerText.How(blocker)}",
            News.Explained => $"{by} said how {named} was resolved{BlockerText.How(blocker)}",
            News.Reopened => $"{by} opened {named} again; nobody has it now.",
            News.Edited => $"{by} changed the text of #{blocker.Number}: {Excerpt.Of(blocker.Text, BlockerText.ShowCommand(blocker))}",
            News.TakenBack => Undone(before!, blocker) switch
            {
                BlockerDeed.Noted => $"{by} took their note on {named} back.",
                BlockerDeed.Edited => $"{by} changed the text of #{blocker.Number} back to {Excerpt.Of(blocker.Text, BlockerText.ShowCommand(blocker))}",
                BlockerDeed.NudgeAsked => null,
                _ => $"{by} took back what they had done with {named}: {BlockerText.State(blocker, person => $"{person}")}.",
            },
            News.Deleted => $"{by} deleted blocker #{blocker.Number}.",
            News.BroughtBack => $"{by} brought {named} back.",
            _ => null,
        };
    }

    /// <summary>What an Undo took back.</summary>
    private static BlockerDeed? Undone(Blocker before, Blocker after) =>
        BlockerUndo.ByPeople(before).Except(BlockerUndo.ByPeople(after)).LastOrDefault()?.What;

    /// <param name="outside">Those whom it needs and who don't see its thread.</param>
    private static IEnumerable<PersonId> ToldDirectly(Blocker before, Blocker blocker, News what, IEnumerable<PersonId> outside)
    {
        PersonId[] author = [blocker.Author];
        IEnumerable<PersonId> takers = new[] { before.TakenBy, blocker.TakenBy }.OfType<PersonId>();
        var noted = blocker.History.Where(happened => happened.What == BlockerDeed.Noted).Select(happened => happened.By);
        return what switch
        {
            News.Done or News.Reopened or News.BroughtBack => [.. author, .. takers, .. noted, .. before.SolvedBy is { } solver ? [solver] : (PersonId[])[]],
            News.Noted => [.. author, .. takers, .. outside],
            _ => [.. author, .. takers],
        };
    }

    /// <summary>Those whom it needs now and did not need before.</summary>
    private static IEnumerable<PersonId> Named(Blocker? before, Blocker blocker) =>
        blocker.Needs.Select(need => need.Person).Where(person => before?.IsNeeded(person) != true);

    private enum News
    {
        Needed,
        Taken,
        Noted,
        Done,
        Explained,
        Reopened,
        NudgeAsked,
        Edited,
        TakenBack,
        Deleted,
        BroughtBack,
    }
}
