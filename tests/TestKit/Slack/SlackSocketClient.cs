using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>Sends what Slack sends over Socket Mode; the acknowledgement is the answer.</summary>
public sealed class SlackSocketClient : SlackClient
{
    internal SlackSocketClient(FakeSlack slack) : base(slack)
    {
    }

    private protected override async Task<SlackReply> Deliver(DeliveryKind kind, JsonObject payload, int? retry = null, string? retryReason = null)
    {
        var type = kind switch { DeliveryKind.Command => "slash_commands", DeliveryKind.Interaction => "interactive", _ => "events_api" };
        var ack = await Slack.Socket.Send(type, payload, new SocketSend { RetryAttempt = retry, RetryReason = retry is null ? null : retryReason });
        return new SlackReply(200, ack.Payload is { Count: > 0 } said ? said.ToJsonString() : "") { ContentType = "application/json" };
    }
}
