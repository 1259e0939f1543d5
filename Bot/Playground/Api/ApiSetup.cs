namespace AsyncBot.Bot.Playground.Api;

/// <summary>The API's services and addresses.</summary>
public static class ApiSetup
{
    public static IServiceCollection AddPlaygroundApi(this IServiceCollection services) => services
        .AddSingleton<MessageWriter>()
        .AddSingleton<TalkApi>()
        .AddSingleton<WorldApi>()
        .AddSingleton<ClockApi>();

    public static void MapPlaygroundApi(this WebApplication app, bool allowsRemote)
    {
        var calls = app.MapGroup("/playground/api").AddEndpointFilter(new ApiGuard(allowsRemote));
        calls.MapActions();
        Post<WorldApi, PersonBody>(calls, "people", (api, body, ct) => api.PutPerson(body, ct));
        Post<WorldApi, ChannelBody>(calls, "channels", (api, body, ct) => api.PutChannel(body, ct));
        calls.MapGet("messages", (TalkApi api, HttpRequest request, CancellationToken ct) => api.ReadMessages(request, ct));
        calls.MapGet("picture", (TalkApi api, HttpRequest request, CancellationToken ct) => api.ReadPicture(request, ct));
        calls.MapGet("people", (WorldApi api) => api.People());
        calls.MapGet("clock", (ClockApi api) => api.ReadClock());
    }

    /// <summary>What a script and a person at the page can do alike.</summary>
    internal static void MapActions(this RouteGroupBuilder calls)
    {
        Post<TalkApi, SayBody>(calls, "say", (api, body, ct) => api.Say(body, ct));
        Post<TalkApi, ShortcutBody>(calls, "shortcut", (api, body, ct) => api.Shortcut(body, ct));
        Post<TalkApi, PressBody>(calls, "press", (api, body, ct) => api.Press(body, ct));
        Post<TalkApi, SubmitBody>(calls, "submit", (api, body, ct) => api.Submit(body, ct));
        Post<TalkApi, ReactBody>(calls, "react", (api, body, ct) => api.React(body, ct));
        Post<WorldApi, PresenceBody>(calls, "presence", (api, body, _) => api.Presence(body));
        Post<ClockApi, ClockBody>(calls, "clock", (api, body, ct) => api.MoveClock(body, ct));
        Post<WorldApi, ResetBody>(calls, "reset", (api, _, ct) => api.Reset(ct));
    }

    private static void Post<TApi, T>(RouteGroupBuilder calls, string path, Func<TApi, T, CancellationToken, Task<IResult>> call)
        where TApi : notnull
        where T : class =>
        calls.MapPost(path, async (TApi api, HttpRequest request, CancellationToken ct) => await call(api, await ApiGuard.Body<T>(request, ct), ct));
}
