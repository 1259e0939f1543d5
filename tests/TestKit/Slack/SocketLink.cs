using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AsyncBot.TestKit.Slack;

/// <summary>One WebSocket of the bot, seen from Slack.</summary>
public sealed class SocketLink
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeSlack _slack;
    private readonly WebSocket _socket;
    private readonly SilenceableStream _wire;
    private readonly HttpContext _http;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<SocketAck>> _waiting = new();
    private readonly ConcurrentQueue<SocketAck> _acks = new();
    private readonly TaskCompletionSource<WebSocketCloseStatus?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal SocketLink(FakeSlack slack, WebSocket socket, SilenceableStream wire, HttpContext http) => (_slack, _socket, _wire, _http) = (slack, socket, wire, http);

    public bool IsOpen => !_closed.Task.IsCompleted;

    /// <summary>Completes when the bot has closed it, or it was cut (null).</summary>
    public Task<WebSocketCloseStatus?> Closed => _closed.Task;

    /// <summary>Everything that was acknowledged here, in order.</summary>
    public IReadOnlyList<SocketAck> Acks => [.. _acks];

    /// <summary>Sends an envelope and waits for its acknowledgement on this connection.</summary>
    public async Task<SocketAck> Send(string type, JsonNode payload, SocketSend? options = null)
    {
        var (_, ack) = await Begin(type, payload, options);
        return await ack.WaitAsync(options?.Timeout ?? Patience);
    }

    /// <summary>Sends an envelope; the acknowledgement can be waited for later.</summary>
    public async Task<(string EnvelopeId, Task<SocketAck> Ack)> Begin(string type, JsonNode payload, SocketSend? options = null)
    {
        var id = options?.EnvelopeId ?? _slack.Socket.NextEnvelope();
        var ack = _waiting.GetOrAdd(id, _ => new TaskCompletionSource<SocketAck>(TaskCreationOptions.RunContinuationsAsynchronously));
        var envelope = new JsonObject
        {
            ["envelope_id"] = id,
            ["type"] = type,
            ["accepts_response_payload"] = options?.AcceptsPayload ?? type != "events_api",
            ["payload"] = payload.DeepClone(),
        };
        if (options?.RetryAttempt is { } attempt)
            (envelope["retry_attempt"], envelope["retry_reason"]) = (attempt, options.RetryReason ?? "timeout");
        await SendText(envelope.ToJsonString());
        return (id, ack.Task);
    }

    /// <summary>Says that this connection will end; Slack closes it some seconds later, a test when it calls <see cref="Drop"/>.</summary>
    public Task Disconnect(string reason) =>
        SendText(new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "applink-1" } }.ToJsonString());

    /// <summary>Any text frame, well-formed or not.</summary>
    public Task SendText(string text) => SendFrames(WebSocketMessageType.Text, Encoding.UTF8.GetBytes(text));

    public Task SendBinary(byte[] bytes) => SendFrames(WebSocketMessageType.Binary, bytes);

    /// <summary>One message in frames of at most so many bytes.</summary>
    public Task SendFragments(string text, int frame) => SendFrames(WebSocketMessageType.Text, [.. Encoding.UTF8.GetBytes(text).Chunk(frame)]);

    /// <summary>Bytes that are no WebSocket frame.</summary>
    public async Task SendGarbage()
    {
        await _wire.WriteAsync(Enumerable.Repeat((byte)0xff, 64).ToArray());
        await _wire.FlushAsync();
    }

    /// <summary>Cuts it without a goodbye.</summary>
    public void Drop() => _http.Abort();

    /// <summary>Closes it in good order.</summary>
    public async Task Close(WebSocketCloseStatus status = WebSocketCloseStatus.NormalClosure)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.CloseOutputAsync(status, null, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>From now on nothing comes and nothing arrives: no frames, no pongs, no end.</summary>
    public void Silence() => _wire.IsSilent = true;

    internal async Task Read()
    {
        var buffer = new byte[65536];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), _slack.Ended);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                Take(Encoding.UTF8.GetString(message.ToArray()));
                message.SetLength(0);
            }

            if (_socket.State == WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _slack.Ended);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // cut, by one side or the other
        }

        _closed.TrySetResult(_socket.CloseStatus);
        foreach (var ack in _waiting.Values)
            ack.TrySetException(new IOException("The connection ended before the acknowledgement."));
        _slack.Changed();
    }

    private void Take(string text)
    {
        if (Parse(text) is { } json && (string?)json["envelope_id"] is { } id && _waiting.TryGetValue(id, out var waiting))
        {
            var ack = new SocketAck(this, json["payload"] as JsonObject);
            _acks.Enqueue(ack);
            waiting.TrySetResult(ack);
        }

        _slack.Changed();
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task SendFrames(WebSocketMessageType type, params byte[][] frames)
    {
        await _sending.WaitAsync();
        try
        {
            for (var at = 0; at < frames.Length; at++)
                await _socket.SendAsync(frames[at].AsMemory(), type, at == frames.Length - 1, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }
}

/// <summary>How an envelope is sent.</summary>
public sealed record SocketSend
{
    public string? EnvelopeId { get; init; }

    public bool? AcceptsPayload { get; init; }

    public int? RetryAttempt { get; init; }

    public string? RetryReason { get; init; }

    public TimeSpan? Timeout { get; init; }
}

/// <summary>An acknowledgement, and the connection that it came on.</summary>
public sealed record SocketAck(SocketLink Link, JsonObject? Payload);
