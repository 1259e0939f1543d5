using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Incoming;

/// <summary>What is typed with a slash does what the playground does.</summary>
public sealed class SlashCommandTests : SlackBotTests
{
    private protected override Task<SlackBot> Open() => SlackBot.Start("Slack:Commands:blocker=/stuck", "Slack:Commands:due=");

    [Test]
    public async Task An_idea_is_answered_privately_and_posted_for_all()
    {
        var reply = await _bot.People.Slash("ana", "#team", "/idea", "add Rotate the demo host #demo");
        var post = await _bot.Post("#team", "Rotate the demo host");

        Assert.That((reply.Status, reply.ContentType), Is.EqualTo((200, "application/json")));
        Assert.That((string?)reply.Json!["response_type"], Is.EqualTo("ephemeral"));
        Assert.That(reply.Message!.Shown, Does.Match(@"^#\d+ saved in ideas, tagged #demo: Rotate the demo host #demo"));
        Assert.That(reply.Message.Buttons, Is.EqualTo(new[] { "Undo" }));
        Assert.That(post.Shown, Does.Contain("<@U0ANA>, no votes yet"));
        Assert.That(post.Buttons, Is.EqualTo(new[] { "Vote" }));
    }

    [Test]
    public async Task Nothing_typed_becomes_a_mention_a_link_or_a_format()
    {
        var reply = await _bot.People.Slash("ana", "#team", "/idea", "Ping &lt;!channel&gt; &lt;!here&gt; &lt;@U0BEN&gt; &lt;!subteam^S1&gt; &lt;http://evil.example|bank&gt; &amp;lt; *bold*");
        var post = await _bot.Post("#team", "Ping");

        foreach (var text in new[] { reply.Body, post.BlocksJson, post.Text })
            Assert.That(new[] { "<!", "<@U0BEN", "<http", "*bold*" }.Where(raw => text.Contains(raw, StringComparison.Ordinal)), Is.Empty);
        Assert.That(post.Text, Does.Contain("&lt;http://evil.example|bank&gt; &amp;lt;"));
    }

    [Test]
    public async Task Whoever_is_picked_from_a_list_is_shown_by_name_and_not_pinged()
    {
        await _bot.People.Slash("ana", "#team", "/idea", "Ask <@U0BEN|ben> in <#C0GENERAL|general> about <https://example.org/a?b=1&amp;c=2>");
        var post = await _bot.Post("#team", "Ask");

        Assert.That(post.Text, Does.Contain("Ask @ben in #general about https://example.org/a?b=1&amp;c=2").And.Not.Contain("<@U0BEN"));
    }

    [Test]
    public async Task The_same_delivery_again_has_one_effect_and_the_same_answer()
    {
        const string body = "team_id=T0001&channel_id=C0TEAM&user_id=U0ANA&command=%2Fidea&text=Only+once&trigger_id=trigger.once&response_url=";
        var first = await _bot.People.Raw("/slack/commands", body);
        var again = await _bot.People.Raw("/slack/commands", body);
        await _bot.Post("#team", "Only once");
        await _bot.People.Slash("ana", "#team", "/idea", "After that");
        var posts = await _bot.Posts("#team", posts => posts.Any(post => post.Shown.Contains("After that", StringComparison.Ordinal)));

        Assert.That(again.Body, Is.EqualTo(first.Body));
        Assert.That(posts.Count(post => post.Shown.Contains("Only once", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCase("/idea", "vote twelve", "“twelve” should be a number such as 12")]
    [TestCase("/checkin", "status Nothing", "There are no check-ins here yet.")]
    [TestCase("/stuck", "on the build", "flagged: on the build")]
    [TestCase("/due", "list", "Nothing of yours is due.")]
    [TestCase("/async", "help", "What I can do for you")]
    [TestCase("/async", "idea show 999", "There is no idea 999")]
    [TestCase("/unheard-of", "", "I don’t know “unheard-of”")]
    [TestCase("/async", "zone Europe/Lisbon", "Only admins can do that")]
    public async Task Whatever_is_typed_is_answered(string command, string text, string said)
    {
        var reply = await _bot.People.Slash("ben", "#general", command, text);

        Assert.That(reply.Status, Is.EqualTo(200));
        Assert.That(reply.Message!.Shown, Does.Contain(said));
    }

    [Test]
    public async Task An_answer_names_commands_as_they_are_typed_here()
    {
        var reply = await _bot.People.Slash("ben", "#general", "/idea", "vote");

        Assert.That(reply.Message!.Shown, Does.Contain("`/idea vote 12`"));
    }

    [Test]
    public async Task While_Slack_can_not_be_asked_nothing_wrong_is_said()
    {
        _bot.Slack.Fail("users.conversations", new Fault.ServerError(), times: 3);
        var reply = await _bot.People.Slash("dana", _bot.Slack.DirectOf("dana").Id, "/idea", "list");

        Assert.That(reply.Message!.Shown, Does.Contain("I can’t reach Slack just now"));
    }

    [Test]
    public async Task Who_administers_the_workspace_administers_the_bot()
    {
        var reply = await _bot.People.Slash("sam", "#general", "/async", "settings");

        Assert.That(reply.Message!.Shown, Does.Contain("sam").IgnoreCase.And.Not.Contain("Only admins"));
    }

    [Test]
    public async Task Nobody_sees_what_belongs_to_a_channel_they_are_not_in()
    {
        await _bot.People.Slash("ana", "#oncall", "/idea", "A secret of those on call");
        var inDirect = await _bot.People.Slash("chidi", _bot.Slack.DirectOf("chidi").Id, "/idea", "search secret");
        var mine = await _bot.People.Slash("ben", _bot.Slack.DirectOf("ben").Id, "/idea", "search secret");

        Assert.That(inDirect.Message!.Shown, Does.Not.Contain("A secret of those on call"));
        Assert.That(mine.Message!.Shown, Does.Contain("A secret of those on call"));
    }
}
