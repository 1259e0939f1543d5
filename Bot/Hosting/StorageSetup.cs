using AsyncBot.Bot.Delivery;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Help;
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
        services.AddSingleton(InstallationOf);
        services.AddHostedService<StoreWatch>();
        return services;
    }

    /// <summary>What the bot tells of itself: its version, where it keeps its notes, and where people reach it.</summary>
    private static Installation InstallationOf(IServiceProvider provider)
    {
        var version = typeof(StorageSetup).Assembly.GetName().Version!.ToString(3);
        var platforms = provider.GetServices<Platform>().Select(platform => platform.Name);
        return new Installation(version, "LiteDB, one file", [.. platforms]);
    }
}

/// <summary>
/// A failed engine answers nothing correctly until the file is opened anew. Commands say so in a sentence, readiness turns red,
/// and after ten seconds the process ends.
/// </summary>
public sealed partial class StoreWatch(
    LiteDbStore store,
    Numbers numbers,
    Settlement settlement,
    IHostApplicationLifetime lifetime,
    ILogger<StoreWatch> log) : BackgroundService
{
    public const int ExitCode = 70;

    private const long Megabyte = 1_000_000;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);
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
        do
        {
            var size = store.Size();
            var (data, journal) = (size.Data / Megabyte, size.Log / Megabyte);
            if (size.IsAlarming)
                Grown(data, journal);
            await Task.WhenAny(store.Failure, Task.Delay(BetweenLooks, stoppingToken));
        }
        while (!store.Failure.IsCompleted && !stoppingToken.IsCancellationRequested);

        if (!store.Failure.IsCompleted)
            return;
        var failure = await store.Failure;
        Failed(failure);
        settlement.Forget();
        await Task.Delay(Grace, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Environment.ExitCode = ExitCode;
        lifetime.StopApplication();
    }

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The store failed, so this process ends in ten seconds; what was confirmed is safe. Check the disk, then start again")]
    private partial void Failed(Exception failure);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The store has grown to {Data} MB and its log to {Journal} MB, and at 2000 MB its engine stops: "
            + "remove what nobody needs, restart so that the log is folded in, or begin a new file with Storage:Path")]
    private partial void Grown(long data, long journal);
}
