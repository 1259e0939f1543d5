using System.Net;
using AsyncBot.TestKit;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack;

/// <summary>The stand-in is as strict as Slack where that is easily forgotten.</summary>
[Parallelizable]
public sealed class FakeSlackTests
{
    private const string Form = """
        {"type":"modal","title":{"type":"plain_text","text":"Idea"},"submit":{"type":"plain_text","text":"Save"},"callback_id":"idea","blocks":[
        {"type":"input","block_id":"text","label":{"type":"plain_text","text":"Text"},"element":{"type":"plain_text_input","action_id":"text","initial_value":"Ship it"}}]}
        """;

    private readonly ManualTime _time = new();
    private FakeSlack _slack = null!;
    private ApiCalls _api = null!;

    [SetUp]
    public async Task Start()
    {
        _slack = await FakeSlack.Start(_time);
        _api = new ApiCalls(_slack);
    }

    [TearDown]
    public async Task Stop()
    {
        _api.Dispose();
        await _slack.DisposeAsync();
    }

    [Test]
    public async Task A_posted_message_is_there_and_its_metadata_is_in_the_history_only_when_asked_for()
    {
        const string metadata = """{"event_type":"asyncbot_post","event_payload":{"id":"p1"}}""";
        var posted = await _api.Call("chat.postMessage", ("channel", "C0TEAM"), ("text", "Hello"), ("metadata", metadata));
        var ts = (string)posted["ts"]!;

        var plain = await _api.Call("conversations.history", ("channel", "C0TEAM"));
        var full = await _api.Call("conversations.history", ("channel", "C0TEAM"), ("include_all_metadata", "true"), ("oldest", ts), ("inclusive", "true"), ("limit", "1"));

        Assert.That(_slack.Messages.Single().Text, Is.EqualTo("Hello"));
        Assert.That(plain["messages"]![0]!["metadata"], Is.Null);
        Assert.That((string?)full["messages"]![0]!["metadata"]!["event_payload"]!["id"], Is.EqualTo("p1"));
    }

    [Test]
    public async Task The_history_comes_newest_first_in_pages_without_replies()
    {
        foreach (var text in new[] { "one", "two", "three" })
            _slack.Write("ana", "#team", text);
        _slack.Write("ben", "#team", "a reply", _slack.Messages[0].Ts);

        var first = await _api.Call("conversations.history", ("channel", "C0TEAM"), ("limit", "2"));
        var second = await _api.Call("conversations.history", ("channel", "C0TEAM"), ("limit", "2"), ("cursor", (string)first["response_metadata"]!["next_cursor"]!));
        var thread = await _api.Call("conversations.replies", ("channel", "C0TEAM"), ("ts", _slack.Messages[0].Ts));

        Assert.That(first["messages"]!.AsArray().Select(message => (string?)message!["text"]), Is.EqualTo(new[] { "three", "two" }));
        Assert.That(second["messages"]!.AsArray().Select(message => (string?)message!["text"]), Is.EqualTo(new[] { "one" }));
        Assert.That((bool)second["has_more"]!, Is.False);
        Assert.That(thread["messages"]!.AsArray().Select(message => (string?)message!["text"]), Is.EqualTo(new[] { "one", "a reply" }));
    }

    [Test]
    public async Task What_is_too_long_is_refused_with_the_error_of_its_limit()
    {
        static string Header(int length) => $$$"""{"type":"header","text":{"type":"plain_text","text":"{{{new string('x', length)}}}"}}""";
        static string Section(int length) => $$$"""{"type":"section","text":{"type":"mrkdwn","text":"{{{new string('x', length)}}}"}}""";
        static string Button(int label, int value) =>
            $$$"""{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"{{{new string('x', label)}}}"},"value":"{{{new string('y', value)}}}"}]}""";
        Task<string?> Posting(params string[] blocks) => _api.Refused("chat.postMessage", ("channel", "C0TEAM"), ("text", "x"), ("blocks", $"[{string.Join(',', blocks)}]"));

        Assert.That(await _api.Refused("chat.postMessage", ("channel", "C0TEAM"), ("text", new string('x', 40_001))), Is.EqualTo("msg_too_long"));
        Assert.That(await Posting([.. Enumerable.Repeat("""{"type":"divider"}""", 50)]), Is.Null);
        Assert.That(await Posting([.. Enumerable.Repeat("""{"type":"divider"}""", 51)]), Is.EqualTo("invalid_blocks"));
        Assert.That(await Posting(Header(150), Section(3000), Button(75, 2000)), Is.Null);
        Assert.That(await Posting(Header(151)), Is.EqualTo("invalid_blocks"));
        Assert.That(await Posting(Section(3001)), Is.EqualTo("invalid_blocks"));
        Assert.That(await Posting(Button(76, 1)), Is.EqualTo("invalid_blocks"));
        Assert.That(await Posting(Button(1, 2001)), Is.EqualTo("invalid_blocks"));
        Assert.That(await Posting([.. Enumerable.Repeat(Section(2900), 5)]), Is.EqualTo("msg_blocks_too_long"));
    }

    [Test]
    public async Task A_place_where_the_bot_cant_post_says_why()
    {
        _slack.Leave("U0BOT", "#general");
        _slack.Change("#team", channel => channel with { IsArchived = true });
        _slack.Leave("U0BOT", "#oncall");
        Task<string?> Posting(string channel) => _api.Refused("chat.postMessage", ("channel", channel), ("text", "x"));

        Assert.That(await Posting("C0GENERAL"), Is.EqualTo("not_in_channel"));
        Assert.That(await Posting("C0TEAM"), Is.EqualTo("is_archived"));
        Assert.That(await Posting("G0ONCALL"), Is.EqualTo("channel_not_found"));
        Assert.That(await Posting("U0ANA"), Is.Null);
        Assert.That(_slack.Messages.Single().Channel, Is.EqualTo(_slack.DirectOf("ana").Id));
    }

    [Test]
    public async Task A_dropped_answer_keeps_the_message_and_a_dropped_request_does_not()
    {
        _slack.Fail("chat.postMessage", new Fault.DropAfterBodyWasRead());
        await Assert.ThrowsAsync<HttpRequestException>(() => _api.Call("chat.postMessage", ("channel", "C0TEAM"), ("text", "kept")));
        _slack.Fail("chat.postMessage", new Fault.DropBeforeBody(), channel: "#team");
        await Assert.ThrowsAsync<HttpRequestException>(() => _api.Call("chat.postMessage", ("channel", "C0TEAM"), ("text", "lost")));

        Assert.That(_slack.Messages.Select(message => message.Text), Is.EqualTo(new[] { "kept" }));
        Assert.That(_slack.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_limit_names_the_seconds_or_leaves_them_out_and_only_in_its_channel()
    {
        _slack.Fail("chat.postMessage", new Fault.RateLimited(30), channel: "C0TEAM");
        _slack.Fail("users.list", new Fault.RateLimited());
        using var elsewhere = await _api.Send("chat.postMessage", _slack.BotToken, ("channel", "C0GENERAL"), ("text", "x"));
        using var limited = await _api.Send("chat.postMessage", _slack.BotToken, ("channel", "C0TEAM"), ("text", "x"));
        using var silent = await _api.Send("users.list", _slack.BotToken);

        Assert.That(elsewhere.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(limited.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(limited.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(30)));
        Assert.That(silent.Headers.RetryAfter, Is.Null);
    }

    [Test]
    public async Task Tokens_are_told_apart_and_auth_test_names_the_scopes()
    {
        using var wrong = await _api.Send("auth.test", "xoxb-wrong");
        using var right = await _api.Send("auth.test", _slack.BotToken);
        _slack.Scopes.Remove("chat:write");

        Assert.That(await wrong.Content.ReadAsStringAsync(), Does.Contain("invalid_auth"));
        Assert.That(right.Headers.GetValues("x-oauth-scopes").Single().Split(','), Does.Contain("chat:write"));
        Assert.That(await _api.Refused("apps.connections.open"), Is.EqualTo("not_allowed_token_type"));
        Assert.That(await _api.Refused("no.such"), Is.EqualTo("unknown_method"));
        Assert.That((string?)(await _api.Call("chat.postMessage", ("channel", "C0TEAM"), ("text", "x")))["needed"], Is.EqualTo("chat:write"));
    }

    [Test]
    public async Task A_trigger_opens_one_form_within_three_seconds()
    {
        await using var bot = await Echo.Start();
        using var people = _slack.Connect(bot.Address);
        async Task<string> Trigger()
        {
            await people.Slash("ana", "#team", "/idea", "");
            return (string)bot.Last["trigger_id"]!;
        }

        var used = await Trigger();
        var late = await Trigger();
        var wrong = Form.Replace("\"Idea\"", "\"A title that is far too long\"", StringComparison.Ordinal);
        Assert.That(await _api.Refused("views.open", ("trigger_id", used), ("view", wrong)), Is.EqualTo("invalid_arguments"));
        Assert.That(await _api.Refused("views.open", ("trigger_id", used), ("view", Form)), Is.Null);
        Assert.That(await _api.Refused("views.open", ("trigger_id", used), ("view", Form)), Is.EqualTo("exchanged_trigger_id"));
        _time.Pass(Duration.FromMilliseconds(3001));
        Assert.That(await _api.Refused("views.open", ("trigger_id", late), ("view", Form)), Is.EqualTo("expired_trigger_id"));
        Assert.That(await _api.Refused("views.open", ("trigger_id", "none"), ("view", Form)), Is.EqualTo("invalid_trigger_id"));
        Assert.That(_slack.Views.Single().User, Is.EqualTo("U0ANA"));
    }

    [Test]
    public async Task A_form_sends_what_is_in_it_and_stays_open_on_errors()
    {
        await using var bot = await Echo.Start();
        using var people = _slack.Connect(bot.Address);
        await people.GlobalShortcut("ana", "new-idea");
        await _api.Call("views.open", ("trigger_id", (string)bot.Last["trigger_id"]!), ("view", Form));

        bot.Answer = """{"response_action":"errors","errors":{"text":"Too short"}}""";
        var refused = await people.Submit("ana", _slack.Views.Single(), ("text", "x"));
        Assert.That(refused.Errors["text"], Is.EqualTo("Too short"));
        Assert.That(_slack.Views.Single().IsOpen, Is.True);

        bot.Answer = "";
        await people.Submit("ana", _slack.Views.Single());
        Assert.That((string?)bot.Last["view"]!["state"]!["values"]!["text"]!["text"]!["value"], Is.EqualTo("Ship it"));
        Assert.That(_slack.Views.Single().IsOpen, Is.False);
    }

    [Test]
    public async Task A_response_url_works_five_times_within_half_an_hour()
    {
        await using var bot = await Echo.Start();
        using var people = _slack.Connect(bot.Address);
        await people.Slash("ana", "#team", "/idea", "help");
        var url = (string)bot.Last["response_url"]!;

        for (var use = 0; use < 5; use++)
            Assert.That(await _api.Respond(url, """{"text":"later"}"""), Is.EqualTo((200, "ok")));
        Assert.That(await _api.Respond(url, """{"text":"once more"}"""), Is.EqualTo((404, "used_url")));

        await people.Slash("ana", "#team", "/idea", "help");
        _time.Pass(Duration.FromMinutes(31));
        Assert.That(await _api.Respond((string)bot.Last["response_url"]!, """{"text":"too late"}"""), Is.EqualTo((404, "expired_url")));
        Assert.That(_slack.Responses, Has.Count.EqualTo(7));
        Assert.That(_slack.Responses.Select(response => response.HadAuthorization), Has.None.True);
        Assert.That(_slack.Messages.Select(message => message.EphemeralTo).Distinct(), Is.EqualTo(new[] { "U0ANA" }));
    }

    [Test]
    public async Task An_ephemeral_answer_can_be_pressed_and_replaced()
    {
        await using var bot = await Echo.Start();
        using var people = _slack.Connect(bot.Address);
        bot.Answer = """
            {"response_type":"ephemeral","text":"Which?","blocks":[{"type":"actions","elements":[
            {"type":"button","action_id":"once-1","text":{"type":"plain_text","text":"This one"},"value":"{\"Command\":\"idea show\"}"}]}]}
            """;
        var asked = (await people.Slash("ana", "#team", "/idea", "show")).Message!;
        bot.Answer = "";
        await people.Press("ana", asked, "This one");
        var pressed = bot.Last;
        await _api.Respond((string)pressed["response_url"]!, """{"replace_original":true,"text":"Done"}""");

        Assert.That((string?)pressed["actions"]![0]!["value"], Is.EqualTo("""{"Command":"idea show"}"""));
        Assert.That((bool)pressed["container"]!["is_ephemeral"]!, Is.True);
        Assert.That(pressed["message"], Is.Null);
        Assert.That(_slack.SeenBy("ana", "#team").Single().Text, Is.EqualTo("Done"));
        Assert.That(_slack.SeenBy("ben", "#team"), Is.Empty);
    }

    [Test]
    public void What_is_sent_is_signed_as_Slack_signs()
    {
        // the example of Slack's own page on verifying requests
        const string body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        Assert.That(SlackHttpClient.Sign("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", System.Text.Encoding.UTF8.GetBytes(body)),
            Is.EqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"));
    }

    [Test]
    public async Task A_file_is_shown_when_its_upload_is_complete()
    {
        var begun = await _api.Call("files.getUploadURLExternal", ("filename", "me.json"), ("length", "2"));
        var file = (string)begun["file_id"]!;
        var shared = ("files", $$"""[{"id":"{{file}}","title":"Me"}]""");
        Assert.That(await _api.Refused("files.completeUploadExternal", shared, ("channel_id", "C0TEAM")), Is.EqualTo("file_not_found"));
        await _api.Respond((string)begun["upload_url"]!, "{}");
        await _api.Call("files.completeUploadExternal", shared, ("channel_id", "C0TEAM"), ("initial_comment", "Here"));

        Assert.That(_slack.Files.Single().Text, Is.EqualTo("{}"));
        Assert.That(_slack.Messages.Single().Files, Is.EqualTo(new[] { file }));
    }

    [Test]
    public async Task People_come_in_pages_and_a_group_is_never_empty()
    {
        var first = await _api.Call("users.list", ("limit", "5"));
        var second = await _api.Call("users.list", ("limit", "5"), ("cursor", (string)first["response_metadata"]!["next_cursor"]!));

        Assert.That(first["members"]!.AsArray(), Has.Count.EqualTo(5));
        Assert.That((string?)second["response_metadata"]!["next_cursor"], Is.Empty);
        Assert.That(await _api.Refused("usergroups.users.update", ("usergroup", "S0ONCALL"), ("users", "")), Is.EqualTo("no_users_provided"));
        Assert.That(await _api.Refused("usergroups.users.update", ("usergroup", "S0ONCALL"), ("users", "U0BEN")), Is.Null);
        Assert.That(_slack.Group("S0ONCALL").Users, Is.EqualTo(new[] { "U0BEN" }));
    }

    [Test]
    public async Task Waiting_ends_with_the_change()
    {
        var waiting = _slack.WaitFor(slack => slack.Messages.Count == 1);
        Assert.That(waiting.IsCompleted, Is.False);
        await _api.Call("chat.postMessage", ("channel", "C0TEAM"), ("text", "now"));
        await waiting;
    }
}
