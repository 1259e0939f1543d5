using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>Answers slash commands, within the three seconds that Slack waits.</summary>
public sealed class SlashCommands(Dispatcher dispatcher, SlackCommandNames names, SlackText texts, SlackDirectory directory, Answering answering, InTime inTime)
{
    /// <exception cref="MalformedDeliveryException">It is no slash command.</exception>
    public async ValueTask<SlackReply> Handle(SlashPayload said)
    {
        if (said is not { Team: { } team, UserId.Length: > 0, ChannelId.Length: > 0, Command.Length: > 0 })
            throw new MalformedDeliveryException("a slash command without its team, user, channel or command");
        var workspace = SlackIds.Workspace(team);
        var person = new PersonId(said.UserId);
        var conversation = SlackConversations.Of(said.ChannelId, person);
        SlackConversations.Witness(directory, conversation, person);
        return await inTime.Answer(async () =>
        {
            var line = await texts.Line(workspace, names.LineOf(said.Command, said.Text ?? ""));
            var inbound = new Inbound(workspace, person, conversation, null, SlackKeys.Of(said.TriggerId), new InboundContent.Text(line));
            var reply = await Shown(inbound, (await dispatcher.Dispatch(inbound, CancellationToken.None)).Reply, said);
            return new Finished(new SlackReply(await answering.Write(inbound, reply)), () => answering.Send(inbound, reply, said.ResponseUrl));
        });
    }

    /// <summary>A form opens as a window, and nothing more need be said; where it can't, a button opens it.</summary>
    private async Task<Reply> Shown(Inbound inbound, Reply reply, SlashPayload said) =>
        reply is Reply.Opened { Form: var form } && await answering.Open(inbound, form, said.TriggerId, said.ResponseUrl) ? Reply.Nothing : reply;
}
