using System.Text.Json.Serialization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.Recurrences;

namespace AsyncBot.Core.Due;

/// <summary>A task that must not slip: whoever has it is told in time, whatever happens to the bot, the clocks or their working hours.</summary>
/// <param name="Asker">Who wanted it done; often the same person.</param>
/// <param name="To">Whose it is: somebody's direct conversation, or a channel where anybody may do it.</param>
/// <param name="Home">Its members see it too; the asker's direct conversation where nobody else does.</param>
/// <param name="Once">When it is due, if once.</param>
/// <param name="Every">When it comes round, if it does.</param>
/// <param name="Leads">How long before a deadline they are told; none for a reminder.</param>
/// <param name="SetAt">When the time was said: what would have had to be told before that is not told.</param>
/// <param name="Said">What was told of the present time, by <see cref="Planned.Key"/>.</param>
/// <param name="LastAt">The latest time that was told, of what comes round.</param>
/// <param name="SnoozedUntil">When it is told once more.</param>
/// <param name="HeldUntil">Before this nothing is told that may wait.</param>
/// <param name="HeldForAskerUntil">The same for what is told to the asker.</param>
/// <param name="Next">When there is something to tell to whose it is.</param>
/// <param name="NextForAsker">When there is something to tell to the asker.</param>
/// <param name="Post">The latest message that shows nothing else.</param>
/// <param name="Link">The message that it came from.</param>
public sealed record DueItem(
    int Number,
    PersonId Asker,
    ConversationId To,
    ConversationId Home,
    string Text,
    DueTime? Once,
    Recurrence? Every,
    IReadOnlyList<Lead> Leads,
    bool IsDeadline,
    DueState State,
    Instant SetAt,
    IReadOnlyList<DueEvent> History,
    IReadOnlyList<string>? Said = null,
    Instant? LastAt = null,
    Instant? SnoozedUntil = null,
    Instant? HeldUntil = null,
    Instant? HeldForAskerUntil = null,
    Instant? Next = null,
    Instant? NextForAsker = null,
    PostId? Post = null,
    string? Link = null,
    Instant? ClosedAt = null)
{
    public const int LongestText = 10_000;

    /// <summary>Open items a person may have.</summary>
    public const int MostOpen = 100;

    /// <summary>Of these, what one other may ask of them, so that nobody fills somebody else's list.</summary>
    public const int MostOpenOfOneAsker = 50;

    /// <summary>The series of its numbers, and its kind on disk.</summary>
    public const string Kind = "due";

    public static readonly DocumentType<DueItem> Type = new(
        Kind,
        item => IdOf(item.Number),
        new DocumentIndex<DueItem>("list", KeysOf, item => SortKey.Of(item.Closest)),
        ClosingCatalog.Index<DueItem>(item => item.ClosedAt),
        new DocumentIndex<DueItem>("next", item => item.Next is null ? null : item.To.Value, item => SortKey.Of(item.Next!.Value)),
        new DocumentIndex<DueItem>(
            "next for asker",
            item => item.NextForAsker is null ? null : ConversationId.Of(item.Asker).Value,
            item => SortKey.Of(item.NextForAsker!.Value)));

    private const int MostHistory = 200;

    public IReadOnlyList<string> Said { get; init; } = Said ?? [];

    [JsonIgnore]
    public bool IsOpen => State == DueState.Open;

    /// <summary>Whose it is; null where it is a channel's.</summary>
    [JsonIgnore]
    public PersonId? Assignee => To.Person;

    /// <summary>Whether somebody else wanted it.</summary>
    [JsonIgnore]
    public bool IsGiven => Assignee is not { } assignee || assignee != Asker;

    /// <summary>By which a list is ordered: when it is due, or comes round next.</summary>
    [JsonIgnore]
    public Instant Closest => Once?.At ?? Every!.NextAfter(Since) ?? Since;

    /// <summary>Behind this what comes round is still to come.</summary>
    [JsonIgnore]
    public Instant Since => LastAt is { } last && last > SetAt ? last : SetAt;

    /// <summary>Whether it is a reminder that was told, and waits for nothing but an answer.</summary>
    [JsonIgnore]
    public bool IsTold => IsOpen && !IsDeadline && Once is not null && Said.Contains(Planned.Time);

    /// <summary>Until when it was put off, and is not told yet.</summary>
    [JsonIgnore]
    public Instant? PutOffUntil => IsOpen && SnoozedUntil is { } until && !Said.Contains(Planned.Again) ? until : null;

    /// <summary>How often it comes round, without what was left out long ago.</summary>
    [JsonIgnore]
    public Recurrence? EveryFromNow => Every is not { Exceptions.Count: > 0 } every ? Every
        : every with { Exceptions = [.. every.Exceptions.Where(left => left > Since.InZone(DateTimeZoneProviders.Tzdb[every.Zone]).LocalDateTime)] };

    /// <summary>That the latest time of what comes round is done.</summary>
    [JsonIgnore]
    public DueEvent? DoneForNow => Every is null || LastAt is null ? null : History.LastOrDefault(each => each.What == DueDeed.Done && each.Until == LastAt);

    [JsonIgnore]
    public PersonId? ClosedBy => IsOpen ? null : History[^1].By;

    public static string IdOf(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same after something happened to it.</summary>
    public DueItem After(DueEvent what) => this with
    {
        History = History.Count < MostHistory ? [.. History, what] : [History[0], .. History.Skip(History.Count - MostHistory + 2), what],
    };

    private static IEnumerable<string> KeysOf(DueItem item)
    {
        var state = item.IsTold ? DueList.Told : item.IsOpen ? DueList.Open : DueList.Closed;
        yield return DueList.KeyOf(item.To, state);
        if (item.IsGiven)
            yield return DueList.KeyOfGiven(item.Asker, state);
        if (item.Home.Channel is not null && item.Home != item.To)
            yield return DueList.KeyOf(item.Home, state);
    }
}

public enum DueState
{
    Open,
    Done,
    Cancelled,
    Declined,

    /// <summary>A reminder that was told long ago and that nobody answered.</summary>
    Lapsed,
}
