using AsyncBot.Core.Catalogs;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Help;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;
using AsyncBot.Storage.Json;
using AsyncBot.Storage.LiteDb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime.Testing;

namespace AsyncBot.TestKit;

/// <summary>
/// Commands in, messages out, on a fake clock, against the real store: the bot without its platforms.
/// <c>await using var team = await Team.Open(); var answer = await team.Says("ana", "#team", "idea add Ship it");</c>
/// </summary>
public sealed partial class Team : IAsyncDisposable
{
    public static readonly WorkspaceId Workspace = new("team");

    /// <summary>A Monday.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly TeamOptions _options;
    private readonly FeatureCatalog _features;
    private readonly LiteDbStores _stores;
    private string _path;

    private Team(TeamOptions options)
    {
        _options = options;
        _features = Catalog.Features();
        options.Features?.Invoke(_features);
        _stores = new LiteDbStores(new DocumentJson([new CommandJson(_features.Commands), new JobJson(_features.Jobs)]));
        _path = _stores.Path;
        Chat = new FakeChat(Time);
        Presence = new FakePresence(Clock);
    }

    public FakeClock Clock { get; } = new(Start);

    /// <summary>Real time, as rate limits and the courier see it.</summary>
    public EagerTime Time { get; } = new();

    /// <summary>Real time, by which leases run out.</summary>
    public ManualTime LeaseTime => _stores.Time;

    public TestDirectory Directory { get; } = new();

    public FakePresence Presence { get; }

    public CalendarHost CalendarHost { get; } = new();

    public FakeChat Chat { get; }

    public RecordingLog Log { get; } = new();

    public CountingStore Store { get; private set; } = null!;

    public Uptime Uptime { get; private set; } = null!;

    public Dispatcher Dispatcher { get; private set; } = null!;

    public JobRunner Runner { get; private set; } = null!;

    public Courier Courier { get; private set; } = null!;

    public TimeDataUpdate TimeData { get; private set; } = null!;

    public CommandCatalog Commands => _features.Commands;

    public DocumentJson Json => _stores.Json;

    /// <summary>Off: what was committed stays in the queues until a test delivers it.</summary>
    public bool Delivers { get; set; } = true;

    /// <summary>On: answers come as messages of their own, as where a platform takes no answer to what it delivers.</summary>
    public bool AnswersByPost { get; set; }

    public static Task<Team> Open() => Open(new TeamOptions());

    public static async Task<Team> Open(TeamOptions options)
    {
        var team = new Team(options);
        await team.Wire(await team._stores.Open());
        await team.Deliver(); // the host's loop looks at once, too
        return team;
    }

    /// <summary>Ends as by <c>kill -9</c> at this moment, and starts again on what was on disk.</summary>
    public async Task Restart()
    {
        await LeaveSign();
        _path = _stores.CopyFiles(_path);
        await Wire(await _stores.Open(_path));
    }

    public async ValueTask DisposeAsync() => await _stores.DisposeAsync();

    /// <summary>As Bot/Hosting/Features.cs does, without a platform.</summary>
    private async Task Wire(LiteDbStore store)
    {
        Store = new CountingStore(store);
        var services = new ServiceCollection()
            .AddSingleton<IStore>(Store)
            .AddSingleton<IClock>(Clock)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IDirectory>(provider => new DirectoryWithOwnZones(Directory, provider.GetRequiredService<OwnZones>()))
            .AddSingleton<IPresence>(Presence)
            .AddSingleton<IChat>(Chat)
            .AddSingleton<ITurnLog>(Log)
            .AddSingleton(Uptime = new Uptime(store, Clock, new TimeOfClock(Clock)))
            .AddSingleton(_features.Commands).AddSingleton(_features.Jobs).AddSingleton(_features.Documents).AddSingleton(_features.Expiries).AddSingleton(_features.Closing)
            .AddSingleton(new Installation("1.2.3", "LiteDb", ["tests"]))
            .AddSingleton<ICalendarHost>(CalendarHost)
            .AddSingleton(new CommandLimit(_options.PerMinute, Time))
            .AddSingleton(provider => new Callers(Store, provider.GetRequiredService<IDirectory>(), provider.GetRequiredService<CommandLimit>(), _options.Admins));
        foreach (var part in _options.Parts)
            services.AddSingleton(part.GetType(), part);
        foreach (var part in _features.Parts)
        {
            services.TryAddSingleton(part.Type);
            if (part.Service != part.Type)
                services.AddSingleton(part.Service, provider => provider.GetRequiredService(part.Type));
        }

        var built = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        Dispatcher = built.GetRequiredService<Dispatcher>();
        Runner = built.GetRequiredService<JobRunner>();
        Courier = built.GetRequiredService<Courier>();
        TimeData = built.GetRequiredService<TimeDataUpdate>();
        await Uptime.Begin(CancellationToken.None);
    }
}

/// <summary>What a test wants different.</summary>
public sealed record TeamOptions
{
    public int PerMinute { get; init; }

    /// <summary>Ids of people whom the configuration makes admins.</summary>
    public IReadOnlySet<string> Admins { get; init; } = new HashSet<string>();

    public Action<FeatureCatalog>? Features { get; init; }

    /// <summary>What the handlers of these need.</summary>
    public IReadOnlyList<object> Parts { get; init; } = [];
}
