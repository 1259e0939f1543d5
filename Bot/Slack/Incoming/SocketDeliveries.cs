using System.Text.Json;
using AsyncBot.Bot.Slack.Socket;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>What comes over a socket, handed to those who answer the same over HTTP.</summary>
public sealed class SocketDeliveries(SlashCommands commands, Interactions interactions, Events events) : ISocketHandler
{
    public async Task<SocketReply> Handle(string type, ReadOnlyMemory<byte> payload, bool acceptsPayload, int? retryAttempt, CancellationToken ct)
    {
        try
        {
            switch (type)
            {
                case "slash_commands":
                    return Of(await commands.Handle(JsonSerializer.Deserialize(payload.Span, PayloadJson.Default.SlashPayload) ?? new SlashPayload()));
                case "interactive":
                    return Of(await interactions.Handle(payload));
                case "events_api":
                    return Of(await events.Handle(payload));
                default:
                    SlackMetrics.Unknown("envelope");
                    return SocketReply.None;
            }
        }
        catch (Exception malformed) when (malformed is JsonException or MalformedDeliveryException or InvalidOperationException { Source: "System.Text.Json" })
        {
            // It would be as malformed the next time.
            SlackMetrics.Refused("content");
            return SocketReply.None;
        }
    }

    private static SocketReply Of(SlackReply reply) =>
        !reply.IsTaken ? SocketReply.Later : reply.Json.IsEmpty ? SocketReply.None : new SocketReply(reply.Json, Otherwise: reply.Otherwise);
}
