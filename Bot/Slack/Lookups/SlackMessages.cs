using AsyncBot.Bot.Slack.Api;

namespace AsyncBot.Bot.Slack.Lookups;

/// <summary>Reads single messages, for reactions tell only which one is meant.</summary>
public sealed class SlackMessages(SlackApi api)
{
    /// <summary>A thread's first message comes along, whatever was asked for.</summary>
    private const int Few = 5;

    /// <summary>Slack waits three seconds for whoever asks, and there may be two questions.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);

    /// <returns>Null where there is no such message any more.</returns>
    public async Task<SlackAnswer<MessageObject?>> Find(string channel, string ts)
    {
        var inChannel = await Find(SlackMethods.History, channel, null, ts);
        return inChannel is SlackAnswer<MessageObject?>.Ok { Value: null }
            ? await Find(SlackMethods.Replies, channel, ts, ts) // history passes over what is said in threads
            : inChannel;
    }

    private async Task<SlackAnswer<MessageObject?>> Find(SlackMethod<MessagesAnswer> method, string channel, string? thread, string ts)
    {
        var arguments = new SlackArguments
        {
            { "channel", channel }, { "ts", thread }, { "oldest", ts }, { "latest", ts }, { "inclusive", true }, { "limit", Few },
        };
        return await api.Call(method, arguments, Patience, CancellationToken.None) switch
        {
            SlackAnswer<MessagesAnswer>.Ok { Value: var found } =>
                new SlackAnswer<MessageObject?>.Ok(found.Messages?.FirstOrDefault(message => message.Ts == ts)),
            SlackAnswer<MessagesAnswer>.Failed { Error: "thread_not_found" or "message_not_found" } => new SlackAnswer<MessageObject?>.Ok(null),
            var other => other.As<MessageObject?>(),
        };
    }
}
