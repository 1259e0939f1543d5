using System.Text.Json.Serialization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Blockers;

/// <summary>What keeps somebody from going on: said once, it finds whoever can help, in their own working time.</summary>
/// <param name="Home">Only its members see it, and those whom it needs; a direct conversation is its author's alone.</param>
/// <param name="Since">When it was raised, or last reopened.</param>
/// <param name="How">How it was solved.</param>
/// <param name="IsAuthorAsked">Whether the author was asked who could help, where nobody is needed.</param>
/// <param name="EscalatedAt">When its thread named who could act.</param>
/// <param name="AuthorLeftAt">When its thread was asked whether it still matters, because its author had left.</param>
/// <param name="Nudge">The latest nudge that somebody asked for.</param>
/// <param name="Holds">What waits for whom because of focus or the nag budget.</param>
/// <param name="Waits">When there is something to tell, and where: a hint, reckoned anew whenever it comes up.</param>
/// <param name="Post">The message that shows it in its home.</param>
/// <param name="Sent">The messages of the bot with which something can be done, here and with people; they show how it stands.</param>
/// <param name="Source">The message that it was flagged at.</param>
public sealed record Blocker(
    int Number,
    ConversationId Home,
    PersonId Author,
    string Text,
    BlockerState State,
    Instant RaisedAt,
    Instant Since,
    IReadOnlyList<Need> Needs,
    IReadOnlyList<BlockerEvent> History,
    PersonId? TakenBy = null,
    string? How = null,
    Instant? ClosedAt = null,
    bool IsAuthorAsked = false,
    Instant? EscalatedAt = null,
    Instant? AuthorLeftAt = null,
    AskedNudge? Nudge = null,
    IReadOnlyList<HeldFor>? Holds = null,
    IReadOnlyList<Wait>? Waits = null,
    PostId? Post = null,
    IReadOnlyList<SentMessage>? Sent = null,
    BlockerSource? Source = null)
{
    public const int LongestText = 10_000;

    /// <summary>The series of its numbers, and its kind on disk.</summary>
    public const string Kind = "blocker";

    public static readonly DocumentType<Blocker> Type = new(
        Kind,
        blocker => IdOf(blocker.Number),
        new DocumentIndex<Blocker>("list", BlockerList.KeysOf, blocker => SortKey.Of(blocker.Number)),
        new DocumentIndex<Blocker>("waits", blocker => blocker.Waits.Select(wait => (wait.To.Value, SortKey.Of(wait.At)))),
        ClosingCatalog.Index<Blocker>(blocker => blocker.ClosedAt));

    private const int MostHistory = 200;
    private const int MostSent = 50;

    public IReadOnlyList<HeldFor> Holds { get; init; } = Holds ?? [];

    public IReadOnlyList<SentMessage> Sent { get; init; } = Sent ?? [];

    public IReadOnlyList<Wait> Waits { get; init; } = Waits ?? [];

    /// <summary>Whether it still keeps somebody from going on, taken or not.</summary>
    [JsonIgnore]
    public bool IsOpen => State != BlockerState.Done;

    /// <summary>Whether nobody solved it, and it ended because its author was forgotten.</summary>
    [JsonIgnore]
    public bool IsForgotten => !IsOpen && History.Any(happened => happened.What == BlockerDeed.Forgotten);

    /// <summary>Who said that it is solved.</summary>
    [JsonIgnore]
    public PersonId? SolvedBy => IsOpen || IsForgotten ? null : History.LastOrDefault(happened => happened.What == BlockerDeed.Done)?.By;

    /// <summary>Who said how it was solved.</summary>
    [JsonIgnore]
    public PersonId? HowSaidBy => History.LastOrDefault(happened => happened is { What: BlockerDeed.Done or BlockerDeed.Explained, Detail: not null })?.By;

    /// <summary>Whether earlier things may have gone from its history.</summary>
    [JsonIgnore]
    public bool IsHistoryFull => History.Count >= MostHistory;

    /// <summary>Who is asked to do something: whoever took it, and otherwise those whom it needs.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonId> Asked => !IsOpen ? [] : TakenBy is { } taker ? [taker] : [.. Needs.Select(need => need.Person)];

    public static string IdOf(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public bool IsNeeded(PersonId person) => Needs.Any(need => need.Person == person);

    public Instant? HeldUntil(PersonId person) => Holds.LastOrDefault(hold => hold.Person == person)?.Until;

    /// <summary>The same after something happened to it.</summary>
    public Blocker After(BlockerEvent what) => this with
    {
        History = History.Count < MostHistory ? [.. History, what] : [History[0], .. History.Skip(History.Count - MostHistory + 2), what],
    };

    /// <summary>The same where more people are needed.</summary>
    public Blocker Needing(IReadOnlyList<PersonId> people, PersonId by, Instant now) =>
        people.Aggregate(this, (sofar, person) => sofar.After(new BlockerEvent(now, by, BlockerDeed.Needed, To: person))) with
        {
            Needs = [.. Needs, .. people.Select(person => new Need(person, by, now))],
        };

    /// <summary>The same with another state of somebody who is needed.</summary>
    public Blocker With(PersonId person, Func<Need, Need> change) => this with
    {
        Needs = [.. Needs.Select(need => need.Person == person ? change(need) : need)],
    };

    /// <summary>The same after one more message was sent that shows nothing else.</summary>
    public Blocker After(SentMessage sent) => this with { Sent = [.. Sent.TakeLast(MostSent - 1), sent] };

    /// <summary>Open and untaken from an instant on, as if nobody had been told of it yet.</summary>
    public Blocker Anew(Instant since) => this with
    {
        State = BlockerState.Open,
        Since = since,
        TakenBy = null,
        How = null,
        ClosedAt = null,
        IsAuthorAsked = false,
        EscalatedAt = null,
        Holds = [],
        Needs = [.. Needs.Select(need => need with { Since = since, ToldAt = null, NudgedAt = null, StoodInAt = null })],
    };
}

public enum BlockerState
{
    Open,
    Taken,
    Done,
}

/// <summary>Somebody who is needed, and what they were told.</summary>
/// <param name="By">Who named them.</param>
/// <param name="NudgedAt">When they were nudged because nobody took it.</param>
/// <param name="StoodInAt">When somebody else was named because they could not be nudged.</param>
public sealed record Need(
    PersonId Person, PersonId By, Instant Since, Instant? ToldAt = null, Instant? NudgedAt = null, Instant? StoodInAt = null);

/// <summary>A nudge that somebody asked for.</summary>
/// <param name="Left">Who is still to get it.</param>
public sealed record AskedNudge(PersonId By, Instant At, IReadOnlyList<PersonId> Left);

/// <summary>Until when nothing is told to somebody that may wait.</summary>
public sealed record HeldFor(PersonId Person, Instant Until, bool IsByFocus);

/// <summary>A message that the bot sent by itself.</summary>
public sealed record SentMessage(ConversationId To, PostId Post);

/// <summary>Where there is something to tell, and when.</summary>
public sealed record Wait(ConversationId To, Instant At);

/// <summary>The message that a blocker was flagged at.</summary>
public sealed record BlockerSource(MessageId Message, PersonId Author, string? Link);
