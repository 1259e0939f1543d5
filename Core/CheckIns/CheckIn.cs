using System.Globalization;
using System.Text.Json.Serialization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.CheckIns;

/// <summary>The meeting that became a message: some questions, who is asked, when, and where the answers are read.</summary>
/// <param name="Owner">Who may change it beside the admins; null where that person left.</param>
/// <param name="Channel">Where it lives: its members see it.</param>
/// <param name="IsForEveryone">Whoever is in the channel is asked.</param>
/// <param name="Members">Who is asked, since when.</param>
/// <param name="Left">Those who want no part in what is for everyone.</param>
/// <param name="Since">Nothing that would have been asked before this is asked: when it was made, changed or resumed.</param>
/// <param name="PausedAt">Null where it is not paused.</param>
public sealed record CheckIn(
    int Number,
    string Name,
    PersonId? Owner,
    ChannelId Channel,
    IReadOnlyList<Question> Questions,
    Timetable Times,
    Asking Asking,
    bool IsForEveryone,
    IReadOnlyList<Member> Members,
    IReadOnlyList<PersonId> Left,
    CheckInState State,
    Instant Since,
    Instant? PausedAt = null)
{
    /// <summary>The series of its numbers, and its kind on disk.</summary>
    public const string Kind = "checkin";

    public const int LongestName = 60;

    /// <summary>More people than this are put into a check-in only by an admin.</summary>
    public const int MostWithoutAdmin = 25;

    /// <summary>Check-ins that a workspace may have.</summary>
    public const int Most = 500;

    public static readonly DocumentType<CheckIn> Type = new(
        Kind,
        checkIn => IdOf(checkIn.Number),
        new DocumentIndex<CheckIn>("all", All, checkIn => Documents.SortKey.Of(checkIn.Number)));

    [JsonIgnore]
    public ConversationId Home => ConversationId.Of(Channel);

    [JsonIgnore]
    public bool IsActive => State == CheckInState.Active;

    /// <summary>The lane of its jobs, which go one after the other.</summary>
    [JsonIgnore]
    public string Lane => $"{Kind} {Number}";

    private static string? All(CheckIn checkIn) => checkIn.State == CheckInState.Deleted ? null : "";

    public static string IdOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>When it is to be looked at: at the next window on some clocks; where nobody is there, at the one on its own.</summary>
    public Instant? NextOf(IEnumerable<string> zones, Instant after) =>
        zones.DefaultIfEmpty(Times.Rule.Zone).Select(zone => Times.Next(after, zone)?.Opens).Min();

    public bool Asks(PersonId person) => Members.Any(member => member.Person == person);
}

/// <summary>Somebody who is asked.</summary>
/// <param name="Since">When they came in: what opened before is not asked.</param>
public sealed record Member(PersonId Person, Instant Since);

/// <summary>How people are asked.</summary>
public enum Asking
{
    /// <summary>Each by direct message, at their own time.</summary>
    Dm,

    /// <summary>All by the message in the channel.</summary>
    Channel,
}

public enum CheckInState
{
    Active,
    Paused,
    Deleted,
}
