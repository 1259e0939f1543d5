using System.Collections.Concurrent;
using AsyncBot.Bot.Slack;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Documents;
using AsyncBot.TestKit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AsyncBot.Bot.Tests.Slack;

/// <summary>The client of Slack, put together on a stub and on time that stands still.</summary>
internal sealed class SlackBench : IDisposable
{
    public const string Token = "xoxb-12-very-secret";

    public static readonly WorkspaceId Workspace = SlackIds.Workspace("T1");

    private readonly HttpClient _http;

    public SlackBench()
    {
        Stub = new SlackStub(Time);
        _http = new HttpClient(Stub) { Timeout = Timeout.InfiniteTimeSpan };
        Api = new SlackApi(_http, Options, Throttle = new SlackThrottle(Time), Time, Log);
        Directory = new SlackDirectory(Api, Time, NullLogger<SlackDirectory>.Instance);
        Presence = new SlackPresence(Api, Time, NullLogger<SlackPresence>.Instance);
        Stub.Answers("auth.test", """{"ok":true,"url":"https://example.slack.com/","team":"Example","team_id":"T1","user_id":"UBOT","bot_id":"B1"}""");
    }

    public static SlackOptions Options { get; } = new(new Uri("https://slack.example/api"), Token, ["secret"], "xapp-1-very-secret", new Dictionary<string, string>());

    public SteppedTime Time { get; } = new();

    public Lines Log { get; } = new();

    public SlackStub Stub { get; }

    public SlackThrottle Throttle { get; }

    public SlackApi Api { get; }

    public SlackDirectory Directory { get; }

    public SlackPresence Presence { get; }

    public Task<SlackAnswer<T>> Call<T>(SlackMethod<T> method, params (string Name, string Value)[] fields)
    {
        var arguments = new SlackArguments();
        foreach (var (name, value) in fields)
            arguments.Add(name, value);
        return Api.Call(method, arguments, default);
    }

    /// <summary>Lets time pass until something is done.</summary>
    public async Task<T> Wait<T>(Task<T> task)
    {
        for (var steps = 0; !task.IsCompleted && steps < 10_000; steps++)
        {
            await Task.Yield();
            Time.Pass(Duration.FromMilliseconds(100));
        }

        return await task;
    }

    public void Dispose()
    {
        Presence.Dispose();
        _http.Dispose();
    }

    /// <summary>What was logged, whole.</summary>
    internal sealed class Lines : ILogger<SlackApi>
    {
        private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

        public IReadOnlyList<(LogLevel Level, string Text)> All => [.. _lines];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
