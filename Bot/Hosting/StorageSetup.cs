using AsyncBot.Bot.Delivery;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;
using AsyncBot.Storage.LiteDb;

namespace AsyncBot.Bot.Hosting;

/// <summary>Opens the store before anything else starts, and ends the process when it fails, so that its supervisor starts it anew.</summary>
public static class StorageSetup
{
    public static Task<LiteDbStore> Open(BotOptions options) =>
        LiteDbStore.Open(new LiteDbOptions(options.StoragePath), Features.Json, TimeProvider.System);

    public static IServiceCollection AddStorage(this IServiceCollection services, LiteDbStore store)
    {
        services.AddSingleton(store);
        services.AddSingleton(provider => new WatchedStore(store, provider.GetRequiredService<Settlement>()));
        services.AddSingleton<IStore>(provider => provider.GetRequiredService<WatchedStore>());
        services.AddHostedService<StoreWatch>();
        return services;
    }
}

/// <summary>
/// A failed engine answers nothing correctly until the file is opened anew. Commands say so in a sentence, readiness turns red,
/// and after ten seconds the process ends.
/// </summary>
public sealed partial class StoreWatch(LiteDbStore store, Numbers numbers, Settlement settlement, IHostApplicationLifetime lifetime, ILogger<StoreWatch> log) : BackgroundService
{
    public const int ExitCode = 70;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!store.Failure.IsCompleted)
            await numbers.GiveBack(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that failed disposes this without having stopped it, and then the host takes a cancellation for an error.
        await Task.WhenAny(store.Failure, Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken));
        if (!store.Failure.IsCompleted)
            return;
        var failure = await store.Failure;
        Failed(failure);
        settlement.Forget();
        await Task.Delay(Grace, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Environment.ExitCode = ExitCode;
        lifetime.StopApplication();
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The store failed, so this process ends in ten seconds; what was confirmed is safe. Check the disk, then start again")]
    private partial void Failed(Exception failure);
}
