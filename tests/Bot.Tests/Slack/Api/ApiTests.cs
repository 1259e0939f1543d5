using System.Net;
using AsyncBot.Bot.Slack.Api;
using Microsoft.Extensions.Logging;
using Moq;

namespace AsyncBot.Bot.Tests.Slack.Api;

public sealed class ApiTests
{
    private SlackBench _slack = null!;

    [SetUp]
    public void SetUp() => _slack = new SlackBench();

    [TearDown]
    public void TearDown() => _slack.Dispose();

    [Test]
    public async Task A_call_is_a_form_with_the_token_in_a_header()
    {
        _slack.Stub.Answers("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1.000100"}""");

        var answer = await _slack.Call(SlackMethods.PostMessage, ("channel", "C1"), ("text", "a & b = ç"));

        var request = _slack.Stub.Requests.Single();
        Assert.That(answer, Is.EqualTo(new SlackAnswer<PostedAnswer>.Ok(new PostedAnswer("1.000100"))));
        Assert.That(request.Url, Is.EqualTo(new Uri("https://slack.example/api/chat.postMessage")));
        Assert.That(request.Authorization, Is.EqualTo("Bearer " + SlackBench.Token));
        Assert.That(request["text"], Is.EqualTo("a & b = ç"));
        Assert.That(request.Body, Does.Not.Contain("xoxb"));
    }

    [Test]
    public async Task What_Slack_refuses_is_told_with_its_reason()
    {
        _slack.Stub.Answers("users.info", """{"ok":false,"error":"missing_scope","needed":"users:read","provided":"chat:write","response_metadata":{"messages":["[ERROR] no"]}}""");

        var failed = (SlackAnswer<UserAnswer>.Failed)await _slack.Call(SlackMethods.UserInfo, ("user", "U1"));

        Assert.That((failed.Error, failed.Needed, failed.Messages.Single()), Is.EqualTo(("missing_scope", "users:read", "[ERROR] no")));
    }

    [TestCase("internal_error")]
    [TestCase("fatal_error")]
    [TestCase("request_timeout")]
    [TestCase("service_unavailable")]
    public async Task A_message_that_Slack_stumbled_over_may_have_arrived_and_is_not_sent_again(string error)
    {
        _slack.Stub.Answers("chat.postMessage", $$"""{"ok":false,"error":"{{error}}"}""");

        var answer = await _slack.Call(SlackMethods.PostMessage, ("channel", "C1"));

        Assert.That(answer, Is.EqualTo(new SlackAnswer<PostedAnswer>.Unreachable(error, MayHaveArrived: true)));
        Assert.That(_slack.Stub.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(HttpStatusCode.OK, "<html>Slack is down</html>")]
    [TestCase(HttpStatusCode.OK, "")]
    [TestCase(HttpStatusCode.OK, "[]")]
    [TestCase(HttpStatusCode.OK, """{"hello":1}""")]
    [TestCase(HttpStatusCode.OK, """{"ok":true,"ts":{"no":"text"}}""")]
    [TestCase(HttpStatusCode.Found, "")]
    [TestCase(HttpStatusCode.Forbidden, "<html>proxy</html>")]
    [TestCase(HttpStatusCode.ServiceUnavailable, """{"ok":false,"error":"maintenance"}""")]
    public async Task An_answer_that_nobody_can_read_says_nothing_about_a_message(HttpStatusCode status, string body)
    {
        _slack.Stub.Answers("chat.postMessage", _ => SlackStub.Json(body, status));

        var answer = await _slack.Call(SlackMethods.PostMessage, ("channel", "C1"));

        Assert.That(answer, Is.TypeOf<SlackAnswer<PostedAnswer>.Unreachable>().With.Property("MayHaveArrived").True);
        Assert.That(_slack.Stub.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(HttpRequestError.NameResolutionError, false)]
    [TestCase(HttpRequestError.ConnectionError, false)]
    [TestCase(HttpRequestError.SecureConnectionError, false)]
    [TestCase(HttpRequestError.ResponseEnded, true)]
    [TestCase(HttpRequestError.Unknown, true)]
    public async Task Only_a_request_that_never_left_surely_did_nothing(HttpRequestError error, bool mayHaveArrived)
    {
        _slack.Stub.Answers("chat.postMessage", new Func<SlackRequest, HttpResponseMessage>(_ => throw new HttpRequestException(error)));

        var answer = await _slack.Call(SlackMethods.PostMessage, ("channel", "C1"));

        Assert.That(answer, Is.EqualTo(new SlackAnswer<PostedAnswer>.Unreachable($"{error}", mayHaveArrived)));
    }

    [Test]
    public async Task A_call_without_an_answer_ends_after_ten_seconds()
    {
        _slack.Stub.Answers("chat.postMessage", _ => new TaskCompletionSource<HttpResponseMessage>().Task);
        var call = _slack.Call(SlackMethods.PostMessage, ("channel", "C1"));

        _slack.Time.Pass(Duration.FromMilliseconds(9_999));
        Assert.That(call.IsCompleted, Is.False);
        _slack.Time.Pass(Duration.FromMilliseconds(1));

        Assert.That(await call, Is.TypeOf<SlackAnswer<PostedAnswer>.Unreachable>().With.Property("MayHaveArrived").True);
    }

    [Test]
    public async Task A_call_that_somebody_waits_for_ends_when_they_say_so()
    {
        _slack.Stub.Answers("users.info", _ => new TaskCompletionSource<HttpResponseMessage>().Task);
        var call = _slack.Api.Call(SlackMethods.UserInfo, new SlackArguments { { "user", "U1" } }, TimeSpan.FromSeconds(1), default);

        _slack.Time.Pass(Duration.FromSeconds(1));

        Assert.That(await call, Is.TypeOf<SlackAnswer<UserAnswer>.Unreachable>());
        Assert.That(_slack.Stub.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Whoever_gives_up_is_not_kept_waiting()
    {
        using var leaving = new CancellationTokenSource();
        _slack.Stub.Answers("chat.postMessage", _ => new TaskCompletionSource<HttpResponseMessage>().Task);
        var call = _slack.Api.Call(SlackMethods.PostMessage, new SlackArguments { { "channel", "C1" } }, leaving.Token);

        leaving.Cancel();

        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_look_up_is_repeated_twice_after_an_outage()
    {
        _slack.Stub.Once("users.info", _ => SlackStub.Json("", HttpStatusCode.BadGateway));
        _slack.Stub.Once("users.info", _ => throw new HttpRequestException(HttpRequestError.ConnectionError));
        _slack.Stub.Answers("users.info", """{"ok":true,"user":{"id":"U1"}}""");

        var answer = await _slack.Wait(_slack.Call(SlackMethods.UserInfo, ("user", "U1")));

        Assert.That(answer, Is.TypeOf<SlackAnswer<UserAnswer>.Ok>());
        Assert.That(_slack.Stub.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_look_up_is_repeated_no_more_than_twice()
    {
        _slack.Stub.Answers("users.info", _ => SlackStub.Json("", HttpStatusCode.BadGateway));

        var answer = await _slack.Wait(_slack.Call(SlackMethods.UserInfo, ("user", "U1")));

        Assert.That(answer, Is.TypeOf<SlackAnswer<UserAnswer>.Unreachable>());
        Assert.That(_slack.Stub.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_look_up_waits_for_a_short_limit_and_not_for_a_long_one()
    {
        _slack.Stub.Once("users.info", _ => SlackStub.TooMany("2"));
        _slack.Stub.Answers("users.info", """{"ok":true,"user":{"id":"U1"}}""");
        _slack.Stub.Answers("dnd.info", _ => SlackStub.TooMany("3"));

        Assert.That(await _slack.Wait(_slack.Call(SlackMethods.UserInfo, ("user", "U1"))), Is.TypeOf<SlackAnswer<UserAnswer>.Ok>());
        Assert.That(await _slack.Call(SlackMethods.DndInfo, ("user", "U1")), Is.EqualTo(new SlackAnswer<DndAnswer>.RateLimited(TimeSpan.FromSeconds(3))));
    }

    [Test]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        _slack.Stub.Answers("chat.postMessage", _ => new HttpResponseMessage { Content = new ByteArrayContent(new byte[9 * 1024 * 1024]) });

        Assert.That(await _slack.Call(SlackMethods.PostMessage, ("channel", "C1")), Is.TypeOf<SlackAnswer<PostedAnswer>.Unreachable>());
    }

    [TestCase("invalid_auth")]
    [TestCase("account_inactive")]
    [TestCase("token_revoked")]
    [TestCase("token_expired")]
    public async Task A_token_that_is_not_taken_any_more_is_logged_once_and_not_tried_for_a_minute(string error)
    {
        _slack.Stub.Answers("users.info", $$"""{"ok":false,"error":"{{error}}"}""");
        _slack.Stub.Answers("dnd.info", $$"""{"ok":false,"error":"{{error}}"}""");

        await _slack.Call(SlackMethods.UserInfo, ("user", "U1"));
        var second = await _slack.Call(SlackMethods.DndInfo, ("user", "U1"));
        var sent = _slack.Stub.Requests.Count;
        _slack.Time.Pass(Duration.FromSeconds(61));
        await _slack.Call(SlackMethods.DndInfo, ("user", "U1"));

        Assert.That(((SlackAnswer<DndAnswer>.Failed)second).Error, Is.EqualTo(error));
        Assert.That((sent, _slack.Stub.Requests.Count), Is.EqualTo((1, 2)));
        Assert.That(_slack.Log.All.Single(line => line.Level == LogLevel.Error).Text, Does.Contain("Slack:BotToken").And.Contain("reinstall"));
    }

    [Test]
    public async Task A_dead_token_of_the_bot_says_nothing_of_the_app()
    {
        _slack.Stub.Answers("users.info", """{"ok":false,"error":"invalid_auth"}""");
        _slack.Stub.Answers("apps.connections.open", """{"ok":true,"url":"wss://slack.example/link?ticket=1"}""");
        await _slack.Call(SlackMethods.UserInfo, ("user", "U1"));

        Assert.That(await _slack.Call(SlackMethods.OpenConnection), Is.TypeOf<SlackAnswer<ConnectionAnswer>.Ok>());
        Assert.That(_slack.Stub.To("apps.connections.open").Single().Authorization, Is.EqualTo("Bearer xapp-1-very-secret"));
    }

    [Test]
    public async Task No_secret_shows_in_a_log_an_answer_or_a_text()
    {
        _slack.Stub.Once("users.info", _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "no " + SlackBench.Token));
        _slack.Stub.Once("users.info", _ => SlackStub.TooMany("40"));
        _slack.Stub.Answers("auth.test", """{"ok":false,"error":"invalid_auth"}""");
        object[] texts =
        [
            await _slack.Wait(_slack.Call(SlackMethods.UserInfo, ("user", "U1"))), await _slack.Call(SlackMethods.AuthTest),
            SlackBench.Options, _slack.Api, SlackMethods.AuthTest, .. _slack.Log.All.Select(line => line.Text),
        ];

        Assert.That(texts.Select(text => text.ToString()), Has.None.Contains("very-secret"));
        Assert.That(_slack.Log.All, Is.Not.Empty);
    }

    [Test]
    public async Task A_file_goes_where_Slack_says_without_the_token()
    {
        var sent = await _slack.Api.Upload("https://files.example/upload/v1/abc", "hello"u8.ToArray(), default);

        var request = _slack.Stub.Requests.Single();
        Assert.That(sent, Is.TypeOf<SlackAnswer<SlackNothing>.Ok>());
        Assert.That((request.Authorization, request.Body), Is.EqualTo(((string?)null, "hello")));
    }

    [TestCase("http://files.example/upload")]
    [TestCase("http://127.0.0.1/upload")]
    [TestCase("file:///etc/passwd")]
    [TestCase("upload")]
    public async Task A_file_goes_nowhere_in_the_clear(string address)
    {
        Assert.That(await _slack.Api.Upload(address, [1], default), Is.TypeOf<SlackAnswer<SlackNothing>.Failed>());
        Assert.That(_slack.Stub.Requests, Is.Empty);
    }

    [TestCase("http://127.0.0.1:8080/api/auth.test", true)]
    [TestCase("http://localhost/api/auth.test", true)]
    [TestCase("http://[::1]:8080/api/auth.test", true)]
    [TestCase("https://slack.com/api/auth.test", false)]
    public void A_token_for_this_machine_does_not_leave_it_through_a_proxy(string address, bool isDirect) =>
        Assert.That(new ProxyToOthers(Mock.Of<IWebProxy>()).IsBypassed(new Uri(address)), Is.EqualTo(isDirect));

    [Test]
    public void Every_method_is_in_the_list_from_which_the_scopes_come()
    {
        var declared = typeof(SlackMethods).GetFields().Select(field => field.GetValue(null)).OfType<ISlackMethod>().Select(method => method.Name);

        Assert.That(SlackMethods.All.Select(method => method.Name), Is.EquivalentTo(declared));
        Assert.That(SlackMethods.BotScopes, Does.Contain("chat:write").And.No.Member("connections:write").And.Unique.And.Ordered);
    }
}
