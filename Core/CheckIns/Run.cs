using System.Text.Json.Serialization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.CheckIns;

/// <summary>A check-in on one date, with its questions as they were. Its members answer on that date of their own calendar.</summary>
/// <param name="Extra">0 for the one that the rule asks for; others were begun by hand.</param>
/// <param name="Root">The message in the channel; null where nobody could be asked any more when it was to begin.</param>
/// <param name="At">When one that was begun by hand was begun.</param>
/// <param name="ClosedAt">Null while somebody may still answer in time.</param>
/// <param name="Turnout">How many were asked and answered, once it is closed.</param>
/// <param name="Closing">The line in its thread that ended it.</param>
/// <param name="Quoted">The entries whose text that line shows.</param>
/// <param name="BegunAt">When its first window was found open; before that there are only early answers.</param>
public sealed record Run(
    int CheckIn,
    LocalDate Date,
    int Extra,
    string Name,
    ChannelId Channel,
    IReadOnlyList<Question> Questions,
    Asking Asking,
    PostId? Root,
    Instant OpenedAt,
    Instant? At = null,
    Instant? ClosedAt = null,
    Turnout? Turnout = null,
    PostId? Closing = null,
    Instant? BegunAt = null,
    IReadOnlyList<string>? Quoted = null)
{
    public const string Kind = "checkin.run";

    public static readonly DocumentType<Run> Type = new(
        Kind,
        run => run.Id,
        new DocumentIndex<Run>("of", run => CheckIns.CheckIn.IdOf(run.CheckIn), run => Clock.Iso(run.Date) + run.Extra),
        ClosingCatalog.Index<Run>(run => run.ClosedAt));

    /// <summary>As messages name what they show, and without the word the id: <c>checkin 7 2026-03-09</c>.</summary>
    [JsonIgnore]
    public string Id => IdOf(CheckIn, Date, Extra);

    [JsonIgnore]
    public string Subject => SubjectOf(Id);

    [JsonIgnore]
    public ConversationId Home => ConversationId.Of(Channel);

    [JsonIgnore]
    public bool HasBegun => BegunAt is not null || Root is not null;

    [JsonIgnore]
    public bool IsOpen => ClosedAt is null;

    /// <summary>Whether there is something to tell of it: it has a message, or is over and had nobody to ask.</summary>
    [JsonIgnore]
    public bool IsTold => Root is not null || (HasBegun && !IsOpen);

    /// <summary>Its date, and which of that date it is where people began it by hand.</summary>
    [JsonIgnore]
    public string Day => DayOf(Id, Date);

    /// <summary>When somebody on a clock answers; null where they are not asked on that date.</summary>
    public PersonalWindow? WindowOf(CheckIn checkIn, string zone) => At is { } at
        ? new PersonalWindow(Date, at, at + checkIn.Times.Open, Duration.Zero)
        : checkIn.Times.On(Date, zone);

    public static string IdOf(int checkIn, LocalDate date, int extra = 0) =>
        extra == 0 ? $"{CheckIns.CheckIn.IdOf(checkIn)} {Clock.Iso(date)}" : $"{CheckIns.CheckIn.IdOf(checkIn)} {Clock.Iso(date)}+{extra}";

    public static string DayOf(string id, LocalDate date) => WhichOf(id) is { } which ? $"{Clock.Say(date)} ({which})" : Clock.Say(date);

    /// <summary>Tells one that was begun by hand from the others of its date; null for the one that the rule asks for.</summary>
    public static string? WhichOf(string id) => id.Split('+') switch
    {
        [_, "1"] => "extra run",
        [_, var extra] => $"extra run {extra}",
        _ => null,
    };

    public static string SubjectOf(string id) => $"{CheckIns.CheckIn.Kind} {id}";

    /// <summary>The run that a message is about, or somebody’s part in it; null where it is about none.</summary>
    public static string? IdIn(string? subject) => subject?.Split(' ') is [CheckIns.CheckIn.Kind, var number, var date, ..] ? $"{number} {date}" : null;
}

/// <summary>How many took part in a run, of those whom the question really reached.</summary>
public sealed record Turnout(int Asked, int Answered);
