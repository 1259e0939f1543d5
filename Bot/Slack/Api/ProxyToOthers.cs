using System.Net;

namespace AsyncBot.Bot.Slack.Api;

/// <summary>A proxy for everything but this machine: what is sent to an emulator here is not encrypted, so it must not leave.</summary>
public sealed class ProxyToOthers(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
