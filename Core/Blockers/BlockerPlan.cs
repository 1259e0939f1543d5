using AsyncBot.Core.Messages;
using AsyncBot.Core.People;

namespace AsyncBot.Core.Blockers;

/// <summary>
/// When who will be told what of a blocker, reckoned from the hours of the people as they are now. Nothing of it is kept, so it is right again
/// whenever hours, absences, zones or the clocks change.
/// </summary>
public static class BlockerPlan
{
    /// <summary>Hours of work after which whoever is needed is nudged, once.</summary>
    public const int NudgeHours = 4;

    /// <summary>Hours of work after which its thread names who could act.</summary>
    public const int EscalateHours = 8;

    private static readonly Duration Nudges = Duration.FromHours(NudgeHours);
    private static readonly Duration Escalates = Duration.FromHours(EscalateHours);

    /// <summary>What is still to be told, in its order; nothing of it lies before <paramref name="now"/>.</summary>
    /// <param name="people">Everybody whom the blocker names.</param>
    public static IReadOnlyList<Planned> Of(Blocker blocker, IReadOnlyDictionary<PersonId, Colleague> people, Instant now)
    {
        if (!blocker.IsOpen)
            return [];
        var plan = new List<Planned>();
        var author = people[blocker.Author];
        if (blocker.TakenBy is { } taker && people[taker].IsGone)
            return [new Planned(ConversationId.Of(taker), now, Telling.GiveBack, taker)];
        foreach (var person in blocker.Nudge is { } nudge ? blocker.Asked.Intersect(nudge.Left) : [])
            AddFor(people[person], blocker.Nudge!.At, Telling.NudgeOnRequest, person);
        if (blocker.State != BlockerState.Open)
            return plan;
        if (author.IsGone)
        {
            AddOfLeaver();
            return plan;
        }

        foreach (var need in blocker.Needs)
            AddNeed(need, people[need.Person]);
        if (blocker.Needs.Count == 0 && !blocker.IsAuthorAsked)
            AddFor(author, author.Hours.After(blocker.Since, Nudges), Telling.AskAuthor, author.Id);
        if (blocker.Needs.Count == 0 && blocker.EscalatedAt is null)
            AddToThread(author.Hours.After(blocker.Since, Escalates), Telling.Escalation, author.Id);
        else if (FirstToEscalate() is { } first)
            AddToThread(first.At, Telling.Escalation, first.Whom);
        return [.. plan.OrderBy(each => each.At)];

        // Nobody waits any more until somebody says that it still matters.
        void AddOfLeaver()
        {
            if (blocker.AuthorLeftAt is null)
                AddToThread(now, Telling.AuthorLeft, author.Id);
            foreach (var need in blocker.Needs.Where(need => need.ToldAt is null && need.Since >= blocker.AuthorLeftAt))
                AddFor(people[need.Person], need.Since, Telling.Need, need.Person);
        }

        void AddNeed(Need need, Colleague person)
        {
            if (person.IsGone)
                AddFor(author, need.Since, Telling.Left, person.Id);
            else if (need.ToldAt is not { } told)
                AddFor(person, need.Since, Telling.Need, person.Id);
            else if (need.NudgedAt is null)
                AddFor(person, person.Hours.After(told, Nudges), Telling.Nudge, person.Id);
            if (need.StoodInAt is null && IsBehindEscalation(need) && !person.IsGone)
                AddToThread(StandsIn(need, person), Telling.StandIn, person.Id);
        }

        (Instant At, PersonId Whom)? FirstToEscalate() => blocker.Needs
            .Where(need => need.ToldAt is not null && IsBehindEscalation(need) && !people[need.Person].IsGone)
            .Select(need => (At: people[need.Person].Hours.After(need.ToldAt!.Value, Escalates), need.Person))
            .Where(each => each.At is not null)
            .Select(each => ((Instant At, PersonId Whom)?)(each.At!.Value, each.Person))
            .MinBy(each => each!.Value.At);

        // Whoever is named after the thread named others counts anew.
        bool IsBehindEscalation(Need need) => blocker.EscalatedAt is null || need.Since >= blocker.EscalatedAt;

        // Whoever is away when a nudge would matter to the author is not nudged; somebody else is named.
        Instant? StandsIn(Need need, Colleague person)
        {
            if (blocker.Holds.LastOrDefault(hold => hold.Person == person.Id) is { IsByFocus: true } && need.ToldAt is not null)
                return need.ToldAt;
            if (author.Hours.After(need.Since, Nudges) is not { } worked || Reach(author, worked) is not { } at)
                return null;
            var laterAbsences = person.Hours.Absences.Where(absence => absence.From > at).Select(absence => Reach(author, absence.From));
            return laterAbsences.Prepend(at).Where(each => each is not null).Order().FirstOrDefault(each => IsOut(person, each!.Value));
        }

        // In their hours, and of what may wait not before focus and the nag budget let it out.
        void AddFor(Colleague to, Instant? at, Telling what, PersonId whom)
        {
            if (at is not { } from || to.IsGone)
                return;
            var isHeld = what is Telling.Nudge or Telling.NudgeOnRequest or Telling.AskAuthor && blocker.HeldUntil(to.Id) > from;
            if (Reach(to, Instant.Max(now, isHeld ? blocker.HeldUntil(to.Id)!.Value : from)) is { } reached)
                plan.Add(new Planned(ConversationId.Of(to.Id), reached, what, whom));
        }

        // To its author, where it has no thread.
        void AddToThread(Instant? at, Telling what, PersonId whom)
        {
            if (blocker.Post is null)
                AddFor(author, at, what, whom);
            else if (at is { } then)
                plan.Add(new Planned(blocker.Home, Instant.Max(now, then), what, whom));
        }
    }

    /// <summary>An instant in somebody's working time as it is, and otherwise the start of their next work; null where there is none for a year.</summary>
    public static Instant? Reach(Colleague person, Instant at) =>
        !person.IsZoneKnown ? at : person.Hours.CurrentOrNext(at) is { } work ? Instant.Max(work.Start, at) : null;

    private static bool IsOut(Colleague person, Instant at) => person.At(at).Standing == Standing.Away || Reach(person, at) is null;
}

/// <summary>Something that will be told.</summary>
/// <param name="Whom">Whom it is about.</param>
public sealed record Planned(ConversationId To, Instant At, Telling What, PersonId Whom);

/// <summary>What is told of a blocker, the strongest last: one message says the strongest of what it could say.</summary>
public enum Telling
{
    /// <summary>Nobody is told by it: whoever has it left, so it is given back.</summary>
    GiveBack,

    AuthorLeft,
    AskAuthor,
    StandIn,
    Left,
    Nudge,
    NudgeOnRequest,
    Escalation,
    Need,
}
