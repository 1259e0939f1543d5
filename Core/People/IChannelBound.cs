using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>What one feature does for the people of a channel, so that it is done for those who are in it now.</summary>
public interface IChannelBound
{
    /// <summary>Who is in the channel, or whether it is archived, has changed.</summary>
    Task Changed(Turn turn, ChannelId channel);

    /// <summary>Whether somebody looks after the people of a channel, and so may give them a day off.</summary>
    Task<bool> LooksAfter(Turn turn, PersonId person, ChannelId channel);
}
