namespace AsyncBot.Bot.Slack.Socket;

/// <summary>Whether Slack can reach the bot over Socket Mode, for whoever watches it.</summary>
public sealed class SocketHealth(TimeProvider time)
{
    private readonly Lock _gate = new();
    private SocketStatus _now = new(0, null, null);

    public SocketStatus Now
    {
        get
        {
            lock (_gate)
                return _now;
        }
    }

    internal void Opened()
    {
        lock (_gate)
            _now = new SocketStatus(_now.Connected + 1, _now.Since ?? Instant.FromDateTimeOffset(time.GetUtcNow()), null);
    }

    internal void Ended()
    {
        lock (_gate)
            _now = _now with { Connected = _now.Connected - 1, Since = _now.Connected > 1 ? _now.Since : null };
    }

    internal void Failed(string problem)
    {
        lock (_gate)
            _now = _now with { Problem = problem };
    }
}

/// <param name="Connected">Connections that Slack greeted and that were not given up.</param>
/// <param name="Since">Since when there was always one; null when there is none.</param>
/// <param name="Problem">Why the last attempt failed, without secrets.</param>
public sealed record SocketStatus(int Connected, Instant? Since, string? Problem);
