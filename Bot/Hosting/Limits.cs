namespace AsyncBot.Bot.Hosting;

/// <summary>What one request may cost, whoever sends it.</summary>
public static class Limits
{
    private const long LargestBody = 256 * 1024;

    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(20);

    public static WebApplicationBuilder AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Shutdown);
        return builder;
    }
}
