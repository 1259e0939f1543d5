using System.Text.Json.Nodes;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Incoming;

/// <summary>Who is around, with what Slack sees of them.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OnlineTests
{
    private SlackBot _bot = null!;

    [SetUp]
    public async Task Start() => _bot = await SlackBot.Start();

    [TearDown]
    public async Task Stop() => await _bot.DisposeAsync();

    [Test]
    public async Task A_slash_command_is_answered_with_who_is_active_and_who_wants_to_be_left_alone()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        _bot.Slack.Change("ben", ben => ben with { DndEnabled = true, DndStart = now - 3600, DndEnd = now + 3600 });
        _bot.Slack.Change("emi", emi => emi with { Presence = "away" });
        var reply = await _bot.People.Slash("sam", "#team", "/online", "");

        var shown = reply.Message!.Shown;
        Assert.That(shown, Does.Contain("Who is around in <#C0TEAM>"));
        Assert.That(shown, Does.Match(@"<@U0ANA>, \d\d:\d\d Europe/Lisbon: active now"));
        Assert.That(shown, Does.Match(@"<@U0BEN>, \d\d:\d\d America/New_York: do not disturb until"));
        Assert.That(shown, Does.Match(@"<@U0EMI>, \d\d:\d\d Asia/Tokyo: (off|at work)"));
        Assert.That(shown, Does.Not.Contain(FakeSlack.BotUser));
    }

    [Test]
    public async Task Whom_Slack_says_nothing_about_is_not_taken_for_away()
    {
        _bot.Slack.Fail("users.getPresence", new Fault.ServerError(500), times: 100);
        var reply = await _bot.People.Slash("sam", "#team", "/online", "<@U0ANA|ana>");

        Assert.That(reply.Message!.Shown, Does.Contain("did not say in time whether they are active").And.Not.Contain("active now"));
        Assert.That(reply.Message.Buttons, Does.Contain("Look again"));
    }

    [Test]
    public async Task A_direct_message_is_answered_at_once_and_then_gets_better()
    {
        await _bot.People.UserWrites("sam", _bot.Slack.DirectOf("sam").Id, "online @ana");
        await _bot.Slack.WaitFor(slack => slack.Calls.Any(call => call.Method == "chat.update"));

        var answer = await _bot.Post("sam", "active now");
        Assert.That(_bot.Slack.Calls.First(call => call.Method == "chat.postMessage")["text"], Does.Not.Contain("active now"));
        Assert.That(answer.Shown, Does.Contain("<@U0ANA>"));
    }

    [Test]
    public async Task Who_moves_is_asked_once_what_becomes_of_what_they_scheduled()
    {
        await _bot.People.Slash("dana", "#team", "/idea", "digest every monday at 9");
        var moved = new JsonObject
        {
            ["type"] = "user_change",
            ["user"] = new JsonObject
            {
                ["id"] = "U0DANA",
                ["name"] = "dana",
                ["deleted"] = false,
                ["tz"] = "Pacific/Auckland",
                ["profile"] = new JsonObject { ["display_name"] = "Dana" },
            },
        };
        await _bot.People.Event((JsonObject)moved.DeepClone());
        await _bot.People.Event((JsonObject)moved.DeepClone());
        var question = await _bot.Post("dana", "Your platform says that you are on Pacific/Auckland time now.");

        Assert.That(question.Buttons, Is.EqualTo(new[] { "Move to Pacific/Auckland", "Leave at Asia/Kolkata" }));
        await _bot.People.Press("dana", question, "Move to Pacific/Auckland");
        Assert.That((await _bot.People.Slash("dana", "#team", "/idea", "digest")).Message!.Shown, Does.Contain("every Monday at 09:00").And.Contain("Auckland"));
        Assert.That(_bot.Slack.Messages.Count(message => message.Shown.Contains("Your platform says", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_is_picked_and_shares_no_channel_is_not_told_about()
    {
        _bot.Slack.Put(new SlackUser("U0ZOE", "zoe", "Europe/Berlin"));
        var reply = await _bot.People.Slash("sam", "#team", "/online", "<@U0ZOE|zoe>");

        Assert.That(reply.Message!.Shown, Does.StartWith("I can’t say when “@zoe” is around; ask them."));
    }

    [Test]
    public async Task A_beginning_that_many_share_costs_a_question_a_channel_and_none_a_person()
    {
        for (var number = 10; number < 80; number++)
        {
            _bot.Slack.Put(new SlackUser($"U0JO{number}", $"jo{number}", "Europe/Paris"));
            _bot.Slack.Join($"jo{number}", "#general");
        }

        await _bot.Restart();
        var before = _bot.Slack.Calls.Count;
        var reply = await _bot.People.Slash("sam", "#oncall", "/online", "jo");
        var calls = _bot.Slack.Calls.Skip(before).ToList();

        Assert.That(reply.Message!.Shown, Does.StartWith("“jo” could be several people; whom do you mean?"));
        Assert.That(reply.Message.Buttons, Has.Count.EqualTo(10));
        Assert.That(calls.Count(call => call.Method == "users.conversations"), Is.EqualTo(1));
        Assert.That(calls.Count(call => call.Method == "conversations.members"), Is.LessThanOrEqualTo(3));
        Assert.That(calls.Count(call => call.Method == "users.info"), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task The_bot_is_nobody_who_is_around()
    {
        var reply = await _bot.People.Slash("sam", "#team", "/online", $"<@{FakeSlack.BotUser}|asyncbot>");

        Assert.That(reply.Message!.Shown, Does.StartWith("I can’t say when “@asyncbot” is around; ask them."));
    }

    [Test]
    public async Task While_Slack_does_not_say_who_is_where_a_name_that_nobody_has_is_answered_like_one_that_somebody_has()
    {
        _bot.Slack.Put(new SlackUser("U0ZOE", "zoe", "Europe/Berlin"));
        await _bot.Restart();
        _bot.Slack.Fail("users.conversations", new Fault.ServerError(500), times: 100);
        var somebody = await _bot.People.Slash("sam", "#team", "/online", "@zoe");
        var nobody = await _bot.People.Slash("sam", "#team", "/online", "@xyz");

        Assert.That(somebody.Message!.Shown, Does.StartWith("I can’t reach Slack just now"));
        Assert.That(nobody.Message!.Shown, Is.EqualTo(somebody.Message.Shown));
    }
}
