using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Keeps the check-ins of a channel equal to who is in it; whoever made one looks after its people.</summary>
public sealed class CheckInsOfChannel : IChannelBound
{
    public async Task Changed(Turn turn, ChannelId channel)
    {
        foreach (var each in await CheckInBook.All(turn))
        {
            if (each.Value.Channel == channel)
                CheckInPlan.Renew(turn, each.Value.Number);
        }
    }

    public async Task<bool> LooksAfter(Turn turn, PersonId person, ChannelId channel) =>
        (await CheckInBook.All(turn)).Any(each => each.Value.Channel == channel && each.Value.Owner == person);
}
