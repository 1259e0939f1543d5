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

    public async Task<Finished> Changed(Happening happening, bool isTaken)
    {
        if (happening.Event.Deserialize(PayloadJson.Default.ReactionEvent) is not { Reaction: Bulb, User: { } user } reaction)
            return Finished.Silently;
        if (reaction.Item is not { Type: "message", Channel: { } channel, Ts: { } ts })
            return Finished.Silently;
        if (user == (happening.BotUser ?? await directory.BotUserId()))
            return Finished.Silently;
        var person = new PersonId(user);
        var conversation = SlackConversations.Of(channel, person);
        SlackConversations.Witness(directory, conversation, person);
        if (isTaken)
            return await turns.Run(Inbound(null, new UncaptureIdea(new MessageId(ts))));

        switch (await messages.Find(channel, ts))
        {
            case SlackAnswer<MessageObject?>.Ok { Value: { } message }:
                var command = await Capture(happening, reaction, message, channel, ts);
                return await turns.Run(Inbound(SlackConversations.ThreadOf(message.ThreadTs, ts), command));
            case SlackAnswer<MessageObject?>.RateLimited or SlackAnswer<MessageObject?>.Unreachable:
                return Finished.Later;
            default:
                return Finished.Silently;
        }

        Inbound Inbound(MessageId? thread, ICommand command) =>
            new(happening.Workspace, person, conversation, thread, happening.Key, new InboundContent.Call(command), AnswerWay.Posted);
    }

    private async Task<CaptureIdea> Capture(Happening happening, ReactionEvent reaction, MessageObject message, string channel, string ts) => new(
        new MessageId(ts),
        (message.User ?? reaction.ItemUser) is { } author ? await directory.PersonOf(author, CancellationToken.None) : PersonId.Bot,
        await texts.Plain(happening.Workspace, message.Text ?? ""),
        Bulb,
        SlackLinks.To((await directory.Home(CancellationToken.None))?.Url, channel, ts, message.ThreadTs));
}
