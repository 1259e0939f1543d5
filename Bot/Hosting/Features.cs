using AsyncBot.Bot.Delivery;
using AsyncBot.Core.Catalogs;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;
using AsyncBot.Storage.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AsyncBot.Bot.Hosting;

/// <summary>All that the bot can do, with what it needs to run.</summary>
public static class Features
{
    public static FeatureCatalog All { get; } = Catalog.Features();

    /// <summary>How documents of these features are written.</summary>
    public static DocumentJson Json { get; } = new([new CommandJson(All.Commands), new JobJson(All.Jobs)]);

    public static IServiceCollection AddFeatures(this IServiceCollection services, BotOptions options)
    {
        services.AddSingleton(All.Commands).AddSingleton(All.Jobs).AddSingleton(All.Documents);
        services.AddSingleton(All.Expiries).AddSingleton(All.Closing).AddSingleton(Json);
        foreach (var part in All.Parts)
        {
            services.TryAddSingleton(part.Type);
            if (part.Service != part.Type)
                services.AddSingleton(part.Service, provider => provider.GetRequiredService(part.Type));
        }

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SystemBotClock>();
        services.AddSingleton<IBotClock>(provider => provider.GetRequiredService<SystemBotClock>());
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<IBotClock>());
        services.AddSingleton<IChat, ChatOfPlatforms>();
        services.AddSingleton<DirectoryOfPlatforms>();
        services.AddSingleton<IDirectory>(provider => new DirectoryWithOwnZones(
            provider.GetRequiredService<DirectoryOfPlatforms>(), provider.GetRequiredService<OwnZones>()));
        services.AddSingleton<IPresence, PresenceOfPlatforms>();
        services.AddSingleton(new CommandLimit(options.CommandsPerMinute, TimeProvider.System));
        services.AddSingleton(provider => new Callers(
            provider.GetRequiredService<IStore>(), provider.GetRequiredService<IDirectory>(), provider.GetRequiredService<CommandLimit>(), options.Admins));
        services.AddSingleton<ITurnLog, TurnLog>();
        services.AddSingleton<Uptime>();
        return services;
    }

    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<Settlement>();
        services.AddSingleton(provider => Loop(provider, Queues.Jobs, provider.GetRequiredService<JobRunner>().Start));
        services.AddSingleton(provider => Loop(provider, Queues.Outbox, provider.GetRequiredService<Courier>().Start));
        services.AddHostedService<SignsOfLife>();
        services.AddHostedService<TimeDataAtStart>();
        services.AddHostedService(provider => provider.GetRequiredService<DueLoop<IJob>>());
        services.AddHostedService(provider => provider.GetRequiredService<DueLoop<Effect>>());
        services.AddHostedService<WarmUp>();
        return services;
    }

    private static DueLoop<T> Loop<T>(
        IServiceProvider provider, DueQueue<T> queue, Func<Instant, CancellationToken, Task<IReadOnlyList<Task>>> start) where T : class =>
        new(
            queue,
            provider.GetRequiredService<WatchedStore>(),
            provider.GetRequiredService<IBotClock>(),
            start,
            provider.GetRequiredService<ILogger<DueLoop<T>>>());
}
