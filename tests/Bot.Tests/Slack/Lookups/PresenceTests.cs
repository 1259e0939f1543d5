using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Tests.Slack.Lookups;

public sealed class PresenceTests
{
    private static readonly PersonId Ana = new("U0ANA");

    private SlackBench _slack = null!;

    private Instant Now => Instant.FromDateTimeOffset(_slack.Time.GetUtcNow());

    [SetUp]
    public void SetUp()
    {
        _slack = new SlackBench();
        _slack.Stub.Answers("users.getPresence", """{"ok":true,"presence":"active"}""");
        _slack.Stub.Answers("dnd.info", """{"ok":true,"dnd_enabled":false,"next_dnd_start_ts":1,"next_dnd_end_ts":1}""");
    }

    [TearDown]
    public void TearDown() => _slack.Dispose();

    [TestCase("active", Activity.Active)]
    [TestCase("away", Activity.Away)]
    [TestCase("asleep", Activity.Unknown)]
    public async Task Slack_says_whether_somebody_is_active(string word, Activity activity)
    {
        _slack.Stub.Answers("users.getPresence", $$"""{"ok":true,"presence":"{{word}}"}""");

        Assert.That(await Of(Ana), Is.EqualTo(new Presence(activity, null, Now)));
    }

    [TestCase("""{"ok":false,"error":"user_not_found"}""")]
    [TestCase("<html>")]
    public async Task Nobody_is_away_because_Slack_does_not_answer(string answer)
    {
        _slack.Stub.Answers("users.getPresence", answer);

        Assert.That((await _slack.Wait(Of(Ana))).Activity, Is.EqualTo(Activity.Unknown));
    }

    [Test]
    public async Task Whoever_can_not_be_asked_about_now_is_unknown()
    {
        _slack.Stub.Answers("users.getPresence", _ => SlackStub.TooMany("30"));

        Assert.That((await Of(Ana)).Activity, Is.EqualTo(Activity.Unknown));
        Assert.That((await Of(new PersonId("U0BEN"))).Activity, Is.EqualTo(Activity.Unknown));
        Assert.That(_slack.Stub.To("users.getPresence"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Within_their_quiet_time_it_is_known_when_it_ends()
    {
        var end = Now + Duration.FromMinutes(1);
        _slack.Stub.Answers("dnd.info", $$"""{"ok":true,"dnd_enabled":true,"next_dnd_start_ts":{{(Now - Duration.FromHours(8)).ToUnixTimeSeconds()}},"next_dnd_end_ts":{{end.ToUnixTimeSeconds()}}}""");

        Assert.That((await Of(Ana)).Quiet?.Until, Is.EqualTo(end));
        _slack.Time.Pass(Duration.FromMinutes(1));
        Assert.That((await Of(Ana)).Quiet?.Until, Is.Null);
        Assert.That(_slack.Stub.To("dnd.info"), Has.Count.EqualTo(1));
    }

    [TestCase(1, 9, true)]
    [TestCase(-9, -1, true)]
    [TestCase(-1, 8, false)]
    public async Task Outside_of_it_there_is_none(int from, int to, bool isEnabled)
    {
        var (start, end) = ((Now + Duration.FromHours(from)).ToUnixTimeSeconds(), (Now + Duration.FromHours(to)).ToUnixTimeSeconds());
        _slack.Stub.Answers("dnd.info", $$"""{"ok":true,"dnd_enabled":{{(isEnabled ? "true" : "false")}},"next_dnd_start_ts":{{start}},"next_dnd_end_ts":{{end}}}""");

        Assert.That((await Of(Ana)).Quiet?.Until, Is.Null);
    }

    [Test]
    public async Task Nothing_of_it_stays_in_memory()
    {
        await Of(Ana);
        Assert.That(_slack.Presence.Remembered, Is.EqualTo(1));
        _slack.Time.Pass(Duration.FromMinutes(2));
        Assert.That(_slack.Presence.Remembered, Is.Zero);
    }

    [Test]
    public async Task An_answer_counts_for_a_minute_and_a_half_and_says_how_old_it_is()
    {
        var asked = Now;
        await Of(Ana);
        _slack.Time.Pass(Duration.FromSeconds(90));
        var again = await Of(Ana);
        _slack.Time.Pass(Duration.FromSeconds(1));
        await Of(Ana);

        Assert.That(again.ObservedAt, Is.EqualTo(asked));
        Assert.That(_slack.Stub.To("users.getPresence"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task An_event_makes_Slack_be_asked_again()
    {
        await Of(Ana);
        _slack.Presence.Forget(Ana);
        await Of(Ana);

        Assert.That(_slack.Stub.To("users.getPresence"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Many_at_once_are_asked_about_once_each_and_their_quiet_times_together()
    {
        var first = new TaskCompletionSource<HttpResponseMessage>();
        _slack.Stub.Answers("dnd.info", _ => first.Task);
        var end = Now + Duration.FromHours(1);
        _slack.Stub.Answers("dnd.teamInfo", request => SlackStub.Json($$"""{"ok":true,"users":{ "{{request["users"].Split(',')[0]}}":{"dnd_enabled":true,"next_dnd_start_ts":1,"next_dnd_end_ts":{{end.ToUnixTimeSeconds()}} } } }"""));
        var people = Enumerable.Range(0, 40).Select(number => new PersonId($"U{number}")).ToList();

        var asking = people.Concat(people).Select(Of).ToList();
        first.SetResult(SlackStub.Json("""{"ok":true,"dnd_enabled":false}"""));
        var seen = await Task.WhenAll(asking);

        Assert.That(seen.Select(each => each.Activity), Is.All.EqualTo(Activity.Active));
        Assert.That(seen.Count(each => each.Quiet?.Until == end), Is.EqualTo(2));
        Assert.That(_slack.Stub.To("users.getPresence"), Has.Count.EqualTo(40));
        Assert.That(_slack.Stub.To("dnd.teamInfo").Single()["users"].Split(','), Has.Length.EqualTo(39));
    }

    [Test]
    public async Task Of_the_bot_and_of_other_platforms_nothing_is_asked()
    {
        await _slack.Presence.Of(new WorkspaceId("playground"), Ana, default);
        await Of(PersonId.Bot);

        Assert.That(_slack.Stub.Requests, Is.Empty);
    }

    private Task<Presence> Of(PersonId person) => _slack.Presence.Of(SlackBench.Workspace, person, default).AsTask();
}
