using System.Net.WebSockets;

namespace AsyncBot.Bot.Slack.Socket;

/// <summary>
/// One WebSocket to Slack: hello, envelopes, an acknowledgement for each on this same socket, and an end in good order.
/// Receiving is never cancelled, because that would cut the connection while acknowledgements are still to be sent.
/// </summary>
internal sealed partial class SocketConnection : IAsyncDisposable
{
    private readonly ISocketHandler _handler;
    private readonly SocketTiming _timing;
    private readonly ILogger _log;
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly SocketWork _work;
    private readonly CancellationTokenSource _givenUp = new();
    private readonly TaskCompletionSource _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnd> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;

    public SocketConnection(ISocketHandler handler, SocketTiming timing, ILogger log)
    {
        (_handler, _timing, _log) = (handler, timing, log);
        _work = new SocketWork(timing.AtOnce);
        _socket.Options.KeepAliveInterval = timing.KeepAliveInterval;
        _socket.Options.KeepAliveTimeout = timing.KeepAliveTimeout;
    }

    /// <summary>Completes when Slack says that the connection will end, or when it has.</summary>
    public Task<SocketEnd> Leaving => _leaving.Task;

    /// <summary>Connects, and waits until Slack has said hello.</summary>
    /// <exception cref="WebSocketException">There is no connection.</exception>
    /// <exception cref="TimeoutException">Nobody said hello.</exception>
    public async Task Open(Uri address, CancellationToken ct)
    {
        if (address.IsLoopback)
            _socket.Options.Proxy = null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_timing.HelloTimeout);
        try
        {
            await _socket.ConnectAsync(address, patience.Token);
            _reading = Read();
            await Task.WhenAny(_hello.Task, _leaving.Task).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException("no hello");
        }

        if (!_hello.Task.IsCompleted)
            throw new WebSocketException((await _leaving.Task).Reason);
    }

    /// <summary>Serves on for a while, finishes what was begun, and closes.</summary>
    public async Task Drain(TimeSpan linger, TimeProvider time, CancellationToken hurry)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(hurry);
        await Task.WhenAny(_reading, Task.Delay(linger, time, ended.Token));
        await ended.CancelAsync();
        await _work.Idle().WaitAsync(_timing.FinishTime, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Close(time);
    }

    /// <summary>Begins nothing new from this moment on.</summary>
    public void Refuse() => _work.Refuse();

    /// <summary>Begins nothing new, finishes what was begun, and closes.</summary>
    public async Task Stop(TimeProvider time)
    {
        _work.Refuse();
        await _work.Idle().WaitAsync(_timing.FinishTime, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Close(time);
    }

    public async ValueTask DisposeAsync()
    {
        _work.Refuse();
        await _givenUp.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task Close(TimeProvider time)
    {
        _work.Refuse();
        try
        {
            await Locked(() => _socket.State is WebSocketState.Open or WebSocketState.CloseReceived
                ? _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None)
                : Task.CompletedTask).WaitAsync(_timing.FinishTime, time);
            await _reading.WaitAsync(_timing.FinishTime, time);
        }
        catch (Exception gone) when (IsGone(gone) || gone is TimeoutException)
        {
            // the other side is gone already
        }

        await DisposeAsync();
    }

    private async Task Read()
    {
        var end = new SocketEnd("closed by Slack", IsBroken: true);
        try
        {
            var messages = new SocketMessages(_socket, _timing.LongestMessage);
            while (await messages.Next() is { IsEnd: false } next)
                await Take(next.Message, next.Skipped);
        }
        catch (Exception gone)
        {
            end = new SocketEnd(gone is WebSocketException broken ? broken.WebSocketErrorCode.ToString() : gone.GetType().Name, IsBroken: true);
        }

        _leaving.TrySetResult(end);
    }

    private async Task Take(byte[]? message, string? skipped)
    {
        switch (message is null ? null : SocketFrame.Read(message))
        {
            case SocketFrame.Hello:
                _hello.TrySetResult();
                break;
            case SocketFrame.Disconnect disconnect:
                _leaving.TrySetResult(new SocketEnd(disconnect.Reason, IsBroken: false));
                break;
            case SocketFrame.Envelope envelope when await _work.Begin(_givenUp.Token):
                _ = Handle(envelope);
                break;
            case SocketFrame.Envelope:
                break; // not acknowledged: what Slack can send again, it sends again
            default:
                Skipped(_log, skipped ?? "unreadable");
                break;
        }
    }

    private async Task Handle(SocketFrame.Envelope envelope)
    {
        await Task.Yield(); // the next envelope does not wait for this one
        var reply = SocketReply.Later;
        try
        {
            reply = await Answer(envelope);
            if (!reply.IsPutOff)
                await Send(SocketFrame.Acknowledge(envelope.Id, envelope.AcceptsPayload ? reply.Payload : null));
        }
        catch (Exception gone) when (IsGone(gone))
        {
            Unacknowledged(_log, envelope.Type);
            if (reply.Otherwise is { } otherwise)
                await otherwise();
        }
        finally
        {
            _work.End();
        }
    }

    private Task Send(ReadOnlyMemory<byte> ack) =>
        Locked(() => _socket.SendAsync(ack, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask());

    private async Task<SocketReply> Answer(SocketFrame.Envelope envelope)
    {
        try
        {
            return await _handler.Handle(envelope.Type, envelope.Payload, envelope.AcceptsPayload, envelope.RetryAttempt, _givenUp.Token);
        }
        catch (Exception error)
        {
            Failed(_log, envelope.Type, error);
            return SocketReply.Later;
        }
    }

    /// <summary>One frame at a time; never cancelled, for the same reason as receiving.</summary>
    private async Task Locked(Func<Task> send)
    {
        await _sending.WaitAsync();
        try
        {
            await send();
        }
        finally
        {
            _sending.Release();
        }
    }

    private static bool IsGone(Exception error) => error is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message from Slack was skipped: it is {Why}")]
    private static partial void Skipped(ILogger log, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection to Slack ended before an envelope of {Type} was acknowledged")]
    private static partial void Unacknowledged(ILogger log, string type);

    [LoggerMessage(Level = LogLevel.Error, Message = "An envelope of {Type} could not be handled")]
    private static partial void Failed(ILogger log, string type, Exception error);
}

/// <param name="Reason">Slack's word, or how the connection broke.</param>
/// <param name="IsBroken">It is over already; otherwise it works on for a while.</param>
internal sealed record SocketEnd(string Reason, bool IsBroken);
