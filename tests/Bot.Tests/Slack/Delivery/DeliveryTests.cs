using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Delivery;

/// <summary>What the bot says reaches Slack once, whatever breaks on the way.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
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

    [Test]
    [NonParallelizable] // a bot beside it would take the second in which the others come
    public async Task Messages_of_one_channel_come_in_order_a_second_apart_and_hold_up_no_other()
    {
        string[] texts = ["first", "second", "third"];
        foreach (var text in texts)
            await _bot.People.Slash("ana", "#team", "/idea", text);
        for (var number = 1; number <= 10; number++)
        {
            _bot.Slack.Put(new SlackChannel($"C0OTHER{number}", $"other{number}") { Members = [FakeSlack.BotUser, "U0ANA"] });
            await _bot.People.Slash("ana", $"C0OTHER{number}", "/idea", "elsewhere");
        }

        await _bot.Post("#team", "third");
        var posts = _bot.Slack.Calls.Where(call => call.Method == "chat.postMessage").ToList();
        var team = posts.Where(call => call["channel"] == "C0TEAM").ToList();
        Assert.That(team.Zip(texts), Is.All.Matches<(SlackCall Call, string Text)>(each => each.Call["text"]!.Contains(each.Text, StringComparison.Ordinal)));
        Assert.That(team.Zip(team.Skip(1), (one, next) => next.At - one.At), Is.All.GreaterThan(TimeSpan.FromMilliseconds(900)));
        Assert.That(posts.TakeWhile(call => call != team[2]).Select(call => call["channel"]).Distinct().Count(), Is.EqualTo(11));
    }

    private static IEnumerable<Fault> Ambiguous() => [new Fault.DropAfterBodyWasRead(), new Fault.DropBeforeBody(), new Fault.ServerError(), new Fault.HtmlPage()];

    /// <summary>Messages of one channel keep their order, so what came after is there only when the first is settled.</summary>
    private async Task<int> Count(string text, string after)
    {
        var posts = await _bot.Posts("#team", posts => posts.Any(post => post.Shown.Contains(after, StringComparison.Ordinal)));
        return posts.Count(post => post.Shown.Contains(text, StringComparison.Ordinal));
    }
}
