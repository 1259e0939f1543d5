using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Whether the channel of a check-in is there to post in.</summary>
internal static class Channels
{
    /// <returns>What is wrong, and how to go on; null where nothing is.</returns>
    public static async Task<Rich?> Trouble(Turn turn, CheckIn checkIn) => await turn.Find(checkIn.Channel) switch
    {
        { IsArchived: false } => null,
        { IsArchived: true } => $"{checkIn.Home} is archived. To go on elsewhere: "
            + $"{new Typed(turn.Caller.Person == PersonId.Bot ? CheckInWords.Example : await Examples.OfNew(turn))}",
        _ => $"I can’t see its channel any more: it was deleted, or I was taken out of it. Once I am back in it: "
            + $"{new Typed($"checkin resume {checkIn.Name}")}",
    };
}
