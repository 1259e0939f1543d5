using System.Text.Json;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>Takes forms that were filled in; a field that is wrong is told at the field, and everything typed stays.</summary>
public sealed class Submissions(Dispatcher dispatcher, Answering answering, InTime inTime)
{
    private const int LongestError = 1_000;

    public async ValueTask<SlackReply> Handle(Interaction sent)
    {
        var context = FormContext.Read(sent.View?.PrivateMetadata);
        if (sent.View is not { Id: { Length: > 0 } view, CallbackId: { Length: > 0 } command } || context is null)
            throw new MalformedDeliveryException("a form without its view or what it remembers");
        var read = sent.View.State is { } state ? Modal.Read(state.Values) : new Dictionary<string, string>();
        var values = new Dictionary<string, string>(read, StringComparer.Ordinal);
        foreach (var (name, value) in context.Given ?? new Dictionary<string, string>())
            values[name] = value;
        var inbound = new Inbound(
            SlackIds.Workspace(sent.Workspace!),
            new PersonId(sent.User!.Id!),
            ConversationOf(context, sent),
            SlackConversations.ThreadOf(context.Thread, null),
            SlackKeys.OfForm(view),
            new InboundContent.Submission(command, values));
        return await inTime.Answer(async () =>
        {
            var answer = await dispatcher.Dispatch(inbound, CancellationToken.None);
            var errors = await ErrorsIn(inbound, answer, sent.View);
            return new Finished(
                errors.Count > 0 ? Wrong(errors) : SlackReply.Acknowledged,
                () => answering.Send(inbound, Late(answer), context.Answer));
        });
    }

    /// <summary>The window remembers the conversation that Slack showed it in; another person's direct one is none of theirs.</summary>
    private static ConversationId ConversationOf(FormContext context, Interaction sent)
    {
        var conversation = new ConversationId(context.In);
        return conversation.Channel is null ? ConversationId.Of(new PersonId(sent.User!.Id!)) : conversation;
    }

    /// <summary>What is wrong, by the field where it can be mended; what belongs to none is told at the first.</summary>
    private async Task<IReadOnlyDictionary<string, string>> ErrorsIn(Inbound inbound, Answer answer, View view)
    {
        var fields = (view.Blocks ?? []).Where(block => block is { Type: "input", BlockId: not null }).Select(block => block.BlockId!).ToList();
        if (answer.Errors.Count > 0)
        {
            return answer.Errors.GroupBy(error => fields.Count == 0 || fields.Contains(error.Key) ? error.Key : fields[0], error => error.Value)
                .ToDictionary(errors => errors.Key, errors => Cut(string.Join(" ", errors)));
        }
        return answer.Reply is Reply.Refused { Card: var card } && fields.Count > 0
            ? new Dictionary<string, string> { [fields[0]] = Cut(await answering.Plain(inbound, card)) }
            : answer.Errors;
    }

    /// <summary>The window is gone by the time a late answer comes.</summary>
    private static Reply Late(Answer answer) => answer.Errors.Count == 0 ? answer.Reply
        : Reply.Refuse($"{string.Join(" ", answer.Errors.Values)} Nothing was saved; please open the form again.");

    private static string Cut(string error) => error.Length <= LongestError ? error : Excerpt.Plain(error, LongestError);

    private static SlackReply Wrong(IReadOnlyDictionary<string, string> errors)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("response_action"u8, "errors"u8);
            json.WriteStartObject("errors"u8);
            foreach (var (field, error) in errors)
                json.WriteString(field, error);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new SlackReply(buffer.ToArray());
    }
}
