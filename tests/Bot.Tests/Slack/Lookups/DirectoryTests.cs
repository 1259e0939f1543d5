using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Tests.Slack.Lookups;

public sealed partial class DirectoryTests
{
    private const string Everybody = """
        {"ok":true,"members":[
          {"id":"U0ANA","name":"ana.s","tz":"Europe/Lisbon","is_admin":false,"profile":{"display_name":"Ana","real_name":"Ana Silva","email":"ana@example.org"}},
          {"id":"U0BEN","name":"ben","tz":"America/New_York","profile":{"display_name":"","real_name":"Ben Hill","email":"ben@example.org"}},
          {"id":"U0ANN","name":"annika","tz":"Moon/Base","is_restricted":true,"profile":{"display_name":"Annika"}},
          {"id":"U0SAM","name":"sam","tz":null,"is_owner":true,"profile":{"display_name":"Sam"}},
          {"id":"U0OLD","name":"olga","deleted":true,"is_admin":true,"profile":{"display_name":"Olga"}},
          {"id":"U0APP","name":"robot","is_bot":true,"is_admin":true,"profile":{"display_name":"Robot"}},
          {"id":"USLACKBOT","name":"slackbot","profile":{"display_name":"Slackbot"}}],
         "response_metadata":{"next_cursor":""}}
        """;

    private static readonly PersonId Ana = new("U0ANA");
    private static readonly PersonId Ben = new("U0BEN");
    private static readonly ChannelId Team = new("C0TEAM");

    private SlackBench _slack = null!;

    private SlackDirectory Directory => _slack.Directory;

    [SetUp]
    public void SetUp()
    {
        _slack = new SlackBench();
        _slack.Stub.Answers("users.list", Everybody);
        _slack.Stub.Answers("users.info", """{"ok":true,"user":{"id":"U0ANA","name":"ana.s","tz":"Europe/Lisbon","profile":{"display_name":"Ana"}}}""");
        _slack.Stub.Answers("conversations.members", """{"ok":true,"members":["U0ANA","UBOT"]}""");
    }

    [TearDown]
    public void TearDown() => _slack.Dispose();

    [Test]
    public async Task Somebody_has_a_name_a_clock_and_rights() => Assert.That(
        await Found("""{"id":"U1","name":"emi","real_name":"Emi Tanaka","tz":"Asia/Tokyo","is_owner":true,"profile":{"display_name":"Emi"}}"""),
        Is.EqualTo(new Person(new PersonId("U1"), "Emi", "Asia/Tokyo", IsAdmin: true) { Handle = "emi" }));

    [Test]
    public async Task Two_of_one_display_name_are_told_apart_by_what_they_log_in_with_and_whoever_left_makes_nobody_unclear()
    {
        _slack.Stub.Answers("users.list", Everybody.Replace("\"ok\":true,\"members\":[", """
            "ok":true,"members":[
              {"id":"U0SAM2","name":"sam.b","profile":{"display_name":"sam"}},
              {"id":"U0OLD2","name":"ana.old","deleted":true,"profile":{"display_name":"Ana"}},
            """, StringComparison.Ordinal));
        var sams = await Directory.Named(SlackBench.Workspace, "Sam", default);

        Assert.That(sams.Select(sam => sam.Shown), Is.EqualTo(new[] { "Sam (@sam)", "sam (@sam.b)" }));
        Assert.That((await Directory.Named(SlackBench.Workspace, "ana", default)).Select(ana => ana.Shown), Is.EqualTo(new[] { "Ana" }));
        Assert.That((Directory.HandleOf(new("U0SAM2")), Directory.HandleOf(Ana), Directory.HandleOf(new("U0OLD2"))), Is.EqualTo(("sam.b", (string?)null, "ana.old")));
    }


    [TestCase("""{"id":"U1","name":"emi","real_name":"Emi Tanaka","profile":{"display_name":" "}}""", "Emi Tanaka")]
    [TestCase("""{"id":"U1","name":"emi","profile":{"display_name":"","real_name":"Emi T"}}""", "Emi T")]
    [TestCase("""{"id":"U1","name":"emi","profile":null}""", "emi")]
    [TestCase("""{"id":"U1"}""", "U1")]
    public async Task Somebody_without_a_display_name_has_another(string user, string name) => Assert.That((await Found(user))!.Name, Is.EqualTo(name));

    [TestCase("\"Moon/Base\"")]
    [TestCase("\"\"")]
    [TestCase("null")]
    public async Task A_zone_that_nobody_knows_is_none(string zone) => Assert.That((await Found($$"""{"id":"U1","tz":{{zone}}}"""))!.Zone, Is.Null);

    [TestCase("is_restricted")]
    [TestCase("is_ultra_restricted")]
    public async Task Guests_are_known_as_guests(string flag) => Assert.That((await Found($$"""{"id":"U1","{{flag}}":true}"""))!.IsGuest, Is.True);

    [Test]
    public async Task Whoever_left_is_gone() => Assert.That((await Found("""{"id":"U1","deleted":true}"""))!.IsGone, Is.True);

    [Test]
    public async Task Nobody_asks_twice_within_the_hour_and_everybody_at_once_asks_once()
    {
        var release = new TaskCompletionSource<HttpResponseMessage>();
        _slack.Stub.Answers("users.info", _ => release.Task);
        var asking = Enumerable.Range(0, 20).Select(_ => Directory.Find(SlackBench.Workspace, Ana, default).AsTask()).ToList();

        release.SetResult(SlackStub.Json("""{"ok":true,"user":{"id":"U0ANA","profile":{"display_name":"Ana"}}}"""));
        var found = await Task.WhenAll(asking);
        _slack.Time.Pass(Duration.FromMinutes(59));
        await Directory.Find(SlackBench.Workspace, Ana, default);

        Assert.That(found.Select(person => person!.Name), Is.All.EqualTo("Ana"));
        Assert.That(_slack.Stub.To("users.info"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_is_an_hour_old_is_used_while_Slack_is_asked_again()
    {
        await Directory.Find(SlackBench.Workspace, Ana, default);
        _slack.Stub.Answers("users.info", _ => new TaskCompletionSource<HttpResponseMessage>().Task);
        _slack.Time.Pass(Duration.FromMinutes(61));

        var find = Directory.Find(SlackBench.Workspace, Ana, default).AsTask();

        Assert.That(find.IsCompleted, Is.True);
        Assert.That((await find)!.Name, Is.EqualTo("Ana"));
        Assert.That(_slack.Stub.To("users.info"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_failed_look_up_is_unknown_and_not_asked_again_at_once()
    {
        _slack.Stub.Answers("users.info", """{"ok":false,"error":"missing_scope","needed":"users:read"}""");

        var first = await Directory.Find(SlackBench.Workspace, Ana, default);
        var second = await Directory.Find(SlackBench.Workspace, Ana, default);
        var asked = _slack.Stub.To("users.info").Count;
        _slack.Stub.Answers("users.info", """{"ok":true,"user":{"id":"U0ANA"}}""");
        _slack.Time.Pass(Duration.FromSeconds(21));

        Assert.That((first, second, asked), Is.EqualTo(((Person?)null, (Person?)null, 1)));
        Assert.That(await Directory.Find(SlackBench.Workspace, Ana, default), Is.Not.Null);
    }

    [Test]
    public async Task A_Slack_that_does_not_answer_costs_one_command_a_second_and_the_others_nothing()
    {
        _slack.Stub.Answers("users.info", _ => new TaskCompletionSource<HttpResponseMessage>().Task);
        _slack.Stub.Answers("conversations.members", _ => new TaskCompletionSource<HttpResponseMessage>().Task);
        var first = Directory.Find(SlackBench.Workspace, Ana, default).AsTask();

        _slack.Time.Pass(Duration.FromMilliseconds(1_199));
        Assert.That(first.IsCompleted, Is.False);
        _slack.Time.Pass(Duration.FromMilliseconds(1));

        Assert.That(await first, Is.Null);
        Assert.That(Directory.Find(SlackBench.Workspace, Ana, default).AsTask().IsCompleted, Is.True);
        Assert.That(IsMember(Team, Ana).IsCompleted, Is.True);
    }

    [Test]
    public async Task An_answer_that_comes_too_late_is_there_for_the_next_command()
    {
        var late = new TaskCompletionSource<HttpResponseMessage>();
        _slack.Stub.Answers("users.info", _ => late.Task);
        var first = Directory.Find(SlackBench.Workspace, Ana, default).AsTask();
        _slack.Time.Pass(Duration.FromSeconds(2));

        late.SetResult(SlackStub.Json("""{"ok":true,"user":{"id":"U0ANA","profile":{"display_name":"Ana"}}}"""));

        Assert.That(await first, Is.Null);
        Assert.That((await Soon(() => Directory.Find(SlackBench.Workspace, Ana, default).AsTask())).Name, Is.EqualTo("Ana"));
    }

    [TestCase("U0ANA", "U0ANA")]
    [TestCase("u0ana", "U0ANA")]
    [TestCase("ben@example.org", "U0BEN")]
    [TestCase("BEN@EXAMPLE.ORG", "U0BEN")]
    [TestCase("ana", "U0ANA")]
    [TestCase("Ana Silva", "U0ANA")]
    [TestCase("ANA.S", "U0ANA")]
    [TestCase("ben hill", "U0BEN")]
    [TestCase("an", "U0ANA U0ANN")]
    [TestCase("be", "U0BEN")]
    [TestCase("b", "")]
    [TestCase("nobody", "")]
    [TestCase("olga", "")]
    [TestCase("robot", "")]
    [TestCase("slackbot", "")]
    [TestCase("USLACKBOT", "")]
    public async Task People_are_found_by_id_address_and_name(string name, string ids)
    {
        _slack.Stub.Answers("users.info", request => SlackStub.Json(request["user"] == "U0ANA"
            ? """{"ok":true,"user":{"id":"U0ANA"}}"""
            : """{"ok":true,"user":{"id":"USLACKBOT"}}"""));

        var named = await Directory.Named(SlackBench.Workspace, name, default);
        Assert.That(named.Select(person => person.Id.Value), Is.EqualTo(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public async Task A_long_list_is_read_page_by_page_and_waits_for_Slack_in_the_middle()
    {
        _slack.Stub.Answers("users.list", request => SlackStub.Json(request["cursor"] == ""
            ? """{"ok":true,"members":[{"id":"U1","name":"chidi"}],"response_metadata":{"next_cursor":"more=="}}"""
            : """{"ok":true,"members":[{"id":"U2","name":"dana"}]}"""));
        _slack.Stub.Once("users.list", _ => SlackStub.Json("""{"ok":true,"members":[{"id":"U1","name":"chidi"}],"response_metadata":{"next_cursor":"more=="}}"""));
        _slack.Stub.Once("users.list", _ => SlackStub.TooMany("40"));

        var first = await _slack.Wait(Directory.Named(SlackBench.Workspace, "dana", default).AsTask());
        _slack.Time.Pass(Duration.FromSeconds(41));
        var second = await Directory.Named(SlackBench.Workspace, "dana", default);

        Assert.That((first.Count, second.Single().Id.Value), Is.EqualTo((0, "U2")));
        Assert.That(_slack.Stub.To("users.list").Select(request => request["cursor"]), Is.EqualTo(new[] { "", "more==", "more==" }));
    }

    [Test]
    public async Task Admins_are_those_who_are_here_and_are_no_bots() =>
        Assert.That((await Directory.Admins(SlackBench.Workspace, default)).Select(person => person.Name), Is.EqualTo(new[] { "Sam" }));

    [Test]
    public async Task An_event_about_somebody_counts_at_once()
    {
        await Directory.Named(SlackBench.Workspace, "ana", default);

        Directory.Learn(User("U0ANA", "Ana Maria"));

        Assert.That((await Directory.Find(SlackBench.Workspace, Ana, default))!.Name, Is.EqualTo("Ana Maria"));
        Assert.That((await Directory.Named(SlackBench.Workspace, "ana maria", default)).Single().Id, Is.EqualTo(Ana));
        Assert.That(_slack.Stub.To("users.info"), Is.Empty);
    }

    [Test]
    public async Task An_event_is_newer_than_an_answer_that_was_under_way()
    {
        var release = new TaskCompletionSource<HttpResponseMessage>();
        _slack.Stub.Answers("users.info", _ => release.Task);
        var asking = Directory.Find(SlackBench.Workspace, Ana, default).AsTask();

        Directory.Learn(User("U0ANA", "Ana Maria"));
        release.SetResult(SlackStub.Json("""{"ok":true,"user":{"id":"U0ANA","profile":{"display_name":"Ana"}}}"""));
        await asking;

        Assert.That((await Directory.Find(SlackBench.Workspace, Ana, default))!.Name, Is.EqualTo("Ana Maria"));
    }

    [Test]
    public async Task Somebody_who_changes_while_everybody_is_asked_for_makes_nobody_unknown()
    {
        _slack.Stub.Answers("users.list", """{"ok":true,"members":[{"id":"U0ANA","name":"ana"},{"id":"U0BEN","name":"ben"}]}""");
        await Directory.Named(SlackBench.Workspace, "ben", default);
        _slack.Time.Pass(Duration.FromHours(2));
        var release = new TaskCompletionSource<HttpResponseMessage>();
        _slack.Stub.Answers("users.list", _ => release.Task);
        await Directory.Named(SlackBench.Workspace, "ben", default);

        Directory.Learn(User("U0ANA", "Ana Maria"));
        Assert.That((await Directory.Named(SlackBench.Workspace, "ben", default)).Select(person => person.Id), Is.EqualTo(new[] { Ben }));
        release.SetResult(SlackStub.Json("""{"ok":true,"members":[{"id":"U0ANA","name":"ana","profile":{"display_name":"Ana"}},{"id":"U0BEN","name":"ben"}]}"""));
        await Task.Yield();

        Assert.That((await Directory.Named(SlackBench.Workspace, "ana maria", default)).Select(person => person.Id), Is.EqualTo(new[] { Ana }));
    }

    [Test]
    public async Task The_bot_is_itself_both_ways()
    {
        Assert.That(await Directory.BotUserId(), Is.EqualTo("UBOT"));
        Assert.That(await Directory.PersonOf("UBOT", default), Is.EqualTo(PersonId.Bot));
        Assert.That(await Directory.PersonOf("U0ANA", default), Is.EqualTo(Ana));
        Assert.That(await Directory.UserOf(PersonId.Bot, default), Is.EqualTo("UBOT"));
        Assert.That(await Directory.UserOf(Ana, default), Is.EqualTo("U0ANA"));
        Assert.That(await IsMember(Team, PersonId.Bot), Is.True);
        Assert.That(await Directory.Find(SlackBench.Workspace, PersonId.Bot, default), Is.Null);
        Assert.That(_slack.Stub.To("auth.test"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_link_to_a_message_leads_into_the_workspace() => Assert.That(
        SlackLinks.To((await Directory.Home(default))!.Url, "C1", "1512085950.000216", null), Is.EqualTo("https://example.slack.com/archives/C1/p1512085950000216"));

    [Test]
    public async Task Another_platform_s_workspace_has_nobody()
    {
        var elsewhere = new WorkspaceId("playground");

        Assert.That(await Directory.Find(elsewhere, Ana, default), Is.Null);
        Assert.That(await Directory.Named(elsewhere, "ana", default), Is.Empty);
        Assert.That(await Directory.IsMember(elsewhere, Team, Ana, default), Is.False);
        Assert.That(_slack.Stub.Requests, Is.Empty);
    }

    [Test]
    public async Task A_direct_channel_is_opened_once()
    {
        var directs = new DirectChannels(_slack.Api);
        _slack.Stub.Answers("conversations.open", """{"ok":true,"channel":{"id":"D0ANA"}}""");
        directs.Learn(Ben, "D0BEN");

        Assert.That(await directs.Of(Ana, default), Is.EqualTo(new SlackAnswer<string>.Ok("D0ANA")));
        Assert.That(await directs.Of(Ana, default), Is.EqualTo(new SlackAnswer<string>.Ok("D0ANA")));
        Assert.That(await directs.Of(Ben, default), Is.EqualTo(new SlackAnswer<string>.Ok("D0BEN")));
        Assert.That(_slack.Stub.Requests.Single()["users"], Is.EqualTo("U0ANA"));
    }

    /// <summary>What other threads are about to find out.</summary>
    private static async Task<T> Soon<T>(Func<Task<T?>> look) where T : class
    {
        for (var tries = 0; tries < 1_000_000; tries++)
        {
            if (await look() is { } found)
                return found;
            await Task.Yield();
        }

        throw new TimeoutException("It did not happen.");
    }

    private async Task<Person?> Found(string user)
    {
        _slack.Stub.Answers("users.info", $$"""{"ok":true,"user":{{user}}}""");
        return await Directory.Find(SlackBench.Workspace, new PersonId("U1"), default);
    }

    private Task<Channel?> Channel(string id) => Directory.Find(SlackBench.Workspace, new ChannelId(id), default).AsTask();

    private Task<bool> IsMember(ChannelId channel, PersonId person) => Directory.IsMember(SlackBench.Workspace, channel, person, default).AsTask();

    private static UserObject User(string id, string name) => new(id, name, null, null, null, null, null, null, null, null, new ProfileObject(name, null, null));
}
