using AsyncBot.Core.Messages;
using AsyncBot.Core.People;

namespace AsyncBot.Core.Blockers;

/// <summary>What the bot says of a blocker by itself, and how the blocker is afterwards.</summary>
internal static class BlockerTold
{
    /// <param name="help">Who could help now.</param>
    /// <param name="why">What <see cref="Why"/> says.</param>
    /// <param name="name">How people are named there.</param>
    public static Rich Line(Blocker blocker, Planned told, Rich help, Rich why, Func<PersonId, Rich> name)
    {
        var full = BlockerText.Full(blocker);
        var author = name(blocker.Author);
        var raised = blocker.Since == blocker.RaisedAt ? (Rich)$"{blocker.RaisedAt}" : $"{blocker.RaisedAt}, and open again since {blocker.Since}";
        var needs = new Typed($"blocker needs {blocker.Number} @Ben");
        return told.What switch
        {
            Telling.Need when NeedOf(blocker, told) is { } need && need.By != blocker.Author =>
                $"🚧 {name(need.By)} says that you can help {author}: {full} — raised {raised}.",
            Telling.Need => $"🚧 {author} is blocked and needs you: {full} — raised {raised}.",
            Telling.NudgeOnRequest when blocker.TakenBy is not null =>
                $"🚧 {name(blocker.Nudge!.By)} asks how it goes: {full} — raised by {author}, taken by you.",
            Telling.NudgeOnRequest => $"🚧 {name(blocker.Nudge!.By)} asks again: {full} — raised by {author} {raised}; nobody has it yet.",
            Telling.Nudge => $"🚧 {author} is still blocked: {full} — raised {raised}; nobody has it after {BlockerPlan.NudgeHours} h of your work.",
            Telling.AskAuthor => $"🚧 Who could help you? After {BlockerPlan.NudgeHours} h of your work nobody has {full}. {help} Then say {needs}",
            Telling.Left => $"🚧 {name(told.Whom)} left, so they are not asked any more about {full}. {help} Then say {needs}",
            Telling.StandIn => $"🚧 Nobody has #{blocker.Number} yet.{why} {help}",
            _ when blocker.Needs.Count == 0 => $"🚧 After {BlockerPlan.EscalateHours} h of {why} nobody has #{blocker.Number} yet. {help}",
            _ => $"🚧 After {BlockerPlan.EscalateHours} h of {why} nobody has #{blocker.Number} yet, which {BlockerText.State(blocker, name)}. {help}",
        };
    }

    /// <summary>
    /// Why somebody can't be nudged now, as a sentence behind another, or whose work is over
    /// </summary>
    /// <param name="whom">Whom the telling is about; null where its readers may not learn about them.</param>
    public static Rich Why(Planned told, Colleague? whom, Instant now, Func<PersonId, Rich> name, DateTimeZone reader)
    {
        if (told.What == Telling.Escalation)
            return whom is not null ? $"{name(whom.Id)}’s work" : (Rich)$"work";
        if (told.What != Telling.StandIn || whom is null)
            return Rich.Empty;
        var state = whom.At(now);
        Rich until = state.Back is { } back ? (Rich)$" until {TwoClocks.Say(whom, back, reader)}" : Rich.Empty;
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
            Telling.StandIn => blocker.After(Event(BlockerDeed.NamedInstead)).With(told.Whom, need => need with { StoodInAt = now }),
            _ => blocker.After(Event(BlockerDeed.Escalated)) with { EscalatedAt = now },
        };
    }

    private static Need? NeedOf(Blocker blocker, Planned told) => blocker.Needs.FirstOrDefault(need => need.Person == told.Whom);
}
