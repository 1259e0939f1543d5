using System.Text.Json;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.CheckIns;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>What is said to the bot without a slash: by its name in a channel, in its direct messages, or in a thread that it asked something in.</summary>
public sealed class SpokenEvents(EventTurns turns, SlackText texts, SlackDirectory directory, DirectChannels directs, Overhearing overhearing)
{
    public async Task<Finished> Mentioned(Happening happening)
    {
        if (Read(happening) is not { Channel: { } channel, User: { } user } said || IsBots(said, happening))
            return Finished.Silently;
        var person = new PersonId(user);
        var conversation = SlackConversations.Of(channel, person);
        SlackConversations.Witness(directory, conversation, person);
        var line = AfterMention(said.Text ?? "", happening.BotUser ?? await directory.BotUserId());
        return await turns.Run(Of(happening, person, conversation, said, await texts.Line(happening.Workspace, line)));
    }

    /// <summary>What was edited, deleted or joined is nothing that anybody says.</summary>
    public async Task<Finished> Written(Happening happening)
    {
        if (Read(happening) is not { Channel: { } channel, User: { } user } said)
            return Finished.Silently;
        if (said.Subtype is not (null or "file_share" or "thread_broadcast") || IsBots(said, happening))
            return Finished.Silently;
        if (said.ChannelType is not "im")
            return await Overheard(happening, said, channel, user);
        var person = new PersonId(user);
        directs.Learn(person, channel);
        var line = WithoutMention(said.Text ?? "", happening.BotUser ?? await directory.BotUserId());
        return await turns.Run(Of(happening, person, ConversationId.Of(person), said, await texts.Line(happening.Workspace, line)));
    }

    /// <summary>Of all that is said in channels only replies to what the bot asked are read; a mention comes as an event of its own.</summary>
    private async Task<Finished> Overheard(Happening happening, MessageEvent said, string channel, string user)
    {
        if (said is not { ChannelType: "channel" or "group", Text: { Length: > 0 } text }
            || SlackConversations.ThreadOf(said.ThreadTs, said.Ts) is not { } thread)
            return Finished.Silently;
        var person = new PersonId(user);
        var conversation = SlackConversations.Of(channel, person);
        if (!await overhearing.Listens(happening.Workspace, conversation, thread, CancellationToken.None)
            || Mention(text, happening.BotUser ?? await directory.BotUserId()).At >= 0)
            return Finished.Silently;
        SlackConversations.Witness(directory, conversation, person);
        var heard = new InboundContent.Call(new HearReply(await texts.Plain(happening.Workspace, text)));
        return await turns.Run(Of(happening, person, conversation, said, "") with { Content = heard });
    }

    public async Task<Finished> HomeOpened(Happening happening)
    {
        if (happening.Event.Deserialize(PayloadJson.Default.HomeEvent) is not { User: { } user } opened)
            return Finished.Silently;
        var person = new PersonId(user);
        if (opened.Channel is ['D', ..] channel)
            directs.Learn(person, channel);
        return opened.Tab == "home"
            ? await turns.Run(new Inbound(happening.Workspace, person, ConversationId.Of(person), null, happening.Key, new InboundContent.Call(new OpenHome())))
            : Finished.Silently;
    }

    private static Inbound Of(Happening happening, PersonId person, ConversationId conversation, MessageEvent said, string line)
    {
        var thread = SlackConversations.ThreadOf(said.ThreadTs, said.Ts);
        var key = said is { Channel: { } channel, Ts: { } ts } ? SlackKeys.OfMessage(channel, ts) : happening.Key;
        return new Inbound(happening.Workspace, person, conversation, thread, key, new InboundContent.Text(line), AnswerWay.Posted);
    }

    private static MessageEvent? Read(Happening happening) => happening.Event.Deserialize(PayloadJson.Default.MessageEvent);

    private static bool IsBots(MessageEvent said, Happening happening) => said.BotId is not null || said.User == happening.BotUser;

    /// <summary>What stands behind the bot's name is meant for it, wherever in the sentence the name is.</summary>
    private static string AfterMention(string text, string? bot)
    {
        var (at, end) = Mention(text, bot);
        return at < 0 ? text : text[end..].TrimStart(' ', ',', ':', '\u00A0', '\n');
    }

    private static string WithoutMention(string text, string? bot) => Mention(text.TrimStart(), bot).At == 0 ? AfterMention(text, bot) : text;

    private static (int At, int End) Mention(string text, string? bot)
    {
        for (var at = text.IndexOf("<@", StringComparison.Ordinal); at >= 0; at = text.IndexOf("<@", at + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf('>', at);
            if (end < 0)
                break;
            // Whom Slack did not name is the one whom the message begins with.
            if (bot is null ? at == 0 : text[(at + 2)..end].Split('|')[0] == bot)
                return (at, end + 1);
        }

        return (-1, -1);
    }
}
