using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Delivery;

/// <summary>What the bot says reaches Slack once, whatever breaks on the way.</summary>
public sealed class DeliveryTests
{
    private SlackBot _bot = null!;

    [SetUp]
    public async Task Start() => _bot = await SlackBot.Start();

    [TearDown]
    public async Task Stop() => await _bot.DisposeAsync();

    [Test]
    public async Task Killed_between_sending_and_writing_that_down_it_sends_once()
    {
        _bot.Slack.Fail("chat.postMessage", new Fault.HangAfterBodyWasRead());
        await _bot.People.Slash("ana", "#team", "/idea", "Survives a kill");
        await _bot.Post("#team", "Survives a kill");
        await _bot.Restart();
        await _bot.People.Slash("ana", "#team", "/idea", "After the kill");

        Assert.That(await Count("Survives a kill", "After the kill"), Is.EqualTo(1));
    }

    [Test]
    public async Task Killed_before_sending_it_sends_after_the_restart()
    {
        _bot.Slack.Fail("chat.postMessage", new Fault.Hang());
        await _bot.People.Slash("ana", "#team", "/idea", "Survives a kill");
        await _bot.Slack.WaitFor(slack => slack.Calls.Any(call => call.Method == "chat.postMessage"));
        await _bot.Restart();

        await _bot.Post("#team", "Survives a kill");
    }

    [TestCaseSource(nameof(Ambiguous))]
    public async Task An_answer_that_was_lost_is_looked_for_before_anything_is_sent_again(Fault fault)
    {
        _bot.Slack.Fail("chat.postMessage", fault);
        await _bot.People.Slash("ana", "#team", "/idea", "Once for all");
        await _bot.People.Slash("ana", "#team", "/idea", "After that");

        Assert.That(await Count("Once for all", "After that"), Is.EqualTo(1));
        Assert.That(_bot.Slack.Calls.Select(call => call.Method), Does.Contain("conversations.history"));
    }

    [Test]
    public async Task While_history_can_not_be_asked_nothing_is_sent_again()
    {
        _bot.Slack.Fail("chat.postMessage", new Fault.DropAfterBodyWasRead());
        _bot.Slack.Fail("conversations.history", new Fault.OkFalse("internal_error"), times: 3);
        await _bot.People.Slash("ana", "#team", "/idea", "Once for all");
        await _bot.People.Slash("ana", "#team", "/idea", "After that");

        Assert.That(await Count("Once for all", "After that"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_channel_that_Slack_stopped_holds_up_no_other()
    {
        _bot.Slack.Fail("chat.postMessage", new Fault.RateLimited(3600), channel: "#team");
        await _bot.People.Slash("ana", "#team", "/idea", "Later");
        await _bot.Slack.WaitFor(slack => slack.Calls.Any(call => call.Method == "chat.postMessage"));
        await _bot.People.Slash("ana", "#team", "/idea", "Later still");
        await _bot.People.Slash("ana", "#general", "/idea", "Now");

        await _bot.Post("#general", "Now");
        Assert.That(_bot.Slack.Calls.Count(call => call.Method == "chat.postMessage" && call["channel"] == "C0TEAM"), Is.EqualTo(1));
    }

    private static IEnumerable<Fault> Ambiguous() => [new Fault.DropAfterBodyWasRead(), new Fault.DropBeforeBody(), new Fault.ServerError(), new Fault.HtmlPage()];

    /// <summary>Messages of one channel keep their order, so what came after is there only when the first is settled.</summary>
    private async Task<int> Count(string text, string after)
    {
        var posts = await _bot.Posts("#team", posts => posts.Any(post => post.Shown.Contains(after, StringComparison.Ordinal)));
        return posts.Count(post => post.Shown.Contains(text, StringComparison.Ordinal));
    }
}
