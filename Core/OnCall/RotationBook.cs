using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>The one place that decides who may see and change which rotation.</summary>
public static class RotationBook
{
    /// <summary>What was over for so long goes out of a plan when it is changed, and is not asked about any more.</summary>
    public static readonly Duration Kept = Duration.FromDays(100);

    private const int MostNamed = 8;

    /// <summary>The rotation of that name, if the caller may see it.</summary>
    public static async Task<Stored<Rotation>?> Find(Turn turn, string name) =>
        await turn.Find(Rotation.Type, Rotation.KeyOf(name)) is { } rotation && await Sees(turn, turn.Caller.Person, rotation.Value) ? rotation : null;

    /// <summary>All that somebody may see, by name.</summary>
    public static async Task<IReadOnlyList<Stored<Rotation>>> All(Turn turn, PersonId person) =>
        await Seen(turn, person, await turn.Query(Rotation.Type, Rotation.All()));

    /// <summary>Those of a person or a channel that somebody may see.</summary>
    public static async Task<IReadOnlyList<Stored<Rotation>>> With(Turn turn, PersonId person, ConversationId conversation) =>
        await Seen(turn, person, await turn.Query(Rotation.Type, Rotation.With(conversation)));

    /// <summary>Everybody but guests; they see those in which they take turns.</summary>
    public static async Task<bool> Sees(Turn turn, PersonId person, Rotation rotation) =>
        await turn.Find(person) is not { } known || Sees(known, rotation, turn.Now);

    public static bool Sees(Person person, Rotation rotation, Instant now) => !person.IsGuest || rotation.HasPart(person.Id, now);

    /// <summary>Whether its channel hears of handoffs and pages.</summary>
    public static async Task<bool> CanPost(Turn turn, Rotation rotation) =>
        rotation.Channel is { } channel && await turn.Find(channel) is { IsArchived: false, CanPost: true };

    public static bool MayChange(Turn turn, Rotation rotation) => turn.Caller.IsAdmin || turn.Caller.Person == rotation.Owner;

    /// <summary>
    /// An id for something that is agreed on. No other ever had it, also in a rotation of the same name or after an Undo, so old buttons stay about theirs.
    /// </summary>
    public static Task<int> NewId(Turn turn) => turn.Number("agreement");

    /// <summary>Stores what somebody made of a rotation.</summary>
    public static void Change(Turn turn, Stored<Rotation> before, Rotation after) =>
        turn.Change(Rotation.Type, before, Pruned(after, turn.Now - Kept) with { Revision = before.Value.Revision + 1 });

    public static async Task<Reply> NotFound(Turn turn, string name)
    {
        var known = await All(turn, turn.Caller.Person);
        return known.Count == 0
            ? Reply.Refuse($"There is no rotation called “{Excerpt.Word(name)}”, nor any other. Try: {new Typed(NewRotation.Example)}")
            : Reply.Refuse($"There is no rotation called “{Excerpt.Word(name)}”, but {Names(known)}. Try: {new Typed($"oncall {known[0].Value.Name}")}");
    }

    public static Reply NotYours(Rotation rotation, string verb) => Reply.Refuse(
        $"{rotation.Name} is {rotation.Owner}’s; only they or an admin can {new Rich([new Words(verb)])} it. Try: {new Typed($"oncall {rotation.Name}")}");

    public static Rich Names(IReadOnlyList<Stored<Rotation>> rotations)
    {
        var names = rotations.Take(MostNamed).Select(each => (Rich)$"{each.Value.Name}").ToList();
        if (rotations.Count > MostNamed)
            names.Add($"{rotations.Count - MostNamed} more");
        return Rich.Join(", ", " and ", names);
    }

    private static async Task<IReadOnlyList<Stored<Rotation>>> Seen(Turn turn, PersonId person, IReadOnlyList<Stored<Rotation>> rotations) =>
        await turn.Find(person) is { IsGuest: true } guest ? [.. rotations.Where(each => Sees(guest, each.Value, turn.Now))] : rotations;

    /// <summary>Without those who took turns once; so nobody seems to have had what they had.</summary>
    private static Layer Pruned(Layer layer, Instant before)
    {
        if (layer.Handoffs is not { } rule)
            return layer;
        var kept = layer.Rosters.Where((_, at) => at == layer.Rosters.Count - 1 || layer.Rosters[at + 1].FromTurn > rule.NumberAt(before)).ToList();
        return kept.Count == layer.Rosters.Count ? layer : layer with { Rosters = kept, Since = Instant.Max(layer.Since ?? before, before) };
    }

    private static Rotation Pruned(Rotation rotation, Instant before)
    {
        var plan = rotation.Plan;
        var covers = plan.Covers.Where(each => each.End > before).ToList();
        return rotation with
        {
            Asks = [.. rotation.Asks.Where(ask => covers.Exists(cover => cover.Id == ask.Cover))],
            Plan = plan with
            {
                Layers = [.. plan.Layers.Select(layer => Pruned(layer, before))],
                Overrides = [.. plan.Overrides.Where(each => each.End > before)],
                Covers = covers,
                Pauses = [.. plan.Pauses.Where(each => each.End is null || each.End > before)],
            },
        };
    }
}
