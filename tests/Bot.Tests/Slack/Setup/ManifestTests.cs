using System.Text.Json.Nodes;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Slack;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Setup;

namespace AsyncBot.Bot.Tests.Slack.Setup;

public sealed class ManifestTests
{
    private static readonly Uri PublicAddress = new("https://asyncbot.example.org/");
    private static readonly Dictionary<string, string> NoNames = [];

    [Test]
    public async Task The_app_is_described_like_this() => await Golden.AssertIs("manifest.json", Manifest.Write(Features.All.Commands, NoNames, null));

    [Test]
    public void Nothing_is_longer_than_Slack_takes([Values] bool isPublic)
    {
        var manifest = Read(isPublic ? PublicAddress : null);
        var display = manifest["display_information"]!;

        Assert.That(Text(display["name"]), Has.Length.InRange(1, SlackLimits.AppName));
        Assert.That(Text(display["description"]), Has.Length.InRange(1, SlackLimits.AppDescription));
        Assert.That(Text(display["long_description"]), Has.Length.InRange(SlackLimits.LeastAppLongDescription, SlackLimits.AppLongDescription));
        Assert.That(Text(display["background_color"]), Does.Match("^#[0-9a-fA-F]{6}$"));
        Assert.That(Text(manifest["features"]!["bot_user"]!["display_name"]), Has.Length.InRange(1, SlackLimits.BotName).And.Matches(@"^[\w\-.]+$"));
        Assert.That(manifest["settings"]!["event_subscriptions"]!["bot_events"]!.AsArray().Select(Text), Is.Unique.And.All.Length.LessThanOrEqualTo(SlackLimits.NameOfScope));
        Assert.That(manifest["settings"]!["event_subscriptions"]!["bot_events"]!.AsArray(), Has.Count.LessThanOrEqualTo(SlackLimits.BotEvents));
        Assert.That(manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(Text), Is.Unique.And.Ordered.And.All.Length.LessThanOrEqualTo(SlackLimits.NameOfScope));
        foreach (var command in CommandsOf(manifest))
        {
            Assert.That(Text(command["command"]), Has.Length.InRange(2, SlackLimits.Command).And.StartsWith("/"));
            Assert.That(Text(command["description"]), Has.Length.InRange(1, SlackLimits.CommandDescription));
            Assert.That(Text(command["usage_hint"]), Has.Length.InRange(1, SlackLimits.CommandHint));
            Assert.That((bool)command["should_escape"]!, Is.True);
        }

        foreach (var shortcut in manifest["features"]!["shortcuts"]!.AsArray())
        {
            Assert.That(Text(shortcut!["name"]), Has.Length.InRange(1, SlackLimits.ShortcutName));
            Assert.That(Text(shortcut["description"]), Has.Length.InRange(1, SlackLimits.ShortcutDescription));
            Assert.That(Text(shortcut["callback_id"]), Has.Length.InRange(1, SlackLimits.CallbackId));
        }
    }

    [Test]
    public void Every_noun_is_a_command_and_help_is_none() => Assert.That(
        CommandsOf(Read(null)).Select(command => Text(command["command"])),
        Is.EqualTo(new[] { "/idea", "/online", "/oncall", "/due", "/blocker", "/checkin", "/async" }));

    [Test]
    public void A_command_can_be_renamed_or_left_out()
    {
        var manifest = Read(null, new Dictionary<string, string> { ["idea"] = "/ideas", ["due"] = "" });

        Assert.That(CommandsOf(manifest).Select(command => Text(command["command"])), Is.EqualTo(new[] { "/ideas", "/online", "/oncall", "/blocker", "/checkin", "/async" }));
    }

    [Test]
    public void Two_commands_of_one_name_are_refused() => Assert.That(
        () => Read(null, new Dictionary<string, string> { ["idea"] = "/due" }),
        Throws.TypeOf<ConfigurationException>().With.Message.Contain("Slack:Commands:idea"));

    [Test]
    public void Without_a_public_address_nothing_names_one()
    {
        var manifest = Read(null);

        Assert.That((bool)manifest["settings"]!["socket_mode_enabled"]!, Is.True);
        Assert.That(manifest.ToJsonString(), Does.Not.Contain("url\""));
    }

    [Test]
    public void A_public_address_is_where_everything_goes()
    {
        var manifest = Read(PublicAddress);

        Assert.That((bool)manifest["settings"]!["socket_mode_enabled"]!, Is.False);
        Assert.That(CommandsOf(manifest).Select(command => Text(command["url"])), Is.All.EqualTo("https://asyncbot.example.org/slack/commands"));
        Assert.That(Text(manifest["settings"]!["event_subscriptions"]!["request_url"]), Is.EqualTo("https://asyncbot.example.org/slack/events"));
        Assert.That(Text(manifest["settings"]!["interactivity"]!["request_url"]), Is.EqualTo("https://asyncbot.example.org/slack/interactions"));
    }

    [Test]
    public void It_asks_for_what_the_code_needs_and_no_more() => Assert.That(
        Read(null)["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(Text),
        Is.EquivalentTo(SlackMethods.BotScopes.Concat(SlackEvents.All.SelectMany(news => news.Scopes)).Append("commands").Distinct()));

    [Test]
    public void Every_shortcut_opens_something()
    {
        var names = Read(null)["features"]!["shortcuts"]!.AsArray().Select(shortcut => Text(shortcut!["callback_id"])).ToList();

        Assert.That(names.Where(name => SlackShortcuts.CommandOf(name) is { } command && Features.All.Commands.Find(command) is null), Is.Empty);
        Assert.That(names.Where(name => SlackShortcuts.CommandOf(name) is null), Is.EqualTo(Features.All.Commands.Shortcuts.Select(each => each.Id)));
    }

    [TestCase("https://asyncbot.example.org", "https://asyncbot.example.org/slack/events")]
    [TestCase(" https://example.org/bots/async/ ", "https://example.org/bots/async/slack/events")]
    [TestCase("http://127.0.0.1:5000", "http://127.0.0.1:5000/slack/events")]
    [TestCase("http://asyncbot.example.org", null)]
    [TestCase("ftp://asyncbot.example.org", null)]
    [TestCase("https://asyncbot.example.org/?a=b", null)]
    [TestCase("https://ana:secret@asyncbot.example.org", null)]
    [TestCase("asyncbot.example.org", null)]
    [TestCase("", null)]
    public void A_public_address_is_https_or_of_this_machine(string typed, string? expected) =>
        Assert.That(PublicUrl.Read(typed) is { } url ? PublicUrl.Of(url, SlackAddresses.Events) : null, Is.EqualTo(expected));

    private static JsonNode Read(Uri? publicUrl, IReadOnlyDictionary<string, string>? names = null) =>
        JsonNode.Parse(Manifest.Write(Features.All.Commands, names ?? NoNames, publicUrl))!;

    private static IEnumerable<JsonNode> CommandsOf(JsonNode manifest) => manifest["features"]!["slash_commands"]!.AsArray().Select(command => command!);

    private static string Text(JsonNode? node) => (string)node!;
}
