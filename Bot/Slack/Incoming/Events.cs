using System.Text.Json;
using AsyncBot.Core.Documents;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>One event with what every handler needs of its envelope.</summary>
/// <param name="Key">The same each time the event is delivered.</param>
/// <param name="BotUser">The bot's own user, where Slack says.</param>
public sealed record Happening(WorkspaceId Workspace, string? Key, string? BotUser, JsonElement Event);

/// <summary>What happens in the workspace. Events that mean nothing to the bot are acknowledged and counted.</summary>
public sealed class Events(SpokenEvents spoken, ReactionEvents reactions, WorkspaceEvents workspace, InTime inTime)
{
    /// <exception cref="JsonException">It is no JSON, or not as Slack writes it.</exception>
    /// <exception cref="MalformedDeliveryException">Something is missing in it.</exception>
    public async ValueTask<SlackReply> Handle(ReadOnlyMemory<byte> payload)
    {
        var envelope = JsonSerializer.Deserialize(payload.Span, PayloadJson.Default.EventEnvelope) ?? throw new MalformedDeliveryException("no event");
        switch (envelope.Type)
        {
            case "url_verification":
                return new SlackReply(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string?> { ["challenge"] = envelope.Challenge }));
            case "app_rate_limited":
                SlackMetrics.Withheld();
                return SlackReply.Acknowledged;
            case "event_callback" when envelope is { Team.Length: > 0, Event: { ValueKind: JsonValueKind.Object } inner }:
                var botUser = envelope.Authorizations is [var to, ..] ? to.UserId : null;
                var happening = new Happening(SlackIds.Workspace(envelope.Team), SlackKeys.Of(envelope.EventId), botUser, inner);
                return await inTime.AnswerEvent(() => Handle(happening));
            case "event_callback":
                throw new MalformedDeliveryException("an event without its team or content");
            default:
                SlackMetrics.Unknown("envelope");
                return SlackReply.Acknowledged;
        }
    }

    private async Task<Finished> Handle(Happening happening)
    {
        switch (happening.Event.Deserialize(PayloadJson.Default.InnerEvent)?.Type)
        {
            case "app_mention":
                return await spoken.Mentioned(happening);
            case "message":
                return await spoken.Written(happening);
            case "app_home_opened":
                return await spoken.HomeOpened(happening);
            case "reaction_added":
                return await reactions.Changed(happening, isTaken: false);
            case "reaction_removed":
                return await reactions.Changed(happening, isTaken: true);
            case { } type when await workspace.Handle(type, happening) is { } finished:
                return finished;
            case var type:
                SlackMetrics.Unknown(type ?? "nothing");
                return Finished.Silently;
        }
    }
}
