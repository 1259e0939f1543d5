using AsyncBot.Core.Catalogs;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Help;
using AsyncBot.Core.Home;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Online;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;
using AsyncBot.Storage.Json;
using AsyncBot.Storage.LiteDb;
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
    private readonly CommandCatalog _commands;
    private readonly JobCatalog _jobs;
    private readonly LiteDbStores _stores;
    private string _path;

    private Team(TeamOptions options)
    {
        _options = options;
        _commands = Catalog.Commands();
        _jobs = Catalog.Jobs();
        options.Commands?.Invoke(_commands);
        options.Jobs?.Invoke(_jobs);
        _stores = new LiteDbStores(new DocumentJson([new CommandJson(_commands), new JobJson(_jobs)]));
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

    public FakeChat Chat { get; }

    public RecordingLog Log { get; } = new();

    public CountingStore Store { get; private set; } = null!;

    public Dispatcher Dispatcher { get; private set; } = null!;

    public JobRunner Runner { get; private set; } = null!;

    public Courier Courier { get; private set; } = null!;

    public CommandCatalog Commands => _commands;

    public DocumentJson Json => _stores.Json;

    /// <summary>Off: what was committed stays in the queues until a test delivers it.</summary>
    public bool Delivers { get; set; } = true;

    /// <summary>On: answers come as messages of their own, as where a platform takes no answer to what it delivers.</summary>
    public bool AnswersByPost { get; set; }

    public static Task<Team> Open() => Open(new TeamOptions());

    public static async Task<Team> Open(TeamOptions options)
    {
        var team = new Team(options);
        team.Wire(await team._stores.Open());
        await team.Deliver(); // the host's loop looks at once, too
        return team;
    }

    /// <summary>Ends as by <c>kill -9</c> at this moment, and starts again on what was on disk.</summary>
    public async Task Restart()
    {
        _path = _stores.CopyFiles(_path);
        Wire(await _stores.Open(_path));
    }

    public async ValueTask DisposeAsync() => await _stores.DisposeAsync();

    /// <summary>As Bot/Hosting/Features.cs does, without a platform.</summary>
    private void Wire(LiteDbStore store)
    {
        var parts = new Parts();
        Store = parts.Add(new CountingStore(store));
        parts.Add(Clock);
        parts.Add<TimeProvider>(Time);
        var zones = parts.Add(new OwnZones(Store));
        var directory = parts.Add(new DirectoryWithOwnZones(Directory, zones));
        parts.Add(Presence);
        parts.Add(new Sight(Presence));
        parts.Add(Chat);
        parts.Add(Log);
        parts.Add(_commands);
        parts.Add(_jobs);
        parts.Add(new Installation("1.2.3", "LiteDb", ["tests"]));
        parts.Add(new IdeasOnHome());
        parts.Add(new PeopleOnHome());
        parts.Add(new IdeaData());
        parts.Add(new PeopleData());
        parts.Add(new DigestsInZone());
        parts.Add(new HomeData());
        var texts = parts.Add(new IdeaTexts());
        var documents = parts.Add(Catalog.Documents(texts));
        parts.Add(new HouseData(documents));
        parts.Add(new Numbers(Store, Time));
        parts.Add(new Callers(Store, directory, new CommandLimit(_options.PerMinute, Time), _options.Admins));
        foreach (var part in _options.Parts)
            parts.Add(part);
        Dispatcher = parts.Build<Dispatcher>();
        Runner = parts.Build<JobRunner>();
        Courier = parts.Build<Courier>();
    }
}

/// <summary>What a test wants different.</summary>
public sealed record TeamOptions
{
    public int PerMinute { get; init; }

    /// <summary>Ids of people whom the configuration makes admins.</summary>
    public IReadOnlySet<string> Admins { get; init; } = new HashSet<string>();

    public Action<CommandCatalog>? Commands { get; init; }

    public Action<JobCatalog>? Jobs { get; init; }

    /// <summary>What the handlers of these need.</summary>
    public IReadOnlyList<object> Parts { get; init; } = [];
}
