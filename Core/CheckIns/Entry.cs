using System.Text.Json.Serialization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// One member's part in one run: their window, what they said, and line by line what was asked, held back or missed and why. One document each, so
/// that many who are asked in one second, or answer in one, have nothing in common that would be written again and again.
/// </summary>
/// <param name="Slot">Tells it from the others of its run: the person, or after they were forgotten a number.</param>
/// <param name="Zone">On whose clock the window was reckoned.</param>
/// <param name="Earlier">What the answers were before they were edited.</param>
/// <param name="Prompt">The latest direct message that asked.</param>
/// <param name="Post">What shows the answer in the thread of the run.</param>
/// <param name="RemindAt">When they are reminded, if they have not answered by then; null where they are not any more.</param>
/// <param name="Tallied">The texts of the questions that they answered without a name, which can't be taken back.</param>
/// <param name="Draft">What they answered before the questions changed, as far as it fits those that are asked.</param>
public sealed record Entry(
    string Run,
    int CheckIn,
    LocalDate Date,
    PersonId Person,
    string Slot,
    string Zone,
    Instant Opens,
    Instant Closes,
    EntryState State,
    IReadOnlyList<Happening> Ledger,
    Answers? Answers = null,
    IReadOnlyList<Answers>? Earlier = null,
    PostId? Prompt = null,
    PostId? Post = null,
    Instant? SnoozedUntil = null,
    Instant? RemindAt = null,
    IReadOnlyList<string>? Tallied = null,
    IReadOnlyList<string?>? Draft = null)
{
    public const string Kind = "checkin.entry";

    private const int MostLines = 100;
    private const int MostEarlier = 20;

    public static readonly DocumentType<Entry> Type = new(
        Kind,
        entry => IdOf(entry.Run, entry.Slot),
        new DocumentIndex<Entry>("run", entry => entry.Run, entry => entry.Slot),
        new DocumentIndex<Entry>("person", entry => entry.Person.Value, entry => $"{SortedOn(entry.Date)}{entry.Run}"),
        new DocumentIndex<Entry>(
            "remind",
            entry => entry.IsWaiting && entry.RemindAt is not null ? entry.Person.Value : null,
            entry => SortKey.Of(entry.RemindAt!.Value)));

    public IReadOnlyList<Answers> Earlier { get; init; } = Earlier ?? [];

    public IReadOnlyList<string> Tallied { get; init; } = Tallied ?? [];

    /// <summary>Whether they were asked, and owe an answer.</summary>
    [JsonIgnore]
    public bool IsWaiting => State == EntryState.Asked && Answers is null;

    /// <summary>Whether they answered, skipped or were not asked, so that nobody waits for them.</summary>
    [JsonIgnore]
    public bool IsSettled => !IsWaiting;

    /// <summary>Whether their window, when it opened, found them to have answered.</summary>
    [JsonIgnore]
    public bool IsDealtWith => State != EntryState.Unasked || (Answers is not null && Ledger.Any(happened => happened.What == Deed.NotAskedAnswered));

    /// <summary>Whether the question went to them.</summary>
    [JsonIgnore]
    public bool WasAsked => Ledger.Any(happened => happened.What is Deed.Asked or Deed.AskedInChannel or Deed.AskedLate or Deed.AskedBehind or Deed.AskedMoved);

    /// <summary>Whether they did anything about it, so that the question surely reached them.</summary>
    [JsonIgnore]
    public bool HasReacted => Ledger.Any(happened => happened.By == Person);

    /// <summary>The date of its run, and which of that date it is.</summary>
    [JsonIgnore]
    public string Day => CheckIns.Run.DayOf(Run, Date);

    /// <summary>As messages name what they quote.</summary>
    [JsonIgnore]
    public string Subject => SubjectOf(Run, Slot);

    public static string IdOf(string run, string slot) => $"{run} {slot}";

    public static string IdOf(string run, PersonId person) => IdOf(run, person.Value);

    public static string SubjectOf(string run, string slot) => $"{CheckIns.CheckIn.Kind} {IdOf(run, slot)}";

    /// <summary>Where those of a date begin among somebody's.</summary>
    public static string SortedOn(LocalDate date) => $"{Clock.Iso(date)} ";

    /// <summary>The same after something happened to it.</summary>
    public Entry After(Happening what) => this with
    {
        Ledger = Ledger.Count < MostLines ? [.. Ledger, what] : [Ledger[0], .. Ledger.Skip(Ledger.Count - MostLines + 2), what],
    };

    /// <summary>The same with other answers.</summary>
    public Entry With(Answers answers) => this with
    {
        Answers = answers,
        Earlier = Answers is null ? Earlier : [.. Earlier.TakeLast(MostEarlier - 1), Answers],
    };
}

/// <summary>What somebody said.</summary>
/// <param name="Texts">An answer for each question; null where there is none, or none with a name.</param>
/// <param name="FirstAt">When they first answered, and on which side of their window.</param>
/// <param name="Questions">What they answer, where the run may yet begin with other questions; null where they are the run's.</param>
public sealed record Answers(
    Instant At, IReadOnlyList<string?> Texts, Instant FirstAt, Timeliness Timeliness, IReadOnlyList<Question>? Questions = null)
{
    /// <summary>An answer for each question of a run; null where there is none.</summary>
    public IReadOnlyList<string?> To(Run run) => Questions is null ? Texts : [.. run.Questions.Select(TextTo)];

    private string? TextTo(Question asked) => Questions!.Zip(Texts).Where(each => each.First.Equals(asked)).Select(each => each.Second).FirstOrDefault();
}

public enum Timeliness
{
    InTime,

    /// <summary>Before they were asked.</summary>
    Early,

    /// <summary>After their window was over.</summary>
    Late,
}

/// <summary>How somebody stands to a run.</summary>
public enum EntryState
{
    /// <summary>They were asked.</summary>
    Asked,

    /// <summary>They answered without having been asked, mostly before.</summary>
    Unasked,

    Skipped,
    Away,

    /// <summary>A holiday, or a day off.</summary>
    DayOff,

    /// <summary>Their window was over before anybody could ask.</summary>
    Missed,

    /// <summary>They left the workspace, or the check-in.</summary>
    Gone,

    /// <summary>They were asked, and it surely never arrived.</summary>
    Unreached,

    /// <summary>They were asked, and for most of their window nobody could have taken an answer.</summary>
    Hindered,
}

/// <summary>One line of the record.</summary>
/// <param name="Until">Until when, or when it was to be.</param>
/// <param name="Detail">What a platform said, or how an absence is called.</param>
/// <param name="Down">The downtime that hindered them.</param>
public sealed record Happening(Instant At, Deed What, PersonId By, Instant? Until = null, string? Detail = null, Downtime? Down = null);

public enum Deed
{
    Asked,
    AskedInChannel,

    /// <summary>Asked, but not at the time, because the bot was down.</summary>
    AskedLate,

    /// <summary>Asked, but not at the time, though the bot was up.</summary>
    AskedBehind,

    /// <summary>Asked when they moved to where the time had passed.</summary>
    AskedMoved,
    AskedAgain,
    NotAskedAway,
    NotAskedDayOff,
    NotAskedAnswered,
    MissedDown,
    MissedBehind,
    MissedMoved,
    QuestionsChanged,
    Reminded,
    HeldByFocus,
    HeldByBudget,
    Snoozed,
    Skipped,
    Answered,
    Edited,
    Undelivered,
    Left,
    TakenBack,

    /// <summary>They went away when they had been asked.</summary>
    WentAway,
    CameBack,

    /// <summary>The bot was down for most of their window.</summary>
    Hindered,
}
