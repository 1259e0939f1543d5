using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>What is picked from a message's menu, or from the menu beside the text field.</summary>
public sealed class Shortcuts(Dispatcher dispatcher, CommandCatalog commands, SlackText texts, SlackDirectory directory, Answering answering, InTime inTime)
{
    public async ValueTask<SlackReply> Handle(Interaction picked)
    {
        var entry = commands.Shortcuts.FirstOrDefault(each => each.Id == picked.CallbackId);
        if (entry is not null && picked is { Message.Ts.Length: > 0, Channel.Id.Length: > 0 })
            return await AtMessage(entry, picked, picked.Message, picked.Channel.Id);
        if (SlackShortcuts.CommandOf(picked.CallbackId) is { } command && commands.Find(command) is { IsHidden: false } shape)
            return await Open(picked, shape);
        SlackMetrics.Unknown("shortcut");
        return SlackReply.Acknowledged;
    }

    private async ValueTask<SlackReply> AtMessage(MessageShortcut entry, Interaction picked, PressedMessage message, string channel)
    {
        var (workspace, person) = (SlackIds.Workspace(picked.Workspace!), new PersonId(picked.User!.Id!));
        var conversation = SlackConversations.Of(channel, person);
        SlackConversations.Witness(directory, conversation, person);
        return await inTime.Answer(async () =>
        {
            var command = entry.Command(new PickedMessage(
                new MessageId(message.Ts!), await AuthorOf(message), await texts.Plain(workspace, message.Text ?? ""),
                SlackLinks.To(picked.Team?.Domain is { } domain ? $"https://{domain}.slack.com" : null, channel, message.Ts!, message.ThreadTs)));
            var thread = SlackConversations.ThreadOf(message.ThreadTs, message.Ts);
            var call = new InboundContent.Call(command);
            var inbound = new Inbound(workspace, person, conversation, thread, SlackKeys.Of(picked.TriggerId), call);
            var answer = await dispatcher.Dispatch(inbound, CancellationToken.None);
            return new Finished(SlackReply.Acknowledged, () => answering.Send(inbound, answer.Reply, picked.ResponseUrl));
        });
    }

    /// <summary>Other bots' messages have no author whom anybody could tell.</summary>
    private async ValueTask<PersonId> AuthorOf(PressedMessage message) =>
        message.User is { Length: > 0 } user ? await directory.PersonOf(user, CancellationToken.None) : PersonId.Bot;

    /// <summary>The form of a command, for whoever is in no channel in particular.</summary>
    private async ValueTask<SlackReply> Open(Interaction picked, CommandShape shape)
    {
        var person = new PersonId(picked.User!.Id!);
        var inbound = new Inbound(SlackIds.Workspace(picked.Workspace!), person, ConversationId.Of(person), null, null, new InboundContent.Text(shape.Name));
        return await inTime.Answer(async () =>
        {
            var form = Reply.Open(shape.ToForm());
            var isOpen = await answering.Open(inbound, shape.ToForm(), picked.TriggerId, null);
            return new Finished(SlackReply.Acknowledged, () => isOpen ? Task.CompletedTask : answering.Tell(inbound, form.AsCard()!, isChoice: false));
        });
    }
}
