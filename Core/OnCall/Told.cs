using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>What was told of a rotation, so that nothing is told twice and a change that changes nothing is not told at all.</summary>
/// <param name="Of">When the rotation was made: another one of the same name was not told of.</param>
/// <param name="Channel">Whom the channel knows to be on call; null before the first shift.</param>
/// <param name="People">Who knows that they are on call.</param>
/// <param name="HeadsUps">The shifts of which somebody had a heads-up.</param>
/// <param name="Over">The covers that are shown as over, which nobody took.</param>
/// <param name="Turn">When the turn ends of which was told last.</param>
/// <param name="Group">Whom the platform's user group was made equal to, as <c>group: people</c>.</param>
/// <param name="Problem">What is against that; the owner was told.</param>
/// <param name="IsMute">Whether the owner knows that its channel can't be posted to.</param>
public sealed record Told(
    string Rotation,
    Instant Of,
    IReadOnlyList<PersonId>? Channel = null,
    IReadOnlyList<PersonId>? People = null,
    IReadOnlyList<HeadsUp>? HeadsUps = null,
    IReadOnlyList<int>? Over = null,
    string? Group = null,
    string? Problem = null,
    Instant? Turn = null,
    bool IsMute = false)
{
    /// <summary>What was told of a rotation that is deleted stays for as long as that may be taken back.</summary>
    public static readonly Duration Kept = Duration.FromMinutes(15);

    public static readonly DocumentType<Told> Type = new("rotation.told", told => told.Rotation);

    public IReadOnlyList<PersonId> People { get; init; } = People ?? [];

    public IReadOnlyList<HeadsUp> HeadsUps { get; init; } = HeadsUps ?? [];

    public IReadOnlyList<int> Over { get; init; } = Over ?? [];

    /// <summary>What was told so far, be it nothing.</summary>
    public static async Task<(Stored<Told>? Stored, Told Value)> Find(Turn turn, Rotation rotation)
    {
        var stored = await turn.Find(Type, rotation.Key);
        return (stored, stored?.Value is { } told && told.Of == rotation.CreatedAt ? told : new Told(rotation.Key, rotation.CreatedAt));
    }

    /// <summary>Without the names of all others, who may have asked to be forgotten.</summary>
    public Told Only(IReadOnlyList<PersonId> people) =>
        People.Concat(Channel ?? []).Concat(HeadsUps.Select(each => each.Person)).Concat(InGroup).All(people.Contains) ? this : this with
        {
            Channel = Channel?.Where(people.Contains).ToList(),
            People = [.. People.Where(people.Contains)],
            HeadsUps = [.. HeadsUps.Where(each => people.Contains(each.Person))],
            Group = InGroup.All(people.Contains) ? Group : null,
        };

    /// <summary>
    /// As things are in the turn that holds a moment: whoever has it again after a turn in which nobody had it is news, and a gap within a turn is none.
    /// </summary>
    internal Told In(Watch watch)
    {
        var now = watch.Now;
        if (Turn is not { } end || now.IsGap || now.Start <= end)
            return this;
        var isSame = Channel is not null && Channel.Count == now.Seats.Count && Channel.All(now.Has);
        return this with { Channel = isSame ? [] : Channel, People = [.. People.Where(person => !now.Has(person))] };
    }

    private IEnumerable<PersonId> InGroup =>
        Group?.Split(": ")[1].Split(' ').Select(id => new PersonId(id)) ?? [];

    /// <summary>The rotation is deleted for good.</summary>
    public static async Task Drop(Turn turn, string rotation)
    {
        if (await turn.Find(Type, rotation) is { } told)
            turn.Batch.Delete(Type, rotation, told.Version);
    }

    public static void Keep(Turn turn, Stored<Told>? before, Told after) => turn.Batch.Put(Type, after, before?.Version ?? Batch.New);
}

/// <summary>A shift that somebody was told of ahead.</summary>
public sealed record HeadsUp(PersonId Person, Instant Start, Instant End);
