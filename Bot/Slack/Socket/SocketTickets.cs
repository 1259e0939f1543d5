using AsyncBot.Bot.Slack.Api;

namespace AsyncBot.Bot.Slack.Socket;

/// <summary>Asks Slack where the next connection goes.</summary>
public sealed class SocketTickets(SlackApi api) : ISocketTickets
{
    public async Task<SocketTicket> Open(CancellationToken ct) => await api.Call(SlackMethods.OpenConnection, SlackArguments.None, ct) switch
    {
        SlackAnswer<ConnectionAnswer>.Ok { Value.Url: { } url } when Uri.TryCreate(url, UriKind.Absolute, out var address) => new SocketTicket.Granted(address),
        SlackAnswer<ConnectionAnswer>.Ok => new SocketTicket.Unreachable("no address"),
        SlackAnswer<ConnectionAnswer>.RateLimited limited => new SocketTicket.RateLimited(limited.After),
        SlackAnswer<ConnectionAnswer>.Failed failed => new SocketTicket.Refused(failed.Error),
        var lost => new SocketTicket.Unreachable(lost.Why),
    };
}
