using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Whoever set a rotation up hears what does not work of it, for as long as they are here.</summary>
internal static class RotationOwner
{
    public static async Task<bool> IsHere(Turn turn, Rotation rotation) =>
        rotation.Owner != PersonId.Former && await turn.Find(rotation.Owner) is not { IsGone: true };

    public static async Task Tell(Turn turn, Rotation rotation, Rich news)
    {
        if (await IsHere(turn, rotation))
            turn.Post(ConversationId.Of(rotation.Owner), Card.Of(news), quotes: [rotation.Item]);
    }
}
