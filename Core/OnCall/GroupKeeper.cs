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
        foreach (var parked in await turn.Parked(Queues.Outbox))
        {
            if (parked.Body is not GroupSync sync || sync.Group != group)
                continue;
            turn.Batch.Cancel(Queues.Outbox, parked.Id);
            if (told.Problem != parked.Reason)
            {
                turn.Post(ConversationId.Of(rotation.Owner), Card.Of(
                    $"I could not make the user group @{group} equal to who is on call for {rotation.Name}: {parked.Reason}. "
                    + $"I try again at each handoff. To stop: {new Typed($"oncall group {rotation.Name} off")}"));
                told = told with { Problem = parked.Reason };
            }
        }

        var people = now.Seats.Select(seat => seat.Person).OrderBy(person => person.Value, StringComparer.Ordinal).ToList();
        var wanted = $"{group}: {string.Join(' ', people)}";
        if (people.Count == 0 || told.Group == wanted)
            return new GroupKeeper(told, false);
        turn.Batch.Enqueue(Queues.Outbox, $"{turn.Id}.group", $"group {group}", turn.Now, new GroupSync(group, people) as Effect);
        return new GroupKeeper(told with { Group = wanted }, true);
    }
}
