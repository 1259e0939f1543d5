namespace AsyncBot.Bot.Hosting;

/// <summary>
/// <c>AsyncBot.Bot.dll healthcheck</c>: asks the bot on this machine whether it is ready, for containers whose image has no tool that could.
/// </summary>
public static class HealthCheck
{
    public const string Verb = "healthcheck";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <returns>0 when it is ready.</returns>
    public static async Task<int> Run(IConfiguration configuration)
    {
        // A proxy is for other machines.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            var answer = await client.GetAsync(new Uri(AddressOf(configuration), "/healthz/ready"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception unreachable) when (unreachable
            is HttpRequestException or TaskCanceledException or FormatException or OverflowException or NotSupportedException)
        {
            return 1;
        }
    }

    private static Uri AddressOf(IConfiguration configuration)
    {
        if (configuration["Urls"] is { Length: > 0 } urls)
        {
            var first = BindingAddress.Parse(urls.Split(';')[0]);
            return new UriBuilder(first.Scheme, first.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : first.Host, first.Port).Uri;
        }

        var port = configuration["http_ports"]?.Split(';')[0] is { Length: > 0 } set ? int.Parse(set, System.Globalization.CultureInfo.InvariantCulture) : 5000;
        return new UriBuilder("http", "localhost", port).Uri;
    }
}
