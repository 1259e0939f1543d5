using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Incoming;

/// <summary>Forged, stale, malformed and oversized requests, and what Slack sends that is no command.</summary>
public sealed class BadRequestTests : SlackBotTests
{
    private const string Json = "application/json";
    private const string Commands = "/slack/commands";
    private const string Events = "/slack/events";
    private const string Interactions = "/slack/interactions";
    private const string Idea = "team_id=T0001&channel_id=C0GENERAL&user_id=U0ANA&command=%2Fidea&text=";

    [TearDown]
    public async Task It_goes_on() => Assert.That((await _bot.People.Slash("ben", "#general", "/async", "about")).Status, Is.EqualTo(200));

    [Test]
    public async Task Who_is_not_Slack_changes_nothing([Values(Commands, Events, Interactions)] string path)
    {
        SlackSigning[] forgeries =
        [
            new() { IsUnsigned = true },
            new() { Secret = "guessed" },
            new() { Signature = "v0=" },
            new() { Signature = "" },
            new() { Skew = TimeSpan.FromSeconds(-302) },
            new() { Skew = TimeSpan.FromSeconds(302) },
            new() { Timestamp = "" },
            new() { IsUnsigned = true, Headers = new Dictionary<string, string> { ["X-Slack-Signature"] = "v0=" + new string('0', 64) } },
        ];
        foreach (var forgery in forgeries)
        {
            var reply = await _bot.People.Raw(path, Idea + "Forged", forgery);
            Assert.That((reply.Status, reply.Body), Is.EqualTo(((int)HttpStatusCode.Unauthorized, "")), forgery.ToString());
        }

        Assert.That((await _bot.People.Slash("ana", "#general", "/idea", "search Forged")).Message!.Shown, Does.Not.Contain("Forged —"));
        Assert.That(_bot.Bot.Output, Has.None.Contains("Forged").And.None.Contains(_bot.Slack.SigningSecret).And.None.Contains(_bot.Slack.BotToken));
    }

    [TestCase("application/x-www-form-urlencoded; charset=utf-8", 200)]
    [TestCase("Application/X-WWW-Form-Urlencoded;charset=UTF-8", 200)]
    [TestCase("application/json", 415)]
    [TestCase("text/plain", 415)]
    [TestCase(null, 415)]
    public async Task A_media_type_may_name_its_charset(string? type, int status)
    {
        var about = Idea.Replace("%2Fidea", "%2Fasync", StringComparison.Ordinal) + "about";
        var answer = await _bot.People.Raw(Commands, about, new SlackSigning { ContentType = type });

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task An_event_may_name_its_charset()
    {
        const string challenge = """{"type":"url_verification","challenge":"c1"}""";
        var answer = await _bot.People.Raw(Events, challenge, new SlackSigning { ContentType = "application/json; charset=utf-8" });

        Assert.That(answer.Body, Does.Contain("c1"));
    }

    [TestCase("ssl_check=1&token=x")]
    [TestCase("token=x&ssl_check=1")]
    public async Task A_look_at_the_certificate_needs_no_signature(string body)
    {
        var reply = await _bot.People.Raw(Commands, body, new SlackSigning { IsUnsigned = true });

        Assert.That((reply.Status, reply.Body), Is.EqualTo((200, "")));
    }

    [Test]
    public async Task Nothing_is_smuggled_in_with_it()
    {
        var reply = await _bot.People.Raw(Commands, Idea + "Smuggled&ssl_check=1", new SlackSigning { IsUnsigned = true });
        var found = await _bot.People.Slash("ana", "#general", "/idea", "search Smuggled");

        Assert.That((reply.Status, reply.Body), Is.EqualTo((200, "")));
        Assert.That(found.Message!.Shown, Does.Not.Contain("Smuggled —"));
        Assert.That((await _bot.People.Raw(Commands, Idea + "x&ssl_check=10", new SlackSigning { IsUnsigned = true })).Status, Is.EqualTo(401));
        Assert.That((await _bot.People.Raw(Commands, Idea + "x&ssl_check=1", new SlackSigning { Secret = "guessed" })).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task A_new_address_answers_the_challenge_when_it_is_signed()
    {
        var reply = await _bot.People.UrlVerification("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
        var forged = await _bot.People.Raw(Events, """{"type":"url_verification","challenge":"c1"}""", new SlackSigning { ContentType = Json, IsUnsigned = true });

        Assert.That((reply.Status, (string?)reply.Json!["challenge"]), Is.EqualTo((200, "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P")));
        Assert.That((forged.Status, forged.Body), Is.EqualTo((401, "")));
    }

    [TestCase("""{"token":"x","type":"app_rate_limited","team_id":"T0001","minute_rate_limited":1518467820,"api_app_id":"A0001"}""")]
    [TestCase("""{"type":"something_new"}""")]
    [TestCase("""{"type":"event_callback","team_id":"T0001","event_id":"Ev1","event":{"type":"never_heard_of"}}""")]
    [TestCase("""{"type":"event_callback","team_id":"T0001","event_id":"Ev2","event":{"type":"message","channel_type":"im","subtype":"message_changed","channel":"D1","message":{"text":"x"}}}""")]
    [TestCase("""{"type":"event_callback","team_id":"T0001","event_id":"Ev3","event":{}}""")]
    public async Task An_event_that_means_nothing_is_acknowledged(string body) =>
        Assert.That((await _bot.People.Raw(Events, body, new SlackSigning { ContentType = Json })).Status, Is.EqualTo(200));

    [TestCase("""{}""")]
    [TestCase("""{"command":"idea vote","values":null}""")]
    [TestCase("""{"command":null,"values":{}}""")]
    [TestCase("""{"command":"idea vote","values":{"number":"x"}}""")]
    [TestCase("no json")]
    public async Task A_button_that_means_nothing_any_more_says_so(string value)
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions", ["team"] = null, ["user"] = new JsonObject { ["id"] = "U0EMI", ["team_id"] = "T0001" }, ["channel"] = new JsonObject { ["id"] = "" },
            ["trigger_id"] = "t" + value.Length, ["actions"] = new JsonArray(new JsonObject { ["action_id"] = "press-1", ["value"] = value }),
        };
        var before = _bot.Slack.Messages.Count;
        Assert.That((await _bot.People.Raw(Interactions, "payload=" + Uri.EscapeDataString(payload.ToJsonString()))).Status, Is.EqualTo(200));

        await _bot.Slack.WaitFor(slack => slack.Messages.Skip(before).Any(message => message.Shown.Contains("from an older time", StringComparison.Ordinal)));
    }

    [TestCase("interactive_message")]
    [TestCase("dialog_submission")]
    [TestCase("view_closed")]
    [TestCase("never_heard_of")]
    public async Task A_payload_that_means_nothing_is_acknowledged(string type) => Assert.That(
        (await _bot.People.Raw(Interactions, "payload=" + Uri.EscapeDataString($$"""{"type":"{{type}}","actions":[{"name":"x"}],"state":"y"}"""))).Status, Is.EqualTo(200));

    private static IEnumerable<TestCaseData> Malformed()
    {
        yield return new TestCaseData("").SetArgDisplayNames("nothing");
        yield return new TestCaseData("{").SetArgDisplayNames("half an object");
        yield return new TestCaseData("null").SetArgDisplayNames("null");
        yield return new TestCaseData("""{"type":"event_callback"}""").SetArgDisplayNames("no event");
        yield return new TestCaseData("""{"type":"url_verification"} x""").SetArgDisplayNames("something behind it");
        yield return new TestCaseData("\uFEFF" + """{"type":"url_verification"}""").SetArgDisplayNames("a byte order mark");
        yield return new TestCaseData("""{"type":"event_callback","event":""" + new string('[', 1_000) + new string(']', 1_000) + "}").SetArgDisplayNames("a thousand levels");
        yield return new TestCaseData("""{"type":"\ud800"}""").SetArgDisplayNames("half a character");
        yield return new TestCaseData("""{"type":1e999}""").SetArgDisplayNames("a number beyond numbers");
        yield return new TestCaseData("""{"type":"event_callback","team_id":"T1","event":{"type":"app_mention","text":"\ud800","user":"U1","channel":"C1"}}""").SetArgDisplayNames("half a character inside");
    }

    [TestCaseSource(nameof(Malformed))]
    public async Task What_can_not_be_read_is_refused_without_a_word(string body)
    {
        var reply = await _bot.People.Raw(Events, body, new SlackSigning { ContentType = Json });

        Assert.That((reply.Status, reply.Body), Is.EqualTo((400, "")));
    }

    [TestCase(Commands, "text=x")]
    [TestCase(Commands, "")]
    [TestCase(Interactions, "")]
    [TestCase(Interactions, "payload=")]
    [TestCase(Interactions, "payload=%7B%22type%22%3A%22view_submission%22%2C%22team%22%3A%7B%22id%22%3A%22T1%22%7D%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22view%22%3A%7B%22id%22%3A%22V1%22%2C%22callback_id%22%3A%22idea+add%22%2C%22private_metadata%22%3A%22%7B%7D%22%7D%7D")]
    [TestCase(Interactions, "payload=%7B")]
    [TestCase(Interactions, "payload=%7B%22type%22%3A%22block_actions%22%7D")]
    [TestCase(Interactions, "payload=%7B%22type%22%3A%22view_submission%22%2C%22team%22%3A%7B%22id%22%3A%22T1%22%7D%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%7D")]
    public async Task So_is_a_form_with_something_missing(string path, string body)
    {
        var reply = await _bot.People.Raw(path, body);

        Assert.That((reply.Status, reply.Body), Is.EqualTo((400, "")));
    }

    [Test]
    public async Task Text_that_is_no_text_is_refused_and_a_zero_byte_is_left_out()
    {
        var bytes = Encoding.ASCII.GetBytes(Idea).Concat(new byte[] { 0xFF, 0xFE }).ToArray();
        using var http = new HttpClient { BaseAddress = _bot.Bot.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, Commands) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        var now = DateTimeOffsetNow();
        request.Headers.Add("X-Slack-Request-Timestamp", now);
        request.Headers.Add("X-Slack-Signature", SlackHttpClient.Sign(_bot.Slack.SigningSecret, now, bytes));
        using var reply = await http.SendAsync(request);
        var saved = await _bot.People.Raw(Commands, Idea + "Zero%00+byte");

        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(saved.Body, Does.Contain("Zero byte"));
    }

    [Test]
    public async Task What_is_too_large_is_refused_before_it_is_read_whole()
    {
        using var http = new HttpClient { BaseAddress = _bot.Bot.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, Commands) { Content = new ByteArrayContent(new byte[10_000_000]) };
        request.Headers.TransferEncodingChunked = true;
        HttpStatusCode? status;
        try
        {
            using var reply = await http.SendAsync(request);
            status = reply.StatusCode;
        }
        catch (HttpRequestException)
        {
            status = null; // the connection was cut while the rest was still being sent
        }

        Assert.That(status, Is.Null.Or.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That((await _bot.People.Raw(Commands, Idea + new string('x', 300_000))).Status, Is.EqualTo(413));
    }

    private static string DateTimeOffsetNow() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
