using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Tells the owner once that the channel of a rotation hears of no handoff, and what to do about it.</summary>
internal static class ChannelKeeper
{
    /// <param name="isNews">Whether there is a handoff of which the channel should hear.</param>
    public static async Task<Told> Keep(Turn turn, Rotation rotation, Told told, bool isNews)
    {
        if (rotation.Channel is not { } channel)
            return told;
        if (await RotationBook.CanPost(turn, rotation))
            return told.IsMute ? told with { IsMute = false } : told;
        if (!isNews || told.IsMute)
            return told;
        Rich mend = await turn.Find(channel) switch
        {
            null => $"There is no such channel any more. Set the rotation up in another one: {new Typed(NewRotation.Example)}",
            { IsArchived: true } => $"It is archived. I go on there once it is not.",
            _ => $"I may not post there. Invite me, and I go on there.",
        };
        await RotationOwner.Tell(
            turn, rotation, $"⚠️ I can’t tell {channel} who is on call for {rotation.Name}. {mend} Whoever comes on call is told by me directly, as before.");
        return told with { IsMute = true };
    }
}
