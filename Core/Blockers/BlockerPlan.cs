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

    /// <summary>What is still to be told, in its order.</summary>
    /// <param name="people">Everybody whom the blocker names.</param>
    public static IReadOnlyList<Planned> Of(Blocker blocker, IReadOnlyDictionary<PersonId, Colleague> people)
    {
        if (!blocker.IsOpen)
            return [];
        var plan = new List<Planned>();
        var author = people[blocker.Author];
        foreach (var person in blocker.Nudge is { } nudge ? blocker.Asked.Intersect(nudge.Left) : [])
            Add(ConversationId.Of(person), Held(Reach(people[person], blocker.Nudge!.At), person), Telling.NudgeOnRequest, person);
        if (blocker.State != BlockerState.Open)
            return plan;

        foreach (var need in blocker.Needs)
            AddNeed(need, people[need.Person]);
        if (!author.IsGone)
            AddAuthor();
        if (!blocker.IsEscalated && Escalation() is { } escalation)
            Add(ThreadOf(blocker), escalation, Telling.Escalation, blocker.Author);
        return [.. plan.OrderBy(each => each.At)];

        void AddNeed(Need need, Colleague person)
        {
            var to = ConversationId.Of(person.Id);
            if (person.IsGone)
                Add(ConversationId.Of(author.Id), author.IsGone ? null : Reach(author, need.Since), Telling.Left, person.Id);
            else if (need.ToldAt is not { } told)
                Add(to, Reach(person, need.Since), Telling.Need, person.Id);
            else if (need.NudgedAt is null)
                Add(to, Held(AfterWork(person, told, Nudges), person.Id), Telling.Nudge, person.Id);
            if (need.StoodInAt is null && !blocker.IsEscalated && !person.IsGone)
                Add(ThreadOf(blocker), StandsIn(need, person), Telling.StandIn, person.Id);
        }

        void AddAuthor()
        {
            if (blocker.Needs.Count == 0 && !blocker.IsAuthorAsked)
                Add(ConversationId.Of(author.Id), Held(AfterWork(author, blocker.Since, Nudges), author.Id), Telling.AskAuthor, author.Id);
        }

        Instant? Escalation() => blocker.Needs.Count == 0
            ? author.Hours.After(blocker.Since, Escalates)
            : blocker.Needs.Where(need => need.ToldAt is not null && !people[need.Person].IsGone)
                .Select(need => people[need.Person].Hours.After(need.ToldAt!.Value, Escalates)).Min();

        // Whoever is away when a nudge would matter to the author is not nudged; somebody else is named.
        Instant? StandsIn(Need need, Colleague person)
        {
            if (blocker.Holds.LastOrDefault(hold => hold.Person == person.Id) is { IsByFocus: true } && need.ToldAt is not null)
                return need.ToldAt;
            if (AfterWork(author, need.Since, Nudges) is not { } at)
                return null;
            var laterAbsences = person.Hours.Absences.Where(absence => absence.From > at).Select(absence => Reach(author, absence.From));
            return laterAbsences.Prepend(at).Where(each => each is not null).Order().FirstOrDefault(each => IsOut(person, each!.Value));
        }

        Instant? Held(Instant? at, PersonId person) => at is { } planned && blocker.HeldUntil(person) is { } until ? Instant.Max(planned, until) : at;

        void Add(ConversationId to, Instant? at, Telling what, PersonId whom)
        {
            if (at is { } when)
                plan.Add(new Planned(to, when, what, whom));
        }
    }

    /// <summary>An instant in somebody's working time as it is, and otherwise the start of their next work; null where there is none for a year.</summary>
    public static Instant? Reach(Colleague person, Instant at) =>
        !person.IsZoneKnown ? at : person.Hours.CurrentOrNext(at) is { } work ? Instant.Max(work.Start, at) : null;

    private static bool IsOut(Colleague person, Instant at) => person.At(at).Standing == Standing.Away || Reach(person, at) is null;

    /// <summary>Where what belongs into its thread is told; to the author, where it has none.</summary>
    private static ConversationId ThreadOf(Blocker blocker) => blocker.Post is null ? ConversationId.Of(blocker.Author) : blocker.Home;

    private static Instant? AfterWork(Colleague person, Instant from, Duration worked) =>
        person.Hours.After(from, worked) is { } at ? Reach(person, at) : null;
}

/// <summary>Something that will be told.</summary>
/// <param name="Whom">Whom it is about.</param>
public sealed record Planned(ConversationId To, Instant At, Telling What, PersonId Whom);

/// <summary>What is told of a blocker, the strongest last: one message says the strongest of what it could say.</summary>
public enum Telling
{
    AskAuthor,
    StandIn,
    Left,
    Nudge,
    NudgeOnRequest,
    Escalation,
    Need,
}
