using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Hosting;

/// <summary>Notes when this process begins to do what is due.</summary>
public sealed class UptimeAtStart(Uptime uptime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        uptime.Begin();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
