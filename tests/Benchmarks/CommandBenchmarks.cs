using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Playground;
using AsyncBot.Bot.Playground.Setup;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.Storage.LiteDb;
using AsyncBot.TestKit;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace AsyncBot.Benchmarks;

/// <summary>From a typed line to a command, and a whole command that changes nothing, on a real store.</summary>
[MemoryDiagnoser]
public class CommandBenchmarks
{
    private readonly TemporaryFolder _folder = new();
    private readonly LineReader _lines = new(Features.All.Commands);
    private readonly Inbound _help = new(
        PlaygroundDirectory.Workspace, new PersonId("ana"), ConversationId.Of(new ChannelId("team")), null, null, new InboundContent.Text("/help"));

    private LiteDbStore _store = null!;
    private ServiceProvider _services = null!;
    private BindContext _context = null!;
    private Dispatcher _dispatcher = null!;

    [GlobalSetup]
    public async Task Open()
    {
        _store = await LiteDbStore.Open(new LiteDbOptions(_folder.File("asyncbot.db")), Features.Json, TimeProvider.System);
        _services = new ServiceCollection()
            .AddLogging()
            .AddStorage(_store)
            .AddFeatures(new BotOptions("", 0, new HashSet<string>(), HasPlayground: true))
            .AddPlayground(isAlone: true)
            .AddDelivery()
            .BuildServiceProvider();
        _dispatcher = _services.GetRequiredService<Dispatcher>();
        _context = new BindContext(
            new Caller(_help.Workspace, _help.Person, _help.Conversation, null, DateTimeZone.Utc, IsAdmin: false), _services.GetRequiredService<IDirectory>(), null, default);
    }

    [GlobalCleanup]
    public async Task Close()
    {
        await _services.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Benchmark]
    public Task<Reading> ReadIdeaAdd() => _lines.Read("/idea add Rotate the demo host every friday morning so that nobody gets tired of it #demo", _context);

    [Benchmark]
    public Task<Reading> ReadIdeaVote() => _lines.Read("/idea vote 12", _context);

    [Benchmark]
    public Task<Answer> DispatchHelp() => _dispatcher.Dispatch(_help, default);
}
