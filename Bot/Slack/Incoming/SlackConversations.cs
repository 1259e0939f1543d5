using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>Where something was said, by Slack's id of the channel.</summary>
public static class SlackConversations
{
    /// <summary>A direct conversation, whoever the other one is, is private to the one who speaks.</summary>
    public static ConversationId Of(string channel, PersonId person) =>
        channel.StartsWith('D') ? ConversationId.Of(person) : ConversationId.Of(new ChannelId(channel));

    /// <summary>Whoever speaks in a channel is in it.</summary>
    public static void Witness(SlackDirectory directory, ConversationId conversation, PersonId person)
    {
        if (conversation.Channel is { } channel)
            directory.Witness(channel, person);
    }

    /// <summary>The thread in which a message stands. The message that a thread is about names itself as its thread, and stands in the channel.</summary>
    public static MessageId? ThreadOf(string? thread, string? message) => string.IsNullOrEmpty(thread) || thread == message ? null : new MessageId(thread);
}
