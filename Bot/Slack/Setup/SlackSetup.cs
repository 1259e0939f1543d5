using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Pictures;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Delivery;
using AsyncBot.Bot.Slack.Incoming;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Bot.Slack.Socket;
using AsyncBot.Core.Commands;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AsyncBot.Bot.Slack.Setup;

/// <summary>Slack's services and addresses.</summary>
public static class SlackSetup
{
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options)
    {
        services.AddSingleton(options);
        var http = SlackApi.Connect();
        services.AddSingleton<SlackThrottle>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackApi>(provider, http));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ResponseUrl>(provider, http));
        services.AddSingleton<SlackDirectory>();
        services.AddSingleton<DirectChannels>();
        services.AddSingleton<SlackMessages>();
        services.AddSingleton<SlackPresence>();
        services.AddSingleton(provider => new SlackCommandNames(options.CommandNames, provider.GetRequiredService<CommandCatalog>()));
        services.AddSingleton<SlackCards>();
        services.TryAddSingleton<Artist>();
        services.AddSingleton<SlackPlaces>();
        services.AddSingleton<SlackFiles>();
        services.AddSingleton<SlackChat>();
        services.AddSingleton(provider => new Platform(
            "Slack",
            SlackIds.IsSlack,
            provider.GetRequiredService<SlackChat>(),
            provider.GetRequiredService<SlackDirectory>(),
            provider.GetRequiredService<SlackPresence>()));
        services.AddIncoming(options);
        if (options.AppToken is not null)
            services.AddSocketMode();
        services.AddHostedService<SlackStart>();
        return services;
    }

    public static void MapSlack(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SlackOptions>().SigningSecrets.Count > 0)
            app.Services.GetRequiredService<SlackEndpoints>().Map(app);
    }

    private static void AddSocketMode(this IServiceCollection services)
    {
        services.AddSingleton(new SocketTiming());
        services.AddSingleton<ISocketTickets, SocketTickets>();
        services.AddSingleton<ISocketHandler, SocketDeliveries>();
        services.AddSingleton<SocketMode>();
        services.AddHostedService(provider => provider.GetRequiredService<SocketMode>());
    }

    private static void AddIncoming(this IServiceCollection services, SlackOptions options)
    {
        services.AddSingleton(provider => new SlackSignature(options.SigningSecrets, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<OldSecretAlarm>();
        services.AddSingleton<SlackText>();
        services.AddSingleton<Answering>();
        services.AddSingleton<InTime>();
        services.AddHostedService(provider => provider.GetRequiredService<InTime>());
        services.AddSingleton<EventTurns>();
        services.AddSingleton<SlashCommands>();
        services.AddSingleton<Presses>();
        services.AddSingleton<Submissions>();
        services.AddSingleton<Shortcuts>();
        services.AddSingleton<Interactions>();
        services.AddSingleton<SpokenEvents>();
        services.AddSingleton<ReactionEvents>();
        services.AddSingleton<WorkspaceEvents>();
        services.AddSingleton<Events>();
        services.AddSingleton<SlackEndpoints>();
    }
}
