using AsyncBot.Bot.Hosting;
using AsyncBot.Core.OnCall;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AsyncBot.Bot.Calendars;

/// <summary>The public address, where one is configured, and else the one on which the bot listens.</summary>
internal sealed class CalendarHost(PublicAddress publicAddress, IServer server) : ICalendarHost
{
    public bool IsPublic => publicAddress.Url is not null;

    public string AddressOf(FeedToken token) =>
        PublicUrl.Of(publicAddress.Url ?? Local(), $"{CalendarEndpoint.Path}{token}{CalendarEndpoint.Ending}");

    /// <summary>Listening everywhere is no address, so then it is this machine's.</summary>
    private Uri Local()
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5000";
        var address = BindingAddress.Parse(bound);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port, address.PathBase).Uri;
    }
}

/// <param name="Url">Null where none is configured.</param>
internal sealed record PublicAddress(Uri? Url);
