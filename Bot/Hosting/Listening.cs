using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace AsyncBot.Bot.Hosting;

/// <summary>The one thing that can go wrong when the bot begins to listen.</summary>
public static class Listening
{
    /// <summary>Whether a start failed because its address is taken, or is none of this machine.</summary>
    public static bool IsRefused(Exception error) => error is SocketException or IOException { InnerException: AddressInUseException or SocketException };
}
