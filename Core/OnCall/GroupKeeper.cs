using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Keeps a platform's user group equal to who is on call, and tells the owner once what the platform has against it.</summary>
/// <param name="IsWaiting">Whether it should be looked soon what came of it.</param>
internal sealed record GroupKeeper(Told Told, bool IsWaiting)
{
    /// <summary>After this it is looked whether the platform refused.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(2);

    /// <summary>While nobody is on call, the last ones stay in the group, which the platform would not let be empty.</summary>
    public static async Task<GroupKeeper> Keep(Turn turn, Rotation rotation, Told told, Stretch now)
    {
        if (rotation.Group is not { } group)
            return new GroupKeeper(told.Group is null && told.Problem is null ? told : told with { Group = null, Problem = null }, false);
        if (await KeptGroup.Find(turn, group) is not { } claimed)
            KeptGroup.Claim(turn, group, rotation);
        else if (claimed.Value.Rotation != rotation.Key)
            return new GroupKeeper(await Fails(turn, rotation, told, group, "another rotation keeps it"), false);
        var parked = (await turn.Parked(Queues.Outbox)).Where(each => each.Body is GroupSync sync && sync.Group == group).ToList();
        foreach (var each in parked)
            turn.Batch.Cancel(Queues.Outbox, each.Id);
        if (parked.Count > 0)
            return new GroupKeeper(await Fails(turn, rotation, told, group, parked[^1].Reason), false);
        var people = now.Seats.Select(seat => seat.Person).OrderBy(person => person.Value, StringComparer.Ordinal).ToList();
        var wanted = $"{group}: {string.Join(' ', people)}";
        if (people.Count == 0)
            return new GroupKeeper(told, false);
        if (told.Group == wanted)
            return new GroupKeeper(told with { Problem = null }, false);
        turn.Batch.Enqueue(Queues.Outbox, $"{turn.Id}.group", $"group {group}", turn.Now, new GroupSync(group, people) as Effect);
        return new GroupKeeper(told with { Group = wanted }, true);
    }
    private static async Task<Told> Fails(Turn turn, Rotation rotation, Told told, string group, string problem)
    {
        if (told.Problem != problem)
        {
            await RotationOwner.Tell(
                turn,
                rotation,
                $"I could not make the user group @{group} equal to who is on call for {rotation.Name}: {problem}. "
                + $"I try again at each handoff, and once a day. To stop: {new Typed($"oncall group {rotation.Name} off")}");
        }

        return told with { Group = null, Problem = problem };
    }
}
