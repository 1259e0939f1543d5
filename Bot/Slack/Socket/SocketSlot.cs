using System.Net.WebSockets;

namespace AsyncBot.Bot.Slack.Socket;

/// <summary>Keeps one connection open for ever: a new one before the old one ends where Slack says so in time, and again and again where not.</summary>
internal sealed partial class SocketSlot(
    ISocketTickets tickets,
    ISocketHandler handler,
    SocketTiming timing,
    SocketHealth health,
    TimeProvider time,
    ILogger log)
{
    private readonly SocketBackOff _backOff = new(timing.FirstWait, timing.LongestWait, Random.Shared.NextDouble);
    private readonly List<Task> _ending = [];
    private SocketConnection? _current;
    private long _openedAt;

    public async Task Run(CancellationToken stop)
    {
        using var atOnce = stop.Register(() => _current?.Refuse());
        try
        {
            while (!stop.IsCancellationRequested)
            {
                _current ??= await Connect(stop);
                var end = await _current.Leaving.WaitAsync(stop);
                if (time.GetElapsedTime(_openedAt) >= timing.WellFor)
                    _backOff.Reset();
                await After(end, _current, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // what is open is closed in good order below
        }
        finally
        {
            if (_current is { } open)
                Leave(open.Stop(time));
            await Task.WhenAll(_ending);
        }
    }

    private async Task After(SocketEnd end, SocketConnection old, CancellationToken stop)
    {
        if (end.IsBroken)
        {
            Broke(log, end.Reason);
            Leave(old.Stop(time));
            await Task.Delay(_backOff.Next(), time, stop);
        }
        else if (end.Reason == "link_disabled")
        {
            SwitchedOff(log);
            Leave(old.Drain(TimeSpan.Zero, time, stop));
            health.Failed(end.Reason);
            await Task.Delay(timing.SwitchedOffWait, time, stop);
        }
        else
        {
            Replacing(log, end.Reason);
            if (time.GetElapsedTime(_openedAt) < timing.WellFor)
                await Task.Delay(_backOff.Next(), time, stop); // or two sides that never agree would spin
            var next = await Connect(stop);
            Leave(old.Drain(timing.Linger, time, stop));
            _current = next;
        }
    }

    /// <summary>A connection ends beside what comes after it.</summary>
    private void Leave(Task end)
    {
        _current = null;
        health.Ended();
        _ending.RemoveAll(task => task.IsCompleted);
        _ending.Add(end);
    }

    private async Task<SocketConnection> Connect(CancellationToken stop)
    {
        while (true)
        {
            var ticket = await Ask(stop);
            if (ticket is SocketTicket.Granted granted && await Open(granted.Address, stop) is { } connection)
                return connection;
            var wait = ticket switch
            {
                SocketTicket.RateLimited limited => Limited(limited.After),
                SocketTicket.Refused refused => Refused(refused.Error),
                SocketTicket.Unreachable unreachable => Unreachable(unreachable.Reason),
                _ => _backOff.Next(),
            };
            await Task.Delay(wait, time, stop);
        }
    }

    private async Task<SocketTicket> Ask(CancellationToken stop)
    {
        try
        {
            return await tickets.Open(stop);
        }
        catch (Exception failed) when (!stop.IsCancellationRequested)
        {
            return new SocketTicket.Unreachable(failed.GetType().Name);
        }
    }

    private async Task<SocketConnection?> Open(Uri address, CancellationToken stop)
    {
        if (!IsSafe(address))
        {
            Problem("the address is not wss");
            return null;
        }

        var connection = new SocketConnection(handler, timing, log);
        try
        {
            await connection.Open(address, stop);
        }
        catch (Exception failed) when (failed is WebSocketException or TimeoutException or OperationCanceledException)
        {
            await connection.DisposeAsync();
            stop.ThrowIfCancellationRequested();
            Problem(Why(failed));
            return null;
        }

        _openedAt = time.GetTimestamp();
        health.Opened();
        Opened(log, health.Now.Connected);
        return connection;
    }

    /// <summary>In words that hold no address.</summary>
    private static string Why(Exception failed) => failed switch
    {
        { InnerException: HttpRequestException http } => http.HttpRequestError.ToString(),
        WebSocketException { WebSocketErrorCode: not WebSocketError.Success } broken => broken.WebSocketErrorCode.ToString(),
        _ => failed.Message,
    };

    /// <summary>Plain ws only to this machine.</summary>
    private static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && address.IsLoopback);

    private TimeSpan Limited(TimeSpan after)
    {
        Problem("ratelimited");
        return after > TimeSpan.Zero ? after : _backOff.Next();
    }

    private TimeSpan Refused(string error)
    {
        health.Failed(error);
        NotAllowed(log, error);
        return error == "link_disabled" ? timing.SwitchedOffWait : _backOff.Next();
    }

    private TimeSpan Unreachable(string reason)
    {
        Problem(reason);
        return _backOff.Next();
    }

    private void Problem(string problem)
    {
        health.Failed(problem);
        NotOpened(log, problem);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to Slack over Socket Mode; {Count} open")]
    private static partial void Opened(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack renews a connection ({Reason})")]
    private static partial void Replacing(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection to Slack broke ({Reason}); it is opened again")]
    private static partial void Broke(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No connection to Slack yet ({Problem}); trying again")]
    private static partial void NotOpened(ILogger log, string problem);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Slack refuses a connection ({Error}): check that Slack:AppToken is an app-level token of this app with the scope "
            + "connections:write, and that Socket Mode is on")]
    private static partial void NotAllowed(ILogger log, string error);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Socket Mode was switched off: turn it on again on your Slack app's page Socket Mode, or unset Slack:AppToken and let Slack "
            + "call the bot's address")]
    private static partial void SwitchedOff(ILogger log);
}
