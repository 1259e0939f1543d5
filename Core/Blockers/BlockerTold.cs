using AsyncBot.Core.Messages;
using AsyncBot.Core.People;

namespace AsyncBot.Core.Blockers;

/// <summary>What the bot says of a blocker by itself, and how the blocker is afterwards.</summary>
internal static class BlockerTold
{
    /// <param name="help">Who could help now; null where that is not said.</param>
    /// <param name="why">What <see cref="Why"/> says.</param>
    /// <param name="name">How people are named there.</param>
    /// <param name="reader">Null where many read it.</param>
    public static Rich Line(Blocker blocker, Planned told, Help? help, Rich why, Func<PersonId, Rich> name, DateTimeZone? reader)
    {
        var full = BlockerText.Full(blocker);
        Rich what = told.To.Person is null ? $"#{blocker.Number}" : full; // in its thread everybody reads above what it is
        var author = name(blocker.Author);
        var raised = blocker.Since == blocker.RaisedAt ? (Rich)$"{blocker.RaisedAt}" : $"{blocker.RaisedAt}, and open again since {blocker.Since}";
        var who = help?.Said(reader) ?? Rich.Empty;
        Rich ask = help is null ? Rich.Empty : $"{help.Ask(blocker)}";
        return told.What switch
        {
            Telling.Need when NeedOf(blocker, told) is { } need && need.By != blocker.Author =>
                $"🚧 {name(need.By)} says that you can help {author}: {full} — raised {raised}.",
            Telling.Need => $"🚧 {author} is blocked and needs you: {full} — raised {raised}.",
            Telling.NudgeOnRequest when blocker.TakenBy is not null =>
                $"🚧 {name(blocker.Nudge!.By)} asks how it goes: {full} — raised by {author}, taken by you.",
            Telling.NudgeOnRequest => $"🚧 {name(blocker.Nudge!.By)} asks again: {full} — raised by {author} {raised}; nobody has it yet.",
            Telling.Nudge => $"🚧 {author} is still blocked: {full} — raised {raised}; nobody has it after {BlockerPlan.NudgeHours} h of your work.",
            Telling.AskAuthor => $"🚧 Who could help you? After {BlockerPlan.NudgeHours} h of your work nobody has {full}. {who} Then say {ask}",
            Telling.Left => $"🚧 {name(told.Whom)} left, so they are not asked any more about {full}. {who} Then say {ask}",
            Telling.AuthorLeft =>
                $"🚧 {author}, who raised this, left. Does it still matter? Then take it, or say who can help: {ask}. Otherwise it is resolved.",
            Telling.StandIn => $"🚧 Nobody has {what} yet.{why} {who}",
            _ when blocker.Needs.Count == 0 => $"🚧 After {BlockerPlan.EscalateHours} h of {why} nobody has {what} yet. {who}",
            _ => $"🚧 After {BlockerPlan.EscalateHours} h of {why} nobody has {what} yet, which {BlockerText.State(blocker, name)}. {who}",
        };
    }

    /// <summary>
    /// Why somebody can't be nudged now, as a sentence behind another, or whose work is over.
    /// </summary>
    /// <param name="whom">Whom the telling is about; null where its readers may not learn about them.</param>
    /// <param name="reader">Null where many read it.</param>
    public static Rich Why(Planned told, Colleague? whom, Instant now, Func<PersonId, Rich> name, DateTimeZone? reader)
    {
        if (told.What == Telling.Escalation)
            return whom is null ? $"work" : told.To.Person == whom.Id ? (Rich)$"your work" : $"{name(whom.Id)}’s work";
        if (told.What != Telling.StandIn || whom is null)
            return Rich.Empty;
        var state = whom.At(now);
        Rich until = state.Back is { } back ? (Rich)$" until {TwoClocks.Say(whom, back, now, reader)}" : Rich.Empty;
        return state.Because.Because switch
        {
            Because.Away => $" {name(whom.Id)} is away{until}.",
            Because.Focus => $" {name(whom.Id)} is focusing{until}.",
            _ => Rich.Empty,
        };
    }

    /// <summary>What is kept of all that one message stands for. A nudge that comes with the first thing that somebody hears is none.</summary>
    public static Blocker After(Blocker blocker, IReadOnlyList<Planned> told, Instant now)
    {
        var first = told.Where(each => each.What == Telling.Need).Select(each => each.Whom).ToHashSet();
        return told.OrderByDescending(each => each.What).Aggregate(blocker, (sofar, each) => After(sofar, each, first.Contains(each.Whom), now));
    }

    private static Blocker After(Blocker blocker, Planned told, bool isFirst, Instant now)
    {
        BlockerEvent Event(BlockerDeed what) => new(now, PersonId.Bot, what, To: told.Whom);
        Blocker Nudged(BlockerDeed what) => blocker.After(Event(what)).With(told.Whom, need => need with { NudgedAt = now });
        return told.What switch
        {
            Telling.Need => blocker.After(Event(BlockerDeed.Told)).With(told.Whom, need => need with { ToldAt = now }),
            Telling.Nudge => Nudged(BlockerDeed.Nudged),
            Telling.NudgeOnRequest => (isFirst ? blocker : Nudged(BlockerDeed.NudgedOnRequest)) with
            {
                Nudge = blocker.Nudge! with { Left = [.. blocker.Nudge.Left.Where(person => person != told.Whom)] },
            },
            Telling.AskAuthor => blocker.After(Event(BlockerDeed.AskedAuthor)) with { IsAuthorAsked = true },
            Telling.Left => blocker.After(Event(BlockerDeed.Left)) with
            {
                Needs = [.. blocker.Needs.Where(need => need.Person != told.Whom)],
                IsAuthorAsked = true,
            },
            Telling.AuthorLeft => blocker.After(Event(BlockerDeed.AuthorLeft)) with { AuthorLeftAt = now },
            Telling.StandIn => blocker.After(Event(BlockerDeed.NamedInstead)).With(told.Whom, need => need with { StoodInAt = now }),
            _ => blocker.After(Event(BlockerDeed.Escalated)) with { EscalatedAt = now },
        };
    }

    private static Need? NeedOf(Blocker blocker, Planned told) => blocker.Needs.FirstOrDefault(need => need.Person == told.Whom);
}
