using AsyncBot.Bot.Delivery;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Pictures;
using AsyncBot.Bot.Playground.Api;
using AsyncBot.Bot.Playground.Page;
using AsyncBot.Core.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AsyncBot.Bot.Playground.Setup;

/// <summary>The simulated workspace: its services, its API and its page.</summary>
public static class PlaygroundSetup
{
    /// <param name="isAlone">Whether there is no other platform, so that its clock can be everybody's.</param>
    public static IServiceCollection AddPlayground(this IServiceCollection services, bool isAlone)
    {
        services.AddSingleton(provider => new PlaygroundClock(provider.GetRequiredService<SystemBotClock>(), isAlone));
        services.AddSingleton<IBotClock>(provider => provider.GetRequiredService<PlaygroundClock>());
        services.AddSingleton<PlaygroundDirectory>();
        services.TryAddSingleton<Artist>();
        services.AddSingleton<PlaygroundChat>();
        services.AddSingleton(provider => new Platform(
            "the playground",
            workspace => workspace == PlaygroundDirectory.Workspace,
            provider.GetRequiredService<PlaygroundChat>(),
            provider.GetRequiredService<PlaygroundDirectory>(),
            provider.GetRequiredService<PlaygroundDirectory>()));
        services.AddSingleton<Traffic>();
        services.AddSingleton<Transcript>();
        services.AddSingleton<Access>();
        services.AddSingleton<OpenForms>();
        services.AddSingleton<Answers>();
        services.AddSingleton<Simulation>();
        services.AddSingleton<TimeTravel>();
        services.AddSingleton<PlaygroundState>();
        services.AddSingleton<IWorkspaceMemory>(provider => provider.GetRequiredService<PlaygroundDirectory>());
        services.AddSingleton<IWorkspaceMemory>(provider => provider.GetRequiredService<Transcript>());
        services.AddSingleton<IWorkspaceMemory>(provider => provider.GetRequiredService<PlaygroundChat>());
        services.AddSingleton<IWorkspaceMemory>(provider => provider.GetRequiredService<Simulation>());
        services.AddPlaygroundApi();
        services.AddPlaygroundPage();
        services.AddHostedService(provider => provider.GetRequiredService<PlaygroundState>());
        return services;
    }

    public static void MapPlayground(this WebApplication app)
    {
        var allowsRemote = app.Configuration.GetValue("Playground:AllowRemote", false);
        app.MapPlaygroundApi(allowsRemote);
        app.MapPlaygroundPage(allowsRemote);
    }
}
