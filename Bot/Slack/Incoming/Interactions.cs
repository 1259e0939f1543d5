using System.Text.Json;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>What people press, pick and fill in. Kinds that mean nothing to the bot are acknowledged and counted.</summary>
public sealed class Interactions(Presses presses, Submissions submissions, Shortcuts shortcuts)
{
    /// <exception cref="JsonException">It is no JSON, or not as Slack writes it.</exception>
    /// <exception cref="MalformedDeliveryException">Something is missing in it.</exception>
    public async ValueTask<SlackReply> Handle(ReadOnlyMemory<byte> payload)
    {
        var kind = JsonSerializer.Deserialize(payload.Span, PayloadJson.Default.InteractionKind)?.Type;
        if (kind is not ("block_actions" or "view_submission" or "message_action" or "shortcut"))
            return Unknown(kind);
        var interaction = JsonSerializer.Deserialize(payload.Span, PayloadJson.Default.Interaction);
        if (interaction is not { Workspace.Length: > 0, User.Id.Length: > 0 })
            throw new MalformedDeliveryException($"{kind} without its team or user");
        return kind switch
        {
            "block_actions" => await presses.Handle(interaction),
            "view_submission" => await submissions.Handle(interaction),
            _ => await shortcuts.Handle(interaction),
        };
    }

    private static SlackReply Unknown(string? kind)
    {
        if (kind is "block_suggestion")
            return new SlackReply("""{"options":[]}"""u8.ToArray());
        if (kind is not "view_closed")
            SlackMetrics.Unknown(kind ?? "nothing");
        return SlackReply.Acknowledged;
    }
}
