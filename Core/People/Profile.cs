using System.Globalization;
using System.Text.Json.Serialization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>What somebody said about when they can be reached. It outweighs what their platform says; who said nothing has none.</summary>
/// <param name="Hours">Null where they never said.</param>
/// <param name="Zone">Null where it is the platform's.</param>
/// <param name="Absences">In the order in which they begin.</param>
/// <param name="IsShared">Off: others are told to ask them, and nothing more.</param>
/// <param name="ChangedBy">The last turn that changed each of these, by which an Undo knows whether it was its own.</param>
public sealed record Profile(
    PersonId Person,
    SaidHours? Hours = null,
    string? Zone = null,
    IReadOnlyList<PlannedAbsence>? Absences = null,
    Focus? Focus = null,
    bool IsShared = true,
    IReadOnlyDictionary<string, string>? ChangedBy = null)
{
    public static readonly DocumentType<Profile> Type = new(
        "person",
        profile => profile.Person.Value,
        new DocumentIndex<Profile>("told by", profile => profile.Tellers, profile => profile.Person.Value),
        new DocumentIndex<Profile>("unshared", profile => profile.IsShared ? null : "", profile => profile.Person.Value));

    /// <summary>How long an absence that is over is still known.</summary>
    public static readonly Duration Kept = Duration.FromDays(7);

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    private static readonly (string Name, string Called, Func<Profile, Profile, Profile> From)[] Parts =
    [
        ("hours", "the working week", (one, other) => one with { Hours = other.Hours }),
        ("zone", "the zone", (one, other) => one with { Zone = other.Zone }),
        ("absences", "the list of absences", (one, other) => one.Absences.SequenceEqual(other.Absences) ? one : one with { Absences = other.Absences }),
        ("focus", "the focus", (one, other) => one with { Focus = other.Focus }),
        ("share", "the sharing", (one, other) => one with { IsShared = other.IsShared }),
    ];

    public static readonly UndoRules<Profile> Undo = new(
        _ => "what you said about your time",
        _ => "online",
        Parts: new UndoParts<Profile>(
            profile => new Profile(profile.Person),
            [.. Parts.Select(part => new UndoPart<Profile>(
                part.Name,
                part.Called,
                profile => profile.TurnOf(part.Name),
                (now, before) => part.From(now, before).With(part.Name, before.TurnOf(part.Name))))]),
        IsAbout: (profile, person) => profile.Person == person || profile.Absences.Any(absence => absence.By == person),
        TakenBack: TakenBackForOthers.Tell);

    public IReadOnlyList<PlannedAbsence> Absences { get; init; } = Absences ?? [];

    public IReadOnlyDictionary<string, string> ChangedBy { get; init; } = ChangedBy ?? Nothing;

    /// <summary>Who else said that this person is away.</summary>
    private IEnumerable<string> Tellers => Absences.Select(absence => absence.By.Value).Distinct().Where(by => by != Person.Value);

    /// <summary>What somebody said so far, be it nothing.</summary>
    public static async Task<Profile> Of(Turn turn, PersonId person) => (await turn.Find(Type, person.Value))?.Value ?? new Profile(person);

    /// <summary>All who share nothing; mostly few, however many people there are.</summary>
    public static Task<IReadOnlySet<PersonId>> Unshared(Turn turn) => turn.Once<IReadOnlySet<PersonId>>((typeof(Profile), "unshared"), async () =>
    {
        const int page = 250;
        var all = new HashSet<PersonId>();
        string? from = null;
        while (true)
        {
            var part = await turn.Query(Type, new Slice("unshared", "", From: from, Take: page));
            all.UnionWith(part.Select(stored => stored.Value.Person));
            if (part.Count < page)
                return all;
            from = part[^1].Value.Person.Value + "\u0002";
        }
    });

    /// <summary>Asks for those of whom somebody else said that they are away.</summary>
    public static Slice ToldBy(PersonId person) => new("told by", person.Value, Take: 1_000);

    /// <summary>Keeps what somebody says now, and drops absences that are long over.</summary>
    public static async Task Change(Turn turn, PersonId person, Func<Profile, Profile> change)
    {
        var stored = await turn.Find(Type, person.Value);
        var before = stored?.Value ?? new Profile(person);
        var said = change(before);
        var changed = Parts.Where(part => part.From(said, before) != said);
        var after = changed.Aggregate(said, (profile, part) => profile.With(part.Name, turn.Id)).Without(turn.Now - Kept);
        if (stored is null)
            turn.Create(Type, after);
        else
            turn.Change(Type, stored, after);
    }

    /// <summary>Whether somebody who knows them may learn about their time.</summary>
    public bool IsToldTo(PersonId reader) => IsShared || Person == reader;

    /// <summary>Those that are not over, in the order in which they begin.</summary>
    public IEnumerable<PlannedAbsence> Coming(Instant now) => Absences.Where(absence => absence.InTime().To > now);

    private string TurnOf(string part) => ChangedBy.GetValueOrDefault(part, "");

    private Profile With(string part, string turn)
    {
        var changedBy = new Dictionary<string, string>(ChangedBy) { [part] = turn };
        if (turn.Length == 0)
            changedBy.Remove(part);
        return this with { ChangedBy = changedBy };
    }

    private Profile Without(Instant endedBefore) => this with
    {
        Absences = [.. Absences.Where(absence => absence.InTime().To >= endedBefore).OrderBy(absence => absence.InTime().From)],
    };
}

/// <summary>Working hours, and when they were said.</summary>
public sealed record SaidHours(WorkingWeek Week, Instant At);

/// <summary>A time in which somebody would rather not be interrupted.</summary>
public sealed record Focus(Instant From, Instant Until);

/// <summary>A time away, on the wall clock on which it was meant.</summary>
/// <param name="To">The first moment at which they are back.</param>
/// <param name="Zone">An IANA id, or an offset such as UTC+05:30.</param>
/// <param name="Reason">In the words of whoever said it; empty where none was given.</param>
/// <param name="By">Themselves, or an admin for them.</param>
public sealed record PlannedAbsence(LocalDateTime From, LocalDateTime To, string Zone, string Reason, PersonId By, Instant SaidAt)
{
    /// <summary>Tells it from the person's others.</summary>
    [JsonIgnore]
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{From:uuuu-MM-dd'T'HH:mm:ss.fffffff} {To:uuuu-MM-dd'T'HH:mm:ss.fffffff} {Zone}");

    /// <summary>One between two instants, on the clock of a zone where that can say them, and otherwise on UTC.</summary>
    public static PlannedAbsence Between(Instant from, Instant to, string zone, string reason, PersonId by, Instant saidAt)
    {
        var on = Of(zone);
        return on.InTime() is var time && time.From == from && time.To == to ? on : Of("UTC");

        PlannedAbsence Of(string id) => new(Wall(from, id), Wall(to, id), id, reason, by, saidAt);

        // Where midnight is skipped, the day begins behind the gap.
        static LocalDateTime Wall(Instant at, string id)
        {
            var local = at.InZone(DateTimeZoneProviders.Tzdb[id]);
            return local == local.Zone.AtStartOfDay(local.Date) ? local.Date.AtMidnight() : local.LocalDateTime;
        }
    }

    public bool IsAt(Instant at) => InTime() is var time && time.From <= at && at < time.To;

    /// <summary>
    /// The same for somebody's working hours: a whole day takes the night's work that begins on it, as days off do, and leaves the one that began
    /// the evening before.
    /// </summary>
    public Absence InHours(WorkingWeek week, string zone)
    {
        var time = InTime();
        return zone != Zone ? time : time with { From = EndOfNight(week, From) ?? time.From, To = EndOfNight(week, To) ?? time.To };
    }

    /// <summary>When the night's work ends that goes on at a midnight; null where none does.</summary>
    private Instant? EndOfNight(WorkingWeek week, LocalDateTime edge)
    {
        if (edge.TimeOfDay != LocalTime.Midnight)
            return null;
        var evening = edge.Date.PlusDays(-1).DayOfWeek;
        var nights = week.Windows.Where(window => window.IsOvernight && window.To > LocalTime.Midnight && window.Day == evening).ToList();
        return nights.Count == 0 ? null : Edges.End(DateTimeZoneProviders.Tzdb[Zone], edge.Date + nights.Max(window => window.To));
    }

    /// <summary>The same on the line of time. Of a repeated wall time it takes the longer reading.</summary>
    public Absence InTime()
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        return new Absence(Edges.Start(zone, From), Edges.End(zone, To), Reason);
    }
}
