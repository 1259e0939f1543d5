using System.Text.Json;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>A 💡 on a message captures it, and taking it away takes the capture back.</summary>
public sealed class ReactionEvents(EventTurns turns, SlackMessages messages, SlackText texts, SlackDirectory directory)
{
    private const string Bulb = "bulb";

    public async ValueTask<SlackReply> Changed(Happening happening, bool isTaken, CancellationToken ct)
    {
        if (happening.Event.Deserialize(PayloadJson.Default.ReactionEvent) is not { Reaction: Bulb, User: { } user, Item: { Type: "message", Channel: { } channel, Ts: { } ts } } reaction
            || user == (happening.BotUser ?? await directory.BotUserId(ct)))
            return SlackReply.Acknowledged;
        var person = new PersonId(user);
        var conversation = SlackConversations.Of(channel, person);
        SlackConversations.Witness(directory, conversation, person);
        if (isTaken)
            return await turns.Run(new Inbound(happening.Workspace, person, conversation, null, happening.Key, new InboundContent.Call(new UncaptureIdea(new MessageId(ts))), IsAnsweredByPost: true));

        switch (await messages.Find(channel, ts, ct))
        {
            case SlackAnswer<MessageObject?>.Ok { Value: { } message }:
                var command = await Capture(happening, reaction, message, channel, ts, ct);
                return await turns.Run(new Inbound(
                    happening.Workspace, person, conversation, SlackConversations.ThreadOf(message.ThreadTs), happening.Key, new InboundContent.Call(command), IsAnsweredByPost: true));
            case SlackAnswer<MessageObject?>.RateLimited or SlackAnswer<MessageObject?>.Unreachable:
                return SlackReply.Later;
            default:
                return SlackReply.Acknowledged;
        }
    }

    private async Task<CaptureIdea> Capture(Happening happening, ReactionEvent reaction, MessageObject message, string channel, string ts, CancellationToken ct) => new(
        new MessageId(ts),
        (message.User ?? reaction.ItemUser) is { } author ? await directory.PersonOf(author, ct) : PersonId.Bot,
        await texts.Plain(happening.Workspace, message.Text ?? "", ct),
        Bulb,
        SlackLinks.To((await directory.Home(ct))?.Url, channel, ts, message.ThreadTs));
}
