using System.Text.Json.Nodes;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Setup;
using AsyncBot.TestKit.Slack;
using Microsoft.Extensions.Configuration;

namespace AsyncBot.Bot.Tests.Slack.Setup;

public sealed class SlackCommandLineTests
{
    [TestCase("slack manifest", true)]
    [TestCase("slack manifest --public-url https://asyncbot.example.org", false)]
    [TestCase("slack manifest --public-url=https://asyncbot.example.org --Slack:Commands:due=", false)]
    public async Task The_manifest_is_printed(string line, bool isSocketMode)
    {
        var (exitCode, said, wrong) = await Run(line);

        Assert.That((exitCode, wrong), Is.EqualTo((0, "")));
        Assert.That((bool)JsonNode.Parse(said)!["settings"]!["socket_mode_enabled"]!, Is.EqualTo(isSocketMode));
    }

    [TestCase("slack")]
    [TestCase("slack manifesto")]
    [TestCase("slack manifest --public-url")]
    [TestCase("slack manifest --public-url http://asyncbot.example.org")]
    [TestCase("slack manifest here")]
    [TestCase("slack check now")]
    public async Task Wrong_use_is_told_what_would_be_right(string line)
    {
        var (exitCode, said, wrong) = await Run(line);

        Assert.That((exitCode, said), Is.EqualTo((2, "")));
        Assert.That(wrong.Trim(), Does.Contain("slack manifest").And.Not.Contain("\n"));
    }

    [Test]
    public async Task A_set_up_that_is_right_is_all_green()
    {
        await using var slack = await FakeSlack.Start();
        Allow(slack, Manifest.Scopes);

        var (exitCode, said, _) = await Check(slack, "Slack:AppToken=" + slack.AppToken);

        Assert.That(exitCode, Is.Zero, said);
        Assert.That(said.TrimEnd().Split('\n'), Has.Length.EqualTo(6).And.All.StartsWith("✔"));
        AssertKeepsSecrets(slack, said);
    }

    [Test]
    public async Task Without_a_socket_it_says_what_can_not_be_seen_from_here()
    {
        await using var slack = await FakeSlack.Start();
        Allow(slack, Manifest.Scopes);

        var (exitCode, said, _) = await Check(slack);

        Assert.That(exitCode, Is.Zero, said);
        Assert.That(said, Does.Contain("! Without Socket Mode").And.Contain("/slack/events").And.Contain("--public-url"));
    }

    [Test]
    public async Task A_missing_scope_is_named_with_the_way_to_get_it()
    {
        await using var slack = await FakeSlack.Start();
        Allow(slack, Manifest.Scopes.Except(["dnd:read", "im:history"]));

        var (exitCode, said, _) = await Check(slack);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(said, Does.Contain("✘ The app lacks dnd:read, im:history.").And.Contain("reinstall the app"));
    }

    [Test]
    public async Task A_token_that_is_none_is_told_apart_from_a_network_that_is_none()
    {
        await using var slack = await FakeSlack.Start();

        var (exitCode, said, _) = await Check(slack, "Slack:BotToken=xoxb-other", "Slack:AppToken=xapp-other");
        var (_, lost, _) = await Check(slack, "Slack:ApiBaseUrl=http://127.0.0.1:1/api/");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(said, Does.Contain("✘ Slack refuses the bot's token: invalid_auth.").And.Contain("✘ Slack opens no socket"));
        Assert.That(said, Does.Not.Contain("xoxb-other").And.Not.Contain("xapp-other"));
        Assert.That(lost, Does.Contain("✘ Slack does not answer at http://127.0.0.1:1/api/"));
    }

    [Test]
    public async Task A_socket_without_a_greeting_is_wrong()
    {
        await using var slack = await FakeSlack.Start();
        slack.Socket.RefuseNext = 1;

        Assert.That((await Check(slack, "Slack:AppToken=" + slack.AppToken)).Said, Does.Contain("✘ Slack opened a socket and did not say hello on it."));
    }

    [TestCase(0, "✔ This machine's clock agrees")]
    [TestCase(90, "! This machine's clock is ")]
    [TestCase(-90, "! This machine's clock is ")]
    [TestCase(400, "✘ This machine's clock is ")]
    public async Task A_clock_that_is_wrong_is_noticed(int seconds, string expected)
    {
        await using var slack = await FakeSlack.Start();
        using var http = SlackApi.Connect();
        var output = new StringWriter();

        await new SlackDoctor(http, new Shifted(TimeSpan.FromSeconds(seconds))).Check(Configured(slack), output);

        Assert.That(output.ToString(), Does.Contain(expected));
    }

    [Test]
    public async Task Without_settings_it_says_which()
    {
        var (exitCode, said, _) = await Run("slack check");
        var (half, saidHalf, _) = await Run("slack check", "Slack:BotToken=xoxb-1");

        Assert.That((exitCode, half), Is.EqualTo((1, 1)));
        Assert.That(said, Does.StartWith("✘ Slack is not configured. → set Slack:BotToken"));
        Assert.That(saidHalf, Does.StartWith("✘").And.Contain("Slack:AppToken"));
    }

    [Test]
    public async Task The_program_knows_it()
    {

        var (exitCode, said) = await RunningBot.RunVerb("slack", "manifest");

        Assert.That(exitCode, Is.Zero, said);
        Assert.That(said, Does.Contain("\"display_information\""));
    }

    private static void Allow(FakeSlack slack, IEnumerable<string> scopes)
    {
        slack.Scopes.Clear();
        slack.Scopes.UnionWith(scopes);
    }

    private static void AssertKeepsSecrets(FakeSlack slack, string said) =>
        Assert.That(said, Does.Not.Contain(slack.BotToken).And.Not.Contain(slack.AppToken).And.Not.Contain(slack.SigningSecret));

    private static Task<(int ExitCode, string Said, string Wrong)> Check(FakeSlack slack, params string[] settings) =>
        Run("slack check", Configured(slack, settings));

    private static IConfiguration Configured(FakeSlack slack, params string[] settings) => Configuration(
        [$"Slack:ApiBaseUrl={slack.ApiBaseUrl}", $"Slack:BotToken={slack.BotToken}", $"Slack:SigningSecret={slack.SigningSecret}", .. settings]);

    private static IConfiguration Configuration(params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        foreach (var setting in settings)
            configuration[setting[..setting.IndexOf('=', StringComparison.Ordinal)]] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return configuration;
    }

    private static Task<(int ExitCode, string Said, string Wrong)> Run(string line, params string[] settings) => Run(line, Configuration(settings));

    private static async Task<(int ExitCode, string Said, string Wrong)> Run(string line, IConfiguration configuration)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var exitCode = await SlackCommandLine.Run(line.Split(' '), configuration, Features.All.Commands, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
