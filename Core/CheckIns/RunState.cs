using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Where a run stands: who answered, who may still, and who was not asked. Reckoned from the entries, and kept nowhere.</summary>
/// <param name="Waiting">Those who were asked and can still answer in time.</param>
/// <param name="Silent">Those whose window is over and who have not answered; after the end only those whom the question really reached.</param>
/// <param name="Coming">Whose window is still to open.</param>
/// <param name="Away">Those who were not asked because they were away.</param>
/// <param name="Hindered">Those who were asked and have not answered, and could not: the bot was down for most of their window.</param>
/// <param name="Late">Those who answered when their window was over; they are among <paramref name="Answered"/>, too.</param>
public sealed record RunState(
    IReadOnlyList<PersonId> Answered,
    IReadOnlyList<PersonId> Waiting,
    IReadOnlyList<PersonId> Silent,
    IReadOnlyList<PersonId> Coming,
    IReadOnlyList<PersonId> Skipped,
    IReadOnlyList<PersonId> Away,
    IReadOnlyList<PersonId> Hindered,
    IReadOnlyList<PersonId> Late,
    IReadOnlyList<InTheWay> Blockers)
{
    /// <summary>How many were asked or answered. Of whoever shares nothing it is not told, while it is open, that their time has come.</summary>
    public int Asked => Answered.Count + Skipped.Count + Waiting.Concat(Silent).Count(person => !IsOpen || !Hidden.Contains(person));

    public bool IsOpen { get; init; }

    /// <summary>The windows of those who are still to come.</summary>
    public IReadOnlyList<(PersonId Person, PersonalWindow Window)> Windows { get; private init; } = [];

    /// <summary>Whether there is somebody of whom it may be told that it has begun for them.</summary>
    public bool IsToShow(Instant now) => Entries.Any(entry =>
        entry.Opens <= now && (entry.Answers is { Timeliness: not Timeliness.Early } || (entry.IsWaiting && !Hidden.Contains(entry.Person))));

    /// <summary>Those who share nothing of their time: what it tells of it is not shown.</summary>
    public IReadOnlySet<PersonId> Hidden { get; init; } = new HashSet<PersonId>();

    /// <summary>Whether nobody is left who could still answer in time.</summary>
    public bool IsComplete { get; private init; }

    /// <summary>How many were not asked because the bot was down for all of their window.</summary>
    public int Missed => Entries.Count(entry =>
        entry is { Answers: null, State: EntryState.Missed } && entry.Ledger.Any(happened => happened.What == Deed.MissedDown));

    /// <summary>Those whom the question did not reach, without those who share nothing and of whose clock that would tell.</summary>
    public IReadOnlyList<PersonId> NotAsked =>
    [
        .. Entries.Where(entry => entry is { Answers: null, State: EntryState.Missed or EntryState.Unreached }
            && !(Hidden.Contains(entry.Person) && TellsOfClock(entry, IsOpen))).Select(entry => entry.Person),
    ];

    /// <summary>Whether it tells of somebody's clock that they were not asked: while others are, and of whoever moved always.</summary>
    public static bool TellsOfClock(Entry entry, bool isOpen) => entry is { Answers: null, State: EntryState.Missed }
        && (isOpen || entry.Ledger.Any(happened => happened.What == Deed.MissedMoved));

    /// <summary>The downtime that hindered most of those whom one did; null where none is known.</summary>
    public Downtime? Down => Entries.Where(entry => entry is { Answers: null, State: EntryState.Hindered })
        .Select(entry => entry.Ledger.LastOrDefault(happened => happened.What == Deed.Hindered)?.Down).OfType<Downtime>()
        .GroupBy(down => down).MaxBy(some => some.Count())?.Key;

    /// <summary>What was answered to the questions that are counted, a line each.</summary>
    public IReadOnlyList<Fact> Figures { get; init; } = [];

    /// <summary>What it was reckoned from.</summary>
    public IReadOnlyList<Entry> Entries { get; private init; } = [];

    /// <param name="coming">Whose window is still to open, or has opened and nobody has dealt with it yet.</param>
    public static RunState Of(Run run, IReadOnlyList<Entry> entries, IReadOnlyList<(PersonId Person, PersonalWindow Window)> coming, Instant now)
    {
        return new RunState(
            Of(entry => entry.Answers is not null),
            Of(entry => entry.IsWaiting && now < entry.Closes),
            Of(entry => entry.IsWaiting && now >= entry.Closes),
            [.. coming.Select(each => each.Person)],
            Of(entry => entry is { State: EntryState.Skipped, Answers: null }),
            Of(entry => entry is { Answers: null, State: EntryState.Away or EntryState.DayOff }),
            Of(entry => entry is { Answers: null, State: EntryState.Hindered }),
            Of(entry => entry.Answers?.Timeliness == Timeliness.Late),
            [
                .. entries.OrderBy(entry => entry.Answers?.FirstAt)
                    .SelectMany(entry => BlockersIn(run, entry).Select(text => new InTheWay(entry.Person, text, entry.Subject))),
            ])
        {
            IsComplete = coming.Count == 0 && entries.All(entry => entry.IsSettled || entry.Closes <= now),
            IsOpen = run.IsOpen,
            Windows = coming,
            Entries = entries,
        };

        List<PersonId> Of(Func<Entry, bool> isMeant) => [.. entries.Where(isMeant).Select(entry => entry.Person)];
    }

    /// <summary>What is in somebody's way, in their words.</summary>
    public static IEnumerable<string> BlockersIn(Run run, Entry entry) => run.Questions.Zip(entry.Answers?.To(run) ?? [])
        .Where(each => each.First.Role == QuestionRole.Blocker && each.Second is not null && !Nothing.Is(each.Second))
        .Select(each => each.Second!);
}

/// <summary>A blocker in an answer.</summary>
/// <param name="Entry">Where it was said, as messages name what they quote.</param>
public sealed record InTheWay(PersonId Person, string Text, string Entry);
