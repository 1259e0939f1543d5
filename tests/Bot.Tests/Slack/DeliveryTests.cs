using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack;

/// <summary>The whole bot and a Slack that fails: what was promised arrives, once.</summary>
public sealed class DeliveryTests
{
    [Test]
    public async Task A_message_whose_answer_was_lost_is_posted_once_and_goes_on_living()
    {
        await using var bot = await SlackBot.Start();
        bot.Slack.Fail("chat.postMessage", new Fault.DropAfterBodyWasRead(), channel: "#team");

        await bot.People.Slash("ana", "#team", "/idea", "add Ship it");
        await bot.Slack.WaitFor(slack => slack.Calls.Any(call => call.Method == "conversations.history"));

        await OnlyOneTakesAVote(bot);
    }

    [Test]
    public async Task A_kill_while_Slack_answers_leaves_one_message()
    {
        await using var bot = await SlackBot.Start();
        bot.Slack.Fail("chat.postMessage", new Fault.HangAfterBodyWasRead(), channel: "#team");

        await bot.People.Slash("ana", "#team", "/idea", "add Ship it");
        await bot.Post("#team", "Ship it");
        await bot.Restart();

        await OnlyOneTakesAVote(bot);
    }

    [Test]
    public async Task A_channel_that_Slack_stopped_holds_up_no_other()
    {
        await using var bot = await SlackBot.Start();
        bot.Slack.Fail("chat.postMessage", new Fault.RateLimited(3600), channel: "#team");

        await bot.People.Slash("ana", "#team", "/idea", "add Later");
        await bot.Slack.WaitFor(slack => slack.Calls.Any(call => call.Method == "chat.postMessage"));
        await bot.People.Slash("ana", "#team", "/idea", "add Later still");
        await bot.People.Slash("ana", "#general", "/idea", "add Now");

        await bot.Post("#general", "Now");
        Assert.That(bot.Slack.Calls.Count(call => call.Method == "chat.postMessage" && call["channel"] == "C0TEAM"), Is.EqualTo(1));
    }

    private static async Task OnlyOneTakesAVote(SlackBot bot)
    {
        await bot.People.Press("ben", await bot.Post("#team", "Ship it"), "Vote");

        var posts = await bot.Posts("#team", posts => posts.Any(post => post.Edits > 0));
        Assert.That(posts, Has.Count.EqualTo(1));
        Assert.That(posts.Single().Shown, Does.Contain("1 vote"));
    }
}
