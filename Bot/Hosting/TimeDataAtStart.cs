using AsyncBot.Core.Jobs;

namespace AsyncBot.Bot.Hosting;

/// <summary>Has what waits reckoned anew where this process knows other rules of time zones than the one before.</summary>
public sealed class TimeDataAtStart(TimeDataUpdate update) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => update.Apply(DateTimeZoneProviders.Tzdb.VersionId, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
