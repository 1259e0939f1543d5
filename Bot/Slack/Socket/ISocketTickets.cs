namespace AsyncBot.Bot.Slack.Socket;

/// <summary>Gets the address of the next connection from <c>apps.connections.open</c>.</summary>
public interface ISocketTickets
{
    Task<SocketTicket> Open(CancellationToken ct);
}

/// <summary>An address that works once, or why there is none.</summary>
public abstract record SocketTicket
{
    private SocketTicket()
    {
    }

    /// <summary>Holds a secret ticket; never write it down.</summary>
    public sealed record Granted(Uri Address) : SocketTicket
    {
        public override string ToString() => nameof(Granted);
    }

    /// <summary>Slack limits how often one may ask.</summary>
    public sealed record RateLimited(TimeSpan After) : SocketTicket;

    /// <summary>Slack's error, for example <c>invalid_auth</c>: somebody has to change something.</summary>
    public sealed record Refused(string Error) : SocketTicket;

    /// <summary>No answer, or none that can be read.</summary>
    public sealed record Unreachable(string Reason) : SocketTicket;
}
