using System.Text.Json;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.Storage.Json;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>Carries out pressed buttons: the command that lies in each, with all checks anew.</summary>
public sealed class Presses(Dispatcher dispatcher, DocumentJson documents, SlackDirectory directory, Answering answering, InTime inTime)
{
    /// <summary>How the action id of a button begins whose message gives way to the answer.</summary>
    private const string Once = "once-";

    public async ValueTask<SlackReply> Handle(Interaction pressed)
    {
        if (pressed.Actions is not [{ ActionId: { } action, Value: { Length: > 0 } value }, ..])
            return SlackReply.Acknowledged;
        var inbound = Of(pressed, new InboundContent.Call(CommandIn(value), ButtonOf(pressed, action)));
        return await inTime.Answer(async () =>
        {
            var answer = await dispatcher.Dispatch(inbound, CancellationToken.None);
            // A window opens while its trigger lives; everything else can follow the acknowledgement.
            var isOpen = answer.Reply is Reply.Opened { Form: var form } && await answering.Open(inbound, form, pressed.TriggerId, pressed.ResponseUrl);
            return new Finished(SlackReply.Acknowledged, () => isOpen ? Task.CompletedTask : Answer(inbound, answer, action, pressed));
        });
    }

    private Inbound Of(Interaction pressed, InboundContent content)
    {
        var workspace = SlackIds.Workspace(pressed.Workspace!);
        var person = new PersonId(pressed.User!.Id!);
        var channel = pressed.Channel?.Id is { Length: > 0 } id ? id : pressed.Container?.ChannelId is { Length: > 0 } container ? container : null;
        var conversation = channel is null ? ConversationId.Of(person) : SlackConversations.Of(channel, person);
        SlackConversations.Witness(directory, conversation, person);
        var thread = SlackConversations.ThreadOf(pressed.Container?.ThreadTs ?? pressed.Message?.ThreadTs, pressed.Container?.MessageTs ?? pressed.Message?.Ts);
        var way = pressed.ResponseUrl is null ? AnswerWay.PostedOrOpened : AnswerWay.Returned;
        return new Inbound(workspace, person, conversation, thread, SlackKeys.Of(pressed.TriggerId), content, way);
    }

    private async Task Answer(Inbound inbound, Answer answer, string action, Interaction pressed)
    {
        if (answer.IsPosted)
            return;
        await answering.Send(inbound, answer.Reply, pressed.ResponseUrl, action.StartsWith(Once, StringComparison.Ordinal) && answer.Reply is Reply.Said);
    }

    /// <summary>Names the button, so that what makes something new does it once for each person.</summary>
    private static string? ButtonOf(Interaction pressed, string action)
    {
        var channel = pressed.Channel?.Id ?? pressed.Container?.ChannelId;
        var message = pressed.Container?.MessageTs ?? pressed.Message?.Ts ?? pressed.View?.Id;
        return message is null ? null : $"{channel} {message} {action}";
    }

    private ICommand CommandIn(string value)
    {
        try
        {
            return documents.Read<ICommand>(value);
        }
        catch (JsonException)
        {
            return new Retired("button");
        }
    }
}
