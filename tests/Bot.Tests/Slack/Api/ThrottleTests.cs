using AsyncBot.Bot.Slack.Api;

namespace AsyncBot.Bot.Tests.Slack.Api;

public sealed class ThrottleTests
{
    private SlackBench _slack = null!;

    [SetUp]
    public void SetUp()
    {
        _slack = new SlackBench();
        _slack.Stub.Answers("chat.postMessage", """{"ok":true,"ts":"1.0"}""");
    }

    [TearDown]
    public void TearDown() => _slack.Dispose();

    [Test]
    public async Task A_channel_that_Slack_stopped_holds_up_no_other_channel_and_no_other_method()
    {
        _slack.Stub.Once("chat.postMessage", _ => SlackStub.TooMany("30"));
        await Post("C1");
        _slack.Time.Pass(Duration.FromSeconds(10));

        var same = await Post("C1");
        var other = await Post("C2");
        var update = await _slack.Call(SlackMethods.Update, ("channel", "C1"));

        Assert.That(same, Is.EqualTo(new SlackAnswer<PostedAnswer>.RateLimited(TimeSpan.FromSeconds(20))));
        Assert.That(other, Is.TypeOf<SlackAnswer<PostedAnswer>.Ok>());
        Assert.That(update, Is.TypeOf<SlackAnswer<PostedAnswer>.Ok>());
        Assert.That(_slack.Stub.To("chat.postMessage"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_method_that_Slack_stopped_goes_on_when_its_time_is_over()
    {
        _slack.Stub.Once("dnd.info", _ => SlackStub.TooMany("30"));
        await _slack.Call(SlackMethods.DndInfo, ("user", "U1"));

        var during = await _slack.Call(SlackMethods.DndInfo, ("user", "U2"));
        var other = await _slack.Call(SlackMethods.Presence, ("user", "U2"));
        _slack.Time.Pass(Duration.FromSeconds(30));
        var after = await _slack.Call(SlackMethods.DndInfo, ("user", "U2"));

        Assert.That(during, Is.EqualTo(new SlackAnswer<DndAnswer>.RateLimited(TimeSpan.FromSeconds(30))));
        Assert.That(other, Is.TypeOf<SlackAnswer<PresenceAnswer>.Ok>());
        Assert.That(after, Is.TypeOf<SlackAnswer<DndAnswer>.Ok>());
    }

    [TestCase(null, 30)]
    [TestCase("soon", 30)]
    [TestCase("-5", 30)]
    [TestCase("0", 1)]
    [TestCase("17", 17)]
    [TestCase("100000", 3600)]
    [TestCase("99999999999999999999", 30)]
    [TestCase("Mon, 09 Mar 2026 08:00:45 GMT", 45)]
    public async Task The_rest_that_Slack_asks_for_is_kept_within_reason(string? header, int seconds)
    {
        _slack.Stub.Answers("chat.postMessage", _ => SlackStub.TooMany(header));

        Assert.That(await Post("C1"), Is.EqualTo(new SlackAnswer<PostedAnswer>.RateLimited(TimeSpan.FromSeconds(seconds))));
    }

    [TestCase("ratelimited")]
    [TestCase("rate_limited")]
    public async Task A_limit_may_come_as_an_ordinary_answer(string error)
    {
        _slack.Stub.Answers("chat.postMessage", $$"""{"ok":false,"error":"{{error}}"}""");

        Assert.That(await Post("C1"), Is.EqualTo(new SlackAnswer<PostedAnswer>.RateLimited(TimeSpan.FromSeconds(30))));
        Assert.That(await Post("C1"), Is.TypeOf<SlackAnswer<PostedAnswer>.RateLimited>());
        Assert.That(_slack.Stub.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Twenty_channels_get_a_message_a_second_each_in_order_and_none_waits_for_another()
    {
        const int Channels = 20;
        const int Messages = 5;
        var begun = _slack.Time.GetUtcNow();
        var posts = (from number in Enumerable.Range(0, Messages)
                     from channel in Enumerable.Range(0, Channels)
                     select _slack.Call(SlackMethods.PostMessage, ("channel", $"C{channel}"), ("text", $"{number}"))).ToList();

        _slack.Time.Pass(Duration.FromSeconds(Messages - 1));

        Assert.That(await Task.WhenAll(posts), Is.All.TypeOf<SlackAnswer<PostedAnswer>.Ok>());
        foreach (var channel in _slack.Stub.Requests.GroupBy(request => request["channel"]))
        {
            var times = channel.Select(request => (request["text"], (request.At - begun).TotalSeconds));
            Assert.That(times, Is.EqualTo(Enumerable.Range(0, Messages).Select(number => ($"{number}", (double)number))));
        }
    }

    [Test]
    public async Task A_message_that_waits_for_its_turn_notices_that_the_channel_was_stopped()
    {
        await Post("C1");
        _slack.Stub.Once("chat.postMessage", _ => SlackStub.TooMany("30"));
        var stopped = Post("C1");
        var behind = Post("C1");

        _slack.Time.Pass(Duration.FromSeconds(2));

        Assert.That(await stopped, Is.EqualTo(new SlackAnswer<PostedAnswer>.RateLimited(TimeSpan.FromSeconds(30))));
        Assert.That(await behind, Is.EqualTo(new SlackAnswer<PostedAnswer>.RateLimited(TimeSpan.FromSeconds(29))));
    }

    [Test]
    public async Task A_message_whose_turn_is_far_away_is_put_off()
    {
        var posts = Enumerable.Range(0, 12).Select(_ => Post("C1")).ToList();

        _slack.Time.Pass(Duration.FromSeconds(10));

        Assert.That((await Task.WhenAll(posts)).Select(post => post.GetType().Name), Is.EqualTo(Enumerable.Repeat("Ok", 11).Append("RateLimited")));
    }

    [Test]
    public async Task A_method_is_called_no_oftener_than_its_tier_allows()
    {
        for (var call = 0; call < 20; call++)
            Assert.That(await _slack.Call(SlackMethods.UsersList), Is.TypeOf<SlackAnswer<UsersAnswer>.Ok>());

        var tooMany = await _slack.Call(SlackMethods.UsersList);
        _slack.Time.Pass(Duration.FromMilliseconds(3_001));
        var later = await _slack.Call(SlackMethods.UsersList);

        Assert.That(tooMany, Is.TypeOf<SlackAnswer<UsersAnswer>.RateLimited>());
        Assert.That(((SlackAnswer<UsersAnswer>.RateLimited)tooMany).After, Is.EqualTo(TimeSpan.FromSeconds(3)).Within(TimeSpan.FromMilliseconds(2)));
        Assert.That(later, Is.TypeOf<SlackAnswer<UsersAnswer>.Ok>());
        Assert.That(_slack.Stub.Requests, Has.Count.EqualTo(21));
    }

    [Test]
    public async Task Channels_in_which_nothing_is_said_any_more_are_forgotten()
    {
        for (var channel = 0; channel < 5_000; channel++)
        {
            await Post($"C{channel}");
            _slack.Time.Pass(Duration.FromMilliseconds(10));
        }

        Assert.That(_slack.Throttle.Remembered, Is.LessThanOrEqualTo(1_000));
    }

    private Task<SlackAnswer<PostedAnswer>> Post(string channel) => _slack.Call(SlackMethods.PostMessage, ("channel", channel));
}
