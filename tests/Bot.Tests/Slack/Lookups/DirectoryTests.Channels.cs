using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Tests.Slack.Lookups;

/// <summary>Channels, and who is in them.</summary>
public sealed partial class DirectoryTests
{
    [Test]
    public async Task A_channel_has_a_name_and_takes_messages_where_the_bot_is_in_it()
    {
        _slack.Stub.Answers("conversations.info", request => SlackStub.Json(request["channel"] switch
        {
            "C1" => """{"ok":true,"channel":{"id":"C1","name":"team","is_member":true}}""",
            "C2" => """{"ok":true,"channel":{"id":"C2","name":"old","is_archived":true,"is_member":false}}""",
            "C3" => """{"ok":true,"channel":{"id":"C3","name":"somewhere"}}""",
            _ => """{"ok":false,"error":"channel_not_found"}""",
        }));

        Assert.That(await Channel("C1"), Is.EqualTo(new Channel(new ChannelId("C1"), "team")));
        Assert.That(await Channel("C2"), Is.EqualTo(new Channel(new ChannelId("C2"), "old", IsArchived: true, CanPost: false)));
        Assert.That((await Channel("C3"))!.CanPost, Is.True);
        Assert.That(await Channel("C4"), Is.Null);
    }

    [TestCase("""{"ok":false,"error":"missing_scope"}""")]
    [TestCase("<html>")]
    public async Task A_channel_that_can_not_be_looked_up_still_gets_its_message(string answer)
    {
        _slack.Stub.Answers("conversations.info", answer);

        Assert.That(await _slack.Wait(Channel("C1")), Is.EqualTo(new Channel(new ChannelId("C1"), "C1", CanPost: true)));
    }

    [Test]
    public async Task Members_are_those_on_all_pages()
    {
        _slack.Stub.Answers("conversations.members", request => SlackStub.Json(request["cursor"] == ""
            ? """{"ok":true,"members":["U0ANA"],"response_metadata":{"next_cursor":"x"}}"""
            : """{"ok":true,"members":["U0BEN"],"response_metadata":{"next_cursor":""}}"""));

        Assert.That(await IsMember(Team, Ben), Is.True);
        Assert.That(await IsMember(Team, new PersonId("U0SAM")), Is.False);
        Assert.That(_slack.Stub.To("conversations.members").Select(request => request["limit"]), Is.EqualTo(new[] { "1000", "1000" }));
    }

    [TestCase("""{"ok":false,"error":"channel_not_found"}""")]
    [TestCase("""{"ok":false,"error":"missing_scope"}""")]
    [TestCase("<html>")]
    public async Task Nobody_is_in_a_channel_of_which_Slack_says_nothing(string answer)
    {
        _slack.Stub.Answers("conversations.members", answer);

        Assert.That(await _slack.Wait(IsMember(Team, Ana)), Is.False);
    }

    [Test]
    public async Task A_membership_that_Slack_can_not_confirm_any_more_ends()
    {
        Assert.That(await IsMember(Team, Ana), Is.True);
        _slack.Stub.Answers("conversations.members", """{"ok":false,"error":"missing_scope"}""");
        _slack.Time.Pass(Duration.FromMinutes(11));

        Assert.That(await IsMember(Team, Ana), Is.False);
    }

    [Test]
    public async Task Whoever_spoke_in_a_channel_is_in_it_without_a_question_for_ten_minutes()
    {
        _slack.Stub.Answers("conversations.members", """{"ok":false,"error":"missing_scope"}""");
        Directory.Witness(Team, Ana);

        Assert.That(await IsMember(Team, Ana), Is.True);
        Assert.That(_slack.Stub.Requests, Is.Empty);
        Assert.That(await IsMember(Team, Ben), Is.False);
        _slack.Time.Pass(Duration.FromMinutes(10));
        Assert.That(await IsMember(Team, Ana), Is.False);
    }

    [Test]
    public async Task Whoever_left_a_channel_is_not_in_it_however_recently_they_spoke()
    {
        Directory.Witness(Team, Ben);
        await IsMember(Team, Ana);

        _slack.Stub.Answers("conversations.members", """{"ok":true,"members":[]}""");
        Directory.ForgetMember(Team, Ben.Value);

        Assert.That((await IsMember(Team, Ana), await IsMember(Team, Ben)), Is.EqualTo((false, false)));
    }

    [TestCase("team", "C0TEAM")]
    [TestCase("TEAM", "C0TEAM")]
    [TestCase("C0TEAM", "C0TEAM")]
    [TestCase("secret", null)]
    [TestCase("C0SECRET", null)]
    public async Task A_channel_is_found_by_those_who_are_in_it(string name, string? id)
    {
        _slack.Stub.Answers("users.conversations", """{"ok":true,"channels":[{"id":"C0TEAM","name":"team"},{"id":"C0GENERAL","name":"general"}]}""");
        _slack.Stub.Answers("conversations.info", """{"ok":true,"channel":{"id":"C0TEAM","name":"team","is_member":true}}""");
        _slack.Stub.Answers("conversations.members", request => SlackStub.Json(request["channel"] == "C0TEAM"
            ? """{"ok":true,"members":["U0ANA"]}"""
            : """{"ok":true,"members":[]}"""));

        Assert.That((await Directory.Named(SlackBench.Workspace, name, Ana, default))?.Id.Value, Is.EqualTo(id));
    }

    [Test]
    public async Task The_channels_of_somebody_are_asked_for_by_their_id()
    {
        _slack.Stub.Answers("users.conversations", """{"ok":true,"channels":[{"id":"C0TEAM","name":"team"}]}""");

        Assert.That(await Directory.ChannelsOf(SlackBench.Workspace, Ana, default), Is.EqualTo(new[] { Team }));
        var request = _slack.Stub.Requests.Single();
        Assert.That((request["user"], request["types"], request["exclude_archived"]), Is.EqualTo(("U0ANA", "public_channel,private_channel", "true")));
    }
}
