using AsyncBot.Bot.Delivery;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Playground.Page;
using AsyncBot.Core.Help;
using AsyncBot.Core.Messages;

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
        services.AddSingleton<Simulation>();
        services.AddSingleton<TimeTravel>();
        services.AddSingleton<PlaygroundState>();
        services.AddSingleton<Api>();
        services.AddPlaygroundPage();
        services.AddSingleton(new Installation(typeof(PlaygroundSetup).Assembly.GetName().Version!.ToString(3), "LiteDB, one file", ["the playground"]));
        services.AddHostedService(provider => provider.GetRequiredService<PlaygroundState>());
        return services;
    }

    public static void MapPlayground(this WebApplication app)
    {
        var allowsRemote = app.Configuration.GetValue("Playground:AllowRemote", false);
        var calls = app.MapGroup("/playground/api").AddEndpointFilter(new ApiGuard(allowsRemote));
        MapActions(calls);
        Post<PersonBody>(calls, "people", (api, body, ct) => api.PutPerson(body, ct));
        Post<ChannelBody>(calls, "channels", (api, body, ct) => api.PutChannel(body, ct));
        calls.MapGet("messages", (Api api, HttpRequest request, CancellationToken ct) => api.ReadMessages(request, ct));
        calls.MapGet("people", (Api api) => api.People());
        calls.MapGet("clock", (Api api) => api.ReadClock());
        app.MapPlaygroundPage(allowsRemote);
    }

    /// <summary>What a script and a person at the page can do alike.</summary>
    internal static void MapActions(RouteGroupBuilder calls)
    {
        Post<SayBody>(calls, "say", (api, body, ct) => api.Say(body, ct));
        Post<ShortcutBody>(calls, "shortcut", (api, body, ct) => api.Shortcut(body, ct));
        Post<PressBody>(calls, "press", (api, body, ct) => api.Press(body, ct));
        Post<SubmitBody>(calls, "submit", (api, body, ct) => api.Submit(body, ct));
        Post<ReactBody>(calls, "react", (api, body, ct) => api.React(body, ct));
        Post<PresenceBody>(calls, "presence", (api, body, ct) => api.Presence(body, ct));
        Post<ClockBody>(calls, "clock", (api, body, ct) => api.MoveClock(body, ct));
        Post<ResetBody>(calls, "reset", (api, body, ct) => api.Reset(body, ct));
    }

    private static void Post<T>(RouteGroupBuilder calls, string path, Func<Api, T, CancellationToken, Task<IResult>> call) where T : class =>
        calls.MapPost(path, async (Api api, HttpRequest request, CancellationToken ct) => await call(api, await ApiGuard.Body<T>(request, ct), ct));
}
