using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AsyncBot.Bot.Slack.Setup;
using AsyncBot.TestKit;

namespace AsyncBot.Bot.Tests.Slack.Setup;

public sealed partial class SlackSetupPageTests
{
    private TemporaryFolder _folder = null!;
    private RunningBot _bot = null!;
    private HttpClient _http = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _folder = new TemporaryFolder();
        _bot = await RunningBot.Start(_folder.File("asyncbot.db"), "Slack:Commands:due=/deadline");
        _http = new HttpClient { BaseAddress = _bot.Address };
    }

    [OneTimeTearDown]
    public async Task End()
    {
        _http.Dispose();
        await _bot.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task It_shows_six_steps_and_a_manifest_before_Slack_is_configured()
    {
        var page = await _http.GetStringAsync(new Uri(SlackSetupPage.Path, UriKind.Relative));

        Assert.That(Step().Count(page), Is.EqualTo(6));
        Assert.That((bool)ManifestIn(page)["settings"]!["socket_mode_enabled"]!, Is.True);
        Assert.That(page, Does.Contain("/deadline").And.Contain("Slack__AppToken"));
    }

    [Test]
    public async Task A_public_address_stands_in_the_manifest()
    {
        var page = await _http.GetStringAsync(new Uri(SlackSetupPage.Path + "?public_url=https%3A%2F%2Fasyncbot.example.org", UriKind.Relative));

        Assert.That(Step().Count(page), Is.EqualTo(6));
        Assert.That((string)ManifestIn(page)["settings"]!["event_subscriptions"]!["request_url"]!, Is.EqualTo("https://asyncbot.example.org/slack/events"));
        Assert.That(page, Does.Contain("Slack__SigningSecret"));
    }

    [Test]
    public async Task A_wrong_address_is_shown_back_and_said_to_be_wrong()
    {
        var page = await _http.GetStringAsync(new Uri(SlackSetupPage.Path + "?public_url=%22%3E%3Cscript%3E", UriKind.Relative));

        Assert.That(page, Does.Contain("value=\"&quot;&gt;&lt;script&gt;\"").And.Contain("aria-invalid").And.Contain("no https address"));
        Assert.That((bool)ManifestIn(page)["settings"]!["socket_mode_enabled"]!, Is.True);
    }

    [Test]
    public async Task It_is_for_this_machine_only([Values("", "/setup.css", "/setup.js")] string file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, SlackSetupPage.Path + file) { Headers = { Host = "asyncbot.example.org" } };

        Assert.That((await _http.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task It_may_do_nothing_that_it_does_not_need()
    {
        var answer = await _http.GetAsync(new Uri(SlackSetupPage.Path, UriKind.Relative));

        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'").And.Not.Contain("unsafe"));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
    }

    [TestCase("Slack:Commands:idea=Ideas", "/ideas")]
    [TestCase("Slack:Commands:idea=/due", "leave it out")]
    public async Task A_name_that_no_command_can_have_is_refused_at_start(string setting, string fix)
    {
        var (exitCode, said) = await RunningBot.RunToEnd(_folder.File("other.db"), setting);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(said, Does.StartWith("AsyncBot did not start. ").And.Contain("Slack:Commands:idea").And.Contain(fix));
    }

    private static JsonNode ManifestIn(string page) => JsonNode.Parse(WebUtility.HtmlDecode(Box().Match(page).Groups[1].Value))!;

    [GeneratedRegex("<li>")]
    private static partial Regex Step();

    [GeneratedRegex("<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Box();
}
