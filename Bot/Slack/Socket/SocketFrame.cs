using System.Buffers;
using System.Text.Json;

namespace AsyncBot.Bot.Slack.Socket;

/// <summary>One message of Slack over a socket.</summary>
internal abstract record SocketFrame
{
    private SocketFrame()
    {
    }

    /// <summary>The connection works.</summary>
    public sealed record Hello : SocketFrame;

    /// <summary>The connection will end.</summary>
    public sealed record Disconnect(string Reason) : SocketFrame;

    /// <summary>Something for the bot to do and to acknowledge.</summary>
    public sealed record Envelope(string Id, string Type, ReadOnlyMemory<byte> Payload, bool AcceptsPayload, int? RetryAttempt) : SocketFrame;

    /// <returns>Null for what is none of these.</returns>
    public static SocketFrame? Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            return Parse(message);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    public static ReadOnlyMemory<byte> Acknowledge(string envelopeId, ReadOnlyMemory<byte>? payload)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + (payload?.Length ?? 0));
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("envelope_id"u8, envelopeId);
            if (payload is { Length: > 0 } answer)
            {
                json.WritePropertyName("payload"u8);
                json.WriteRawValue(answer.Span);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static SocketFrame? Parse(ReadOnlyMemory<byte> message)
    {
        string? type = null, id = null, reason = null;
        ReadOnlyMemory<byte>? payload = null;
        var acceptsPayload = false;
        int? retry = null;

        var json = new Utf8JsonReader(message.Span);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("type"u8))
                type = Text(ref json);
            else if (json.ValueTextEquals("envelope_id"u8))
                id = Text(ref json);
            else if (json.ValueTextEquals("reason"u8))
                reason = Text(ref json);
            else if (json.ValueTextEquals("payload"u8))
                payload = Raw(ref json, message);
            else if (json.ValueTextEquals("accepts_response_payload"u8))
                acceptsPayload = json.Read() && json.TokenType == JsonTokenType.True;
            else if (json.ValueTextEquals("retry_attempt"u8))
                retry = Number(ref json);
            else
                json.Skip();
        }

        return type switch
        {
            "hello" => new Hello(),
            "disconnect" => new Disconnect(reason ?? "none"),
            { } kind when id is { Length: > 0 } && payload is { } body => new Envelope(id, kind, body, acceptsPayload, retry),
            _ => null,
        };
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String)
            return json.GetString();
        json.Skip();
        return null;
    }

    private static int? Number(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var number))
            return number;
        json.Skip();
        return null;
    }

    private static ReadOnlyMemory<byte>? Raw(ref Utf8JsonReader json, ReadOnlyMemory<byte> message)
    {
        json.Read();
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return message[start..(int)json.BytesConsumed];
    }
}
