using System.Text.Json.Nodes;
using AsyncBot.Bot.Hosting;
using AsyncBot.TestKit;
using Microsoft.Extensions.Logging;

namespace AsyncBot.Bot.Tests.Hosting;

[Parallelizable(ParallelScope.All)]
public sealed class LogTests
{
    private static readonly string[] Secrets = ["xylophone", "quetzal", "marzipan", "zeppelin", "brontosaurus"];

    [Test]
    public async Task In_production_every_line_is_json_and_those_of_a_turn_carry_its_id_and_nobodys_words()
    {
        using var folder = new TemporaryFolder();
        await using var bot = await RunningBot.Start(folder.File("asyncbot.db"));
        await SaySecrets(bot.Api);
        await bot.Stop();

        var lines = bot.Output.Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.That(lines.Select(line => line.ContainsKey("@t") && line.ContainsKey("@m")), Is.All.True);
        var turns = lines.Where(line => ((string)line["@m"]!).Contains("idea add", StringComparison.Ordinal)).Select(line => (string?)line["Turn"]).ToList();
        Assert.That(turns, Has.Count.EqualTo(2).And.All.Match("^[0-9a-f]{32}$"));
        Assert.That(turns.Distinct().ToList(), Has.Count.EqualTo(2));
        AssertSilent(bot);
    }

    [Test]
    public async Task In_development_lines_are_for_people_and_carry_the_turn_too()
    {
        using var folder = new TemporaryFolder();
        await using var bot = await RunningBot.Start(folder.File("asyncbot.db"), "Environment=Development");
        await SaySecrets(bot.Api);
        await bot.Stop();

        Assert.That(bot.Output, Has.None.StartsWith("{"));
        Assert.That(bot.Output.Where(line => line.Contains("idea add", StringComparison.Ordinal)), Has.Exactly(2).Items.And.All.Match("^[0-9:]{8} INF .*idea add.* [0-9a-f]{32}$"));
        AssertSilent(bot);
    }

    [TestCase(LogLevel.Information, "idea add: done")]
    [TestCase(LogLevel.Debug, "idea add: done", "idea list: done")]
    public void A_turn_that_changed_nothing_is_only_logged_for_those_who_look_closely(LogLevel level, params string[] expected)
    {
        using var lines = new Lines();
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(level).AddProvider(lines));
        var log = new TurnLog(factory.CreateLogger<TurnLog>());

        log.Ended("idea add", "done", TimeSpan.FromMilliseconds(2));
        log.Ended("idea list", "done", TimeSpan.FromMilliseconds(1), changed: false);

        Assert.That(lines.Written.Select(line => line.Split(" in ")[0]), Is.EqualTo(expected));
    }

    private static async Task SaySecrets(PlaygroundClient api)
    {
        await api.Say("ana", "#team", "/idea add xylophone");
        await api.Say("ana", "dm", "idea add quetzal", key: "zeppelin");
        await api.Say("ana", "#team", "marzipan");
        await api.Say("ana", "#team", "/brontosaurus brontosaurus");
        await api.Say("ana", "dm", "brontosaurus");
        await api.Post("say", """{"as":"ana","in":"#team","text":"marzipan","marzipan":1}""");
        await api.Post("say", """{"as":"ana","in":"#marzipan","text":"marzipan"}""");
    }

    private static void AssertSilent(RunningBot bot)
    {
        foreach (var secret in Secrets)
            Assert.That(bot.Output, Has.None.Contains(secret));
        Assert.That(bot.Output, Has.None.Contains("RequestPath"), "addresses of calendars are secrets");
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
