using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>The people whom a question without names is about: those of the channel, and in a direct message those of all the caller's channels.</summary>
public static class Around
{
    /// <param name="channel">Null for the people of all the caller's channels.</param>
    /// <returns>Nobody where the caller is not in the channel.</returns>
    public static async Task<IReadOnlyList<Colleague>> Here(Turn turn, ChannelId? channel)
    {
        if (channel is { } named && !await turn.Sees(ConversationId.Of(named)))
            return [];
        IReadOnlyList<ChannelId> channels = channel is { } only ? [only] : await turn.ChannelsOfCaller();
        var members = await Task.WhenAll(channels.Select(each => turn.MembersOf(each).AsTask()));
        return await Colleagues.Of(turn, [.. members.SelectMany(each => each).DistinctBy(person => person.Id)]);
    }
}
