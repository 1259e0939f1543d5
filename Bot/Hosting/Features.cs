using AsyncBot.Bot.Delivery;
using AsyncBot.Core.Catalogs;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Help;
using AsyncBot.Core.Home;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Online;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;
using AsyncBot.Storage.Json;

namespace AsyncBot.Bot.Hosting;

/// <summary>All that the bot can do, with what it needs to run.</summary>
public static class Features
{
    public static CommandCatalog Commands { get; } = Catalog.Commands();

    private static JobCatalog Jobs { get; } = Catalog.Jobs();

    /// <summary>How documents of these features are written.</summary>
    public static DocumentJson Json { get; } = new([new CommandJson(Commands), new JobJson(Jobs)]);

    public static IServiceCollection AddFeatures(this IServiceCollection services, BotOptions options)
    {
        services.AddSingleton(Commands).AddSingleton(Jobs).AddSingleton(Json);
        services.AddSingleton<IdeaTexts>();
        services.AddSingleton<Sight>();
        services.AddSingleton<IHomeSection, IdeasOnHome>();
        services.AddSingleton<IHomeSection, PeopleOnHome>();
        services.AddSingleton<IPersonalData, IdeaData>();
        services.AddSingleton<IPersonalData, PeopleData>();
        services.AddSingleton<IPersonalData, HomeData>();
        services.AddSingleton<IPersonalData, HouseData>();
        services.AddSingleton<IZoneBound, DigestsInZone>();
        services.AddSingleton(provider => Catalog.Documents(provider.GetRequiredService<IdeaTexts>()));
        foreach (var handler in Commands.Handlers.Concat(Jobs.Handlers))
            services.AddSingleton(handler);

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SystemBotClock>();
        services.AddSingleton<IBotClock>(provider => provider.GetRequiredService<SystemBotClock>());
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<IBotClock>());
        services.AddSingleton<IChat, ChatOfPlatforms>();
        services.AddSingleton<OwnZones>();
        services.AddSingleton<DirectoryOfPlatforms>();
        services.AddSingleton<IDirectory>(provider => new DirectoryWithOwnZones(provider.GetRequiredService<DirectoryOfPlatforms>(), provider.GetRequiredService<OwnZones>()));
        services.AddSingleton<IPresence, PresenceOfPlatforms>();
        services.AddSingleton<Numbers>();
        services.AddSingleton<IWorkspaceMemory>(provider => provider.GetRequiredService<Numbers>());
        services.AddSingleton<IWorkspaceMemory>(provider => provider.GetRequiredService<IdeaTexts>());
        services.AddSingleton<TurnRunner>();
        services.AddSingleton(new CommandLimit(options.CommandsPerMinute, TimeProvider.System));
        services.AddSingleton(provider => new Callers(
            provider.GetRequiredService<IStore>(), provider.GetRequiredService<IDirectory>(), provider.GetRequiredService<CommandLimit>(), options.Admins));
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<ITurnLog, TurnLog>();
        return services;
    }

    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<JobRunner>();
        services.AddSingleton<Courier>();
        services.AddSingleton<Settlement>();
        services.AddSingleton(provider => Loop(provider, Queues.Jobs, provider.GetRequiredService<JobRunner>().Start));
        services.AddSingleton(provider => Loop(provider, Queues.Outbox, provider.GetRequiredService<Courier>().Start));
        services.AddHostedService(provider => provider.GetRequiredService<DueLoop<IJob>>());
        services.AddHostedService(provider => provider.GetRequiredService<DueLoop<Effect>>());
        services.AddHostedService<WarmUp>();
        return services;
    }

    private static DueLoop<T> Loop<T>(IServiceProvider provider, DueQueue<T> queue, Func<Instant, CancellationToken, Task<IReadOnlyList<Task>>> start) where T : class =>
        new(queue, provider.GetRequiredService<WatchedStore>(), provider.GetRequiredService<IBotClock>(), start, provider.GetRequiredService<ILogger<DueLoop<T>>>());
}
