using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace AsyncBot.Bot.Hosting;

/// <summary>Where the bot listens.</summary>
public static class Listening
{
    /// <summary>Whether a host's name means this machine to itself.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Whether a start failed because its address is taken, or is none of this machine.</summary>
    public static bool IsRefused(Exception error) => error is SocketException or IOException { InnerException: AddressInUseException or SocketException };
}
