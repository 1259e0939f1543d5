using AsyncBot.Bot.Delivery;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Playground.Api;
using AsyncBot.Bot.Playground.Page;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Playground;

/// <summary>The simulated workspace: its services, its API and its page.</summary>
public static class PlaygroundSetup
{
    public static IServiceCollection AddPlayground(this IServiceCollection services)
    {
        services.AddSingleton<SystemBotClock>();
        services.AddSingleton<PlaygroundClock>();
        services.AddSingleton<IBotClock>(provider => provider.GetRequiredService<PlaygroundClock>());
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<PlaygroundClock>());
        services.AddSingleton<PlaygroundDirectory>();
        services.AddSingleton<IDirectory>(provider => provider.GetRequiredService<PlaygroundDirectory>());
        services.AddSingleton<PlaygroundChat>();
        services.AddSingleton<IChat>(provider => provider.GetRequiredService<PlaygroundChat>());
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
        services.AddInstallation("the playground");
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
