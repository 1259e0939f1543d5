using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>The people whom a question about "here" is about.</summary>
public static class Around
{
    /// <summary>Those in a channel, or in that of the conversation; in a direct message everybody in the caller's channels, each once. Nobody where the caller is not in the channel.</summary>
    /// <param name="channel">Null where none was named.</param>
    public static async Task<IReadOnlyList<Colleague>> Here(Turn turn, ChannelId? channel)
    {
        var channels = (channel ?? turn.Caller.Conversation.Channel) is { } one ? [one] : await turn.ChannelsOfCaller();
        var people = new List<Person>();
        foreach (var id in channels)
        {
            if (await turn.Sees(ConversationId.Of(id)))
                people.AddRange(await turn.MembersOf(id));
        }

        return await Colleagues.Of(turn, [.. people.DistinctBy(person => person.Id)]);
    }
}
