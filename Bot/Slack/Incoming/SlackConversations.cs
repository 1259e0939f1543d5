using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>Where something was said, by Slack's id of the channel.</summary>
public static class SlackConversations
{
    /// <summary>A direct conversation, whoever the other one is, is private to the one who speaks.</summary>
    public static ConversationId Of(string channel, PersonId person) =>
        channel.StartsWith('D') ? ConversationId.Of(person) : ConversationId.Of(new ChannelId(channel));

    public static MessageId? ThreadOf(string? thread) => string.IsNullOrEmpty(thread) ? null : new MessageId(thread);
}
