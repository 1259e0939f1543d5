using System.Text.Json.Serialization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>People who take turns at being the one to ask. Who that is at any time is reckoned from the plan, and never kept.</summary>
/// <param name="Name">One word, unlike all others here in any case of letters.</param>
/// <param name="Channel">Where handoffs are told and cover is asked for; null for one that was made in a direct conversation.</param>
/// <param name="Zone">The clock of its handoffs, an IANA id.</param>
/// <param name="Revision">Grows with each change that people make.</param>
/// <param name="Asks">The messages that ask for cover, by the id of the cover.</param>
/// <param name="Group">A user group of the platform that is kept equal to who is on call.</param>
public sealed record Rotation(
    string Name,
    PersonId Owner,
    ChannelId? Channel,
    string Zone,
    Plan Plan,
    Instant CreatedAt,
    int Revision = 1,
    IReadOnlyList<CoverAsk>? Asks = null,
    string? Group = null)
{
    /// <summary>In a workspace.</summary>
    public const int Most = 200;

    /// <summary>In one rotation.</summary>
    public const int MostPeople = 50;

    public const int LongestName = 40;

    public const string Kind = "rotation";

    private const string AllKey = "all";

    public static readonly DocumentType<Rotation> Type = new(
        Kind,
        rotation => rotation.Key,
        new DocumentIndex<Rotation>(AllKey, _ => AllKey, rotation => rotation.Key),
        new DocumentIndex<Rotation>("with", rotation => rotation.Conversations.Select(with => with.Value), rotation => rotation.Key));

    public static readonly UndoRules<Rotation> Undo = new(
        rotation => $"the rotation {rotation.Name}",
        rotation => $"oncall {rotation.Name}",
        StateOf: rotation => $"{rotation.CreatedAt.ToUnixTimeTicks()} {rotation.Revision}",
        Restore: (now, before) => before with { Plan = before.Plan with { Departures = now.Plan.Departures } },
        IsAbout: (rotation, person) => rotation.Owner == person || rotation.Everybody.Contains(person));

    public IReadOnlyList<CoverAsk> Asks { get; init; } = Asks ?? [];

    [JsonIgnore]
    public string Key => KeyOf(Name);

    /// <summary>As messages name what they show.</summary>
    [JsonIgnore]
    public string Item => $"{Kind} {Key}";

    /// <summary>Those who take turns from now on, each once, in the order of the layers and of their turns.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonId> People =>
        [.. Plan.Layers.SelectMany(layer => layer.Rosters[^1].Groups).SelectMany(group => group).Distinct()];

    /// <summary>Everybody whom the plan names.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonId> Everybody =>
    [
        .. Plan.Layers.SelectMany(layer => layer.Rosters).SelectMany(roster => roster.Groups).SelectMany(group => group)
            .Concat(Plan.Overrides.Select(each => each.Person))
            .Concat(Plan.Covers.SelectMany(each => new[] { each.Asker, each.TakenBy ?? each.Asker }))
            .Distinct(),
    ];

    /// <summary>There was none before: when it was made, or the first handoff where somebody said that this was earlier.</summary>
    [JsonIgnore]
    public Instant Begins => Plan.Layers.Where(layer => layer.Since is null)
        .Select(layer => layer is { BeginsAtAnchor: true, Handoffs: { } rule } ? rule.Of(0) : Instant.MinValue)
        .Append(CreatedAt).Min();

    /// <summary>Whether somebody has to do with it from now on; who took turns once does not.</summary>
    public bool HasPart(PersonId person, Instant now) =>
        Owner == person
        || Plan.Layers.SelectMany(layer => layer.Rosters.Where((_, at) => IsStillToCome(layer, at, now)))
            .Any(roster => roster.Groups.Any(group => group.Contains(person)))
        || Plan.Overrides.Any(each => each.Person == person && each.End > now)
        || Plan.Covers.Any(each => (each.Asker == person || each.TakenBy == person) && each.End > now);

    private static bool IsStillToCome(Layer layer, int roster, Instant now) =>
        roster == layer.Rosters.Count - 1 || layer.Handoffs is not { } rule || layer.Rosters[roster + 1].FromTurn > rule.NumberAt(now);

    private IEnumerable<ConversationId> Conversations =>
        Everybody.Append(Owner).Concat(Plan.Overrides.Select(each => each.By).OfType<PersonId>()).Distinct().Select(ConversationId.Of)
            .Concat(Channel is { } channel ? [ConversationId.Of(channel)] : []);

    public static string KeyOf(string name) => name.ToLowerInvariant();

    public static Slice All() => new(AllKey, AllKey, Take: Most);

    /// <summary>Asks for those that have to do with a person or a channel.</summary>
    public static Slice With(ConversationId conversation) => new("with", conversation.Value, Take: Most);

    public Schedule Schedule() => new(Plan);
}

/// <summary>A message that asks for cover.</summary>
public sealed record CoverAsk(int Cover, PostId Post, ConversationId In);
