using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Blockers;

/// <summary>What happened to a blocker, what was told or held, and what will be, in words. When somebody works is told to those who may learn it.</summary>
/// <param name="told">Of all whom it names, those about whose time its reader may learn.</param>
internal sealed class BlockerRecord(Blocker blocker, IReadOnlySet<PersonId> told)
{
    private const int MostShown = 60;

    public IEnumerable<Rich> Happened
    {
        get
        {
            var all = blocker.History.Where(happened => happened.To is not { } to || IsTold(to) || IsNoSecret(happened.What)).ToList();
            if (all.Count > MostShown)
                yield return $"{all.Count - MostShown} earlier things are not shown";
            foreach (var happened in all.TakeLast(MostShown))
                yield return $"{happened.At}: {Line(happened)}";
        }
    }

    public IEnumerable<Rich> Coming(IReadOnlyList<Planned> plan) => plan.Where(each => IsTold(each.Whom) && each.What is not (Telling.Left or Telling.GiveBack))
        .Select(each => (Rich)$"{each.At}: {Line(each)}");

    private bool IsTold(PersonId person) => person == PersonId.Former || told.Contains(person);

    /// <summary>What says nothing about when somebody works.</summary>
    private static bool IsNoSecret(BlockerDeed what) => what is BlockerDeed.Needed or BlockerDeed.Left or BlockerDeed.GivenBack or BlockerDeed.AuthorLeft;

    private static Rich Line(BlockerEvent happened)
    {
        Rich detail = happened.Detail is { } said ? (Rich)$": {said}" : Rich.Empty;
        Rich to = happened.To is { } person ? (Rich)$"{person}" : $"{happened.By}";
        return happened.What switch
        {
            BlockerDeed.Raised => $"raised by {happened.By}",
            BlockerDeed.Flagged => $"flagged by {happened.By}",
            BlockerDeed.Needed => $"{happened.By} said that {to} can help",
            BlockerDeed.Taken => $"taken by {happened.By}",
            BlockerDeed.Noted => $"{happened.By} noted{detail}",
            BlockerDeed.Done => $"resolved, says {happened.By}{detail}",
            BlockerDeed.Explained => $"{happened.By} said how{detail}",
            BlockerDeed.Reopened => $"opened again by {happened.By}",
            BlockerDeed.NudgeAsked => $"{happened.By} asked for a nudge",
            BlockerDeed.Left => $"{to} left and is not asked any more; the author was told",
            BlockerDeed.GivenBack => $"{to} left and had it; nobody has it from then on",
            BlockerDeed.Told => $"{to} was told, in their working hours",
            BlockerDeed.Nudged => $"{to} was nudged, because nobody had it after {BlockerPlan.NudgeHours} h of their work",
            BlockerDeed.NudgedOnRequest => $"{to} was nudged, because somebody asked for it",
            BlockerDeed.AskedAuthor => $"{to} was asked who could help, because nobody had it after {BlockerPlan.NudgeHours} h of their work",
            BlockerDeed.NamedInstead => $"{to} could not be nudged, so others who could help were named",
            BlockerDeed.Escalated => $"others who could act were named, because nobody had it after {BlockerPlan.EscalateHours} h of work",
            BlockerDeed.AuthorLeft => $"{to}, who raised it, left; its thread was asked whether it still matters",
            BlockerDeed.Edited => $"{happened.By} changed its text",
            BlockerDeed.Forgotten => $"ended, because whoever raised it was forgotten",
            BlockerDeed.HeldByFocus => $"what was for {to} is held until {happened.Until!.Value}, because of focus",
            _ => $"what was for {to} is held until {happened.Until!.Value}, because of {Attention.NagBudget.PerDay} other messages that day",
        };
    }

    private static Rich Line(Planned each) => each.What switch
    {
        Telling.Need => $"{each.Whom} is told, when they start to work or if they do",
        Telling.Nudge => $"{each.Whom} is nudged, if nobody has it by then",
        Telling.NudgeOnRequest => $"{each.Whom} is nudged, because somebody asked for it",
        Telling.AskAuthor => $"{each.Whom} is asked who could help, if nobody has it by then",
        Telling.StandIn => $"others are named who could help, because {each.Whom} can’t be nudged",
        Telling.AuthorLeft => $"its thread is asked whether it still matters, because {each.Whom} left",
        _ => $"others are named who could act, if nobody has it by then",
    };
}
