using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Tests.Slack.Lookups;

/// <summary>The people in a channel, who are many, and how few questions about them Slack is asked.</summary>
public sealed partial class DirectoryTests
{
    [Test]
    public async Task The_people_of_a_channel_are_refreshed_by_one_question_about_all()
    {
        Many(300, "Europe/Paris");
        await Members();
        for (var hour = 0; hour < 3; hour++)
        {
            _slack.Time.Pass(Duration.FromMinutes(61));
            Many(300, "Asia/Tokyo");
            await Members();
        }

        Assert.That((await Settled("Asia/Tokyo")).Count, Is.EqualTo(300));
        Assert.That((_slack.Stub.To("users.list").Count, _slack.Stub.To("users.info").Count), Is.EqualTo((4, 0)));
    }

    [Test]
    public async Task One_person_asked_about_after_the_list_was_refreshed_costs_no_question()
    {
        Many(3, "Europe/Paris");
        await Members();
        _slack.Time.Pass(Duration.FromMinutes(61));
        await Members();
        await Settled("Europe/Paris");

        Assert.That((await Directory.Find(SlackBench.Workspace, new PersonId("U1"), default))!.Name, Is.EqualTo("Jo1"));
        Assert.That(_slack.Stub.To("users.info"), Is.Empty);
    }

    [Test]
    public async Task While_the_first_list_is_slow_nobody_is_asked_about_alone_and_then_all_are_known()
    {
        Many(300, "Europe/Paris");
        var release = new TaskCompletionSource<HttpResponseMessage>();
        _slack.Stub.Answers("users.list", _ => release.Task);
        var first = await _slack.Wait(Members());

        release.SetResult(SlackStub.Json(Jos(300, "Europe/Paris")));
        await Settled("Europe/Paris");

        Assert.That(first.Select(person => person.Zone), Is.All.Null);
        Assert.That(_slack.Stub.To("users.info"), Is.Empty);
    }

    [Test]
    public async Task Whom_Slack_did_not_name_alone_is_known_as_soon_as_the_list_comes()
    {
        Many(2, "Europe/Paris");
        _slack.Stub.Answers("users.info", """{"ok":false,"error":"ratelimited"}""");
        var before = await Directory.Find(SlackBench.Workspace, new PersonId("U1"), default);
        await Members();

        Assert.That(before, Is.Null);
        Assert.That((await Directory.Find(SlackBench.Workspace, new PersonId("U1"), default))!.Name, Is.EqualTo("Jo1"));
        Assert.That(_slack.Stub.To("users.info"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Whom_Slack_does_not_name_alone_in_time_is_known_from_the_list()
    {
        Many(2, "Europe/Paris");
        _slack.Stub.Answers("users.info", _ => new TaskCompletionSource<HttpResponseMessage>().Task);
        await _slack.Wait(Directory.Find(SlackBench.Workspace, new PersonId("U1"), default).AsTask());
        await Members();

        Assert.That((await Directory.Find(SlackBench.Workspace, new PersonId("U1"), default))!.Name, Is.EqualTo("Jo1"));
    }

    [Test]
    public async Task Without_a_list_few_people_are_asked_about_alone()
    {
        Many(300, "Europe/Paris");
        _slack.Stub.Answers("users.list", """{"ok":false,"error":"missing_scope"}""");
        await Members();

        Assert.That(_slack.Stub.To("users.info"), Has.Count.EqualTo(20));
        Assert.That((await Members()).Count, Is.EqualTo(300));
    }

    [Test]
    public async Task Who_is_missing_from_the_list_is_asked_about_alone()
    {
        Many(3, "Europe/Paris");
        _slack.Stub.Answers("users.list", Jos(2, "Europe/Paris"));
        _slack.Stub.Answers("users.info", """{"ok":true,"user":{"id":"U3","tz":"Asia/Tokyo"}}""");

        Assert.That((await Members()).Select(person => person.Zone), Is.EqualTo(new[] { "Europe/Paris", "Europe/Paris", "Asia/Tokyo" }));
        Assert.That(_slack.Stub.To("users.info").Single()["user"], Is.EqualTo("U3"));
    }

    [Test]
    public async Task An_answer_about_one_person_is_newer_than_a_list_that_was_asked_for_before()
    {
        Many(1, "Europe/Paris");
        var release = new TaskCompletionSource<HttpResponseMessage>();
        _slack.Stub.Answers("users.list", _ => release.Task);
        var slow = Members();
        _slack.Time.Pass(Duration.FromMilliseconds(100));
        _slack.Stub.Answers("users.info", """{"ok":true,"user":{"id":"U1","name":"jo1","tz":"Asia/Tokyo"}}""");
        await Directory.Find(SlackBench.Workspace, new PersonId("U1"), default);

        release.SetResult(SlackStub.Json(Jos(1, "Europe/Paris")));
        await slow;

        Assert.That((await Directory.Find(SlackBench.Workspace, new PersonId("U1"), default))!.Zone, Is.EqualTo("Asia/Tokyo"));
        Assert.That((await Members()).Single().Zone, Is.EqualTo("Asia/Tokyo"));
        Assert.That(_slack.Stub.To("users.info"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Bots_are_nobody()
    {
        _slack.Stub.Answers("conversations.members", """{"ok":true,"members":["U0ANA","U0APP","UBOT","USLACKBOT"]}""");
        Assert.That((await Members()).Select(person => person.Id), Is.EqualTo(new[] { Ana }));

        _slack.Stub.Answers("users.info", request => SlackStub.Json($$$"""{"ok":true,"user":{"id":"{{{request["user"]}}}","is_bot":true}}"""));
        foreach (var bot in new[] { "UBOT", "U0APP", "USLACKBOT" })
            Assert.That(await Directory.Named(SlackBench.Workspace, bot, default), Is.Empty);
    }

    [Test]
    public async Task The_bot_is_nobody_also_while_Slack_names_no_one()
    {
        _slack.Stub.Answers("users.list", """{"ok":false,"error":"missing_scope"}""");
        _slack.Stub.Answers("users.info", """{"ok":false,"error":"missing_scope"}""");

        Assert.That((await Members()).Select(person => person.Id), Is.EqualTo(new[] { Ana }));
    }

    [Test]
    public async Task Where_Slack_does_not_say_who_is_in_a_channel_the_last_answer_counts_for_a_list_but_lets_nobody_in()
    {
        await Members();
        _slack.Stub.Answers("conversations.members", """{"ok":false,"error":"ratelimited"}""");
        _slack.Time.Pass(Duration.FromHours(1));

        Assert.That((await Members()).Select(person => person.Id), Is.EqualTo(new[] { Ana }));
        Assert.That(await IsMember(Team, Ana), Is.False);
        _slack.Time.Pass(Duration.FromMinutes(5));
        Assert.That((await Members()).Select(person => person.Id), Is.EqualTo(new[] { Ana }));
    }

    [Test]
    public async Task A_list_of_a_channel_waits_for_who_is_in_it_now()
    {
        await Members();
        _slack.Time.Pass(Duration.FromMinutes(11));
        var release = new TaskCompletionSource<HttpResponseMessage>();
        _slack.Stub.Answers("conversations.members", _ => release.Task);
        var members = Members();
        release.SetResult(SlackStub.Json("""{"ok":true,"members":["U0BEN"]}"""));

        Assert.That((await members).Select(person => person.Id), Is.EqualTo(new[] { Ben }));
    }

    [Test]
    public async Task Channels_beyond_what_Slack_allows_in_a_minute_are_the_only_ones_that_can_not_be_read()
    {
        var unread = 0;
        for (var channel = 0; channel < 130; channel++)
        {
            try
            {
                await Directory.Members(SlackBench.Workspace, new ChannelId($"C{channel}"), default);
            }
            catch (DirectoryUnavailableException)
            {
                unread++;
            }
        }

        Assert.That(unread, Is.EqualTo(30));
    }

    private static string Jos(int count, string zone) => $$"""
        {"ok":true,"members":[{{string.Join(',', Enumerable.Range(1, count).Select(number => $$$"""{"id":"U{{{number}}}","name":"jo{{{number}}}","tz":"{{{zone}}}","profile":{"display_name":"Jo{{{number}}}"}}"""))}}]}
        """;

    /// <summary>The workspace is one channel of so many people, all in one zone.</summary>
    private void Many(int count, string zone)
    {
        _slack.Stub.Answers("users.list", Jos(count, zone));
        _slack.Stub.Answers("users.info", request => SlackStub.Json($$$"""{"ok":true,"user":{"id":"{{{request["user"]}}}","tz":"{{{zone}}}"}}"""));
        _slack.Stub.Answers("conversations.members", $$"""{"ok":true,"members":[{{string.Join(',', Enumerable.Range(1, count).Select(number => $"\"U{number}\""))}}]}""");
    }

    private Task<IReadOnlyList<Person>> Members() => Directory.Members(SlackBench.Workspace, Team, default).AsTask();

    private Task<IReadOnlyList<Person>> Settled(string zone) =>
        Soon(async () => await Members() is var members && members.All(person => person.Zone == zone) ? members : null);
}
