using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Nobody is shown as on call who left; the gaps are told at once.</summary>
public sealed class RotationsOfLeavers : ILeaving
{
    public async Task Left(Turn turn, PersonId person)
    {
        foreach (var rotation in await turn.Query(Rotation.Type, Rotation.With(ConversationId.Of(person))))
            LookOnCall.Schedule(turn, rotation.Value.Key, turn.Now);
    }
}
