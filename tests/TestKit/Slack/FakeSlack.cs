using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AsyncBot.TestKit.Slack;

/// <summary>
/// Slack on this machine, over real HTTP and WebSocket: a workspace with ana, ben, chidi, dana, emi and the admin sam, that remembers what
/// it was told, fails when the test wants it to, and sends what Slack sends.
/// <c>await using var slack = await FakeSlack.Start(); var ana = slack.Connect(bot); await ana.Slash("ana", "#team", "/idea", "add Ship it");</c>
/// </summary>
public sealed partial class FakeSlack : IAsyncDisposable
{
    public const string Team = "T0001";
    public const string TeamDomain = "example";
    public const string App = "A0001";
    public const string Bot = "B0BOT";
    public const string BotUser = "U0BOT";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _server;
    private readonly CancellationTokenSource _ended = new();
    private readonly Faults _faults;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeSlack(TimeProvider time)
    {
        State = new SlackState(time);
        _faults = new Faults(State.Gate);
        Triggers = new Triggers(State);
        ResponseUrls = new ResponseUrls(this);
        Socket = new SocketHub(this);
        Seed();

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 100_000_000);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        _server = builder.Build();
        var api = new WebApi(this);
        _server.MapPost("/api/{method}", api.Answer);
        _server.MapMethods("/upload/{id}", ["POST", "PUT"], api.Upload);
        _server.MapPost("/respond/{id}", ResponseUrls.Answer);
        _server.MapGet("/link/", Socket.Accept);
        _server.MapFallback((HttpContext http) => Results.NotFound());
    }

    public Uri Address { get; private set; } = null!;

    public Uri ApiBaseUrl => new(Address, "api/");

    public string BotToken { get; } = "xoxb-example-bot";

    public string AppToken { get; } = "xapp-example-app";

    public string SigningSecret { get; } = "8f742231b10e8888abcd99yyyzzz85a5";

    /// <summary>What the app may do, as granted at its installation; take one out to see missing_scope.</summary>
    public ISet<string> Scopes { get; } = new SortedSet<string>(SlackMethods.AllScopes, StringComparer.Ordinal);

    /// <summary>Where the bot listens.</summary>
    public SlackPaths Paths { get; set; } = new();

    public SocketHub Socket { get; }

    public IReadOnlyList<SlackCall> Calls => Read(state => state.Calls);

    /// <summary>Every message as it is now, ephemeral ones too, in the order in which they came.</summary>
    public IReadOnlyList<SlackMessage> Messages => Read(state => state.Messages);

    public IReadOnlyList<SlackView> Views => Read(state => state.Views.Values);

    /// <summary>The home tab of a person, by user id.</summary>
    public IReadOnlyDictionary<string, SlackView> Homes => Locked(state => new Dictionary<string, SlackView>(state.Homes));

    public IReadOnlyList<SlackResponse> Responses => Read(state => state.Responses);

    public IReadOnlyList<SlackFile> Files => Read(state => state.Files.Values);

    internal SlackState State { get; }

    internal Triggers Triggers { get; }

    internal ResponseUrls ResponseUrls { get; }

    internal CancellationToken Ended => _ended.Token;

    /// <param name="time">By which triggers and response URLs expire and messages are stamped; real time when left out.</param>
    public static async Task<FakeSlack> Start(TimeProvider? time = null)
    {
        var slack = new FakeSlack(time ?? TimeProvider.System);
        await slack._server.StartAsync();
        slack.Address = new Uri(slack._server.Urls.Single() + "/");
        return slack;
    }

    /// <summary>The next calls of a method fail; <c>"*"</c> is any method, <c>"response_url"</c> and <c>"upload"</c> are the other posts.</summary>
    public void Fail(string method, Fault fault, int times = 1, string? channel = null) =>
        _faults.Add(method, fault, times, channel is null ? null : channel.StartsWith('#') ? SlackChannel.IdOf(channel) : channel);

    /// <summary>Completes as soon as it is so; says what happened when it takes too long.</summary>
    public async Task WaitFor(Func<FakeSlack, bool> happened, TimeSpan? timeout = null)
    {
        using var patience = new CancellationTokenSource(timeout ?? Patience);
        while (true)
        {
            var change = Volatile.Read(ref _changed).Task;
            if (happened(this))
                return;
            try
            {
                patience.Token.ThrowIfCancellationRequested(); // also where looking itself changes something
                await change.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException("It did not happen. Calls: " + string.Join(", ", Calls.Select(call => call.Method)));
            }
        }
    }

    /// <summary>A client that sends the bot what Slack sends, signed.</summary>
    public SlackHttpClient Connect(Uri bot) => new(this, bot);

    /// <summary>A client that sends the same over an open socket.</summary>
    public SlackSocketClient ConnectOverSocket() => new(this);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        Socket.DropAll();
        await _server.DisposeAsync();
        _ended.Dispose();
    }

    internal Fault? NextFault(string method, string? channel) => _faults.Next(method, channel);

    internal void Changed() =>
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    internal T Locked<T>(Func<SlackState, T> read)
    {
        lock (State.Gate)
            return read(State);
    }

    internal T Change<T>(Func<SlackState, T> change)
    {
        try
        {
            return Locked(change);
        }
        finally
        {
            Changed();
        }
    }

    private List<T> Read<T>(Func<SlackState, IEnumerable<T>> items) => Locked(state => items(state).ToList());
}

/// <summary>The bot's addresses for what Slack sends.</summary>
public sealed record SlackPaths(string Commands = "slack/commands", string Interactions = "slack/interactions", string Events = "slack/events");
