using System.Text.Json.Nodes;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Incoming;

/// <summary>What people say without a slash, and what happens in the workspace.</summary>
public sealed class EventTests : SlackBotTests
{
    [Test]
    public async Task A_mention_is_answered_privately_where_it_was_said()
    {
        await _bot.People.UserWrites("ana", "#team", $"<@{FakeSlack.BotUser}> idea Said by name");
        var post = await _bot.Post("#team", "Said by name");
        var answer = await _bot.Whisper("ana", "saved in ideas: Said by name");
        await _bot.People.Slash("ana", "#team", "/idea", "The next one");
        await _bot.Post("#team", "The next one"); // so the first is written down
        await _bot.People.UserWrites("ben", "#team", $"<@{FakeSlack.BotUser}>: idea vote", post.Ts);

        Assert.That((answer.Channel, answer.ThreadTs), Is.EqualTo(("C0TEAM", (string?)null)));
        Assert.That((await _bot.Whisper("ben", "You voted for")).ThreadTs, Is.EqualTo(post.Ts));
    }

    [Test]
    public async Task A_mention_that_is_edited_is_the_same_command()
    {
        var inner = new JsonObject
        {
            ["type"] = "app_mention",
            ["channel"] = "C0GENERAL",
            ["user"] = "U0ANA",
            ["text"] = $"<@{FakeSlack.BotUser}> idea Fix a tyop",
            ["ts"] = "1772442000.000300",
        };
        await _bot.People.Event((JsonObject)inner.DeepClone());
        await _bot.Post("#general", "Fix a tyop");
        inner["text"] = $"<@{FakeSlack.BotUser}> idea Fix a typo";
        inner["edited"] = new JsonObject { ["user"] = "U0ANA", ["ts"] = "1772442060.000000" };
        await _bot.People.Event(inner);
        await _bot.People.UserWrites("ana", "#general", $"<@{FakeSlack.BotUser}> idea After the edit");

        var posts = await _bot.Posts("#general", posts => posts.Any(post => post.Shown.Contains("After the edit", StringComparison.Ordinal)));
        Assert.That(posts.Select(post => post.Shown), Has.None.Contains("Fix a typo"));
    }

    [Test]
    public async Task Somebody_else_whose_id_begins_like_the_bots_is_not_the_bot()
    {
        await _bot.People.Event(new JsonObject
        {
            ["type"] = "app_mention",
            ["channel"] = "C0GENERAL",
            ["user"] = "U0DANA",
            ["text"] = $"<@{FakeSlack.BotUser}2> and <@{FakeSlack.BotUser}|asyncbot>: idea Said to the bot",
            ["ts"] = "1772442000.000400",
        });

        Assert.That((await _bot.Post("#general", "Said to the bot")).Shown, Does.Not.Contain("and"));
    }

    [Test]
    public async Task In_a_thread_where_no_slash_commands_work_they_are_named_without()
    {
        var said = _bot.Slack.Write("ben", "#general", "Any ideas?");
        await _bot.People.UserWrites("dana", "#general", $"<@{FakeSlack.BotUser}> idea vote twelve", said.Ts);

        Assert.That((await _bot.Whisper("dana", "should be a number")).Shown, Does.Contain("`@AsyncBot idea vote 12`"));
    }

    [Test]
    public async Task In_a_direct_message_no_name_is_needed_and_any_text_can_be_kept()
    {
        await _bot.People.UserWrites("emi", _bot.Slack.DirectOf("emi").Id, "we should rest more");
        var offer = await _bot.Post("emi", "What shall I do with this?");
        await _bot.People.Press("emi", offer, "Save as an idea");
        await _bot.People.UserWrites("emi", _bot.Slack.DirectOf("emi").Id, "idea list mine");

        await _bot.Post("emi", "we should rest more");
    }

    [Test]
    public async Task The_same_event_again_has_one_effect_and_one_answer_also_while_the_first_still_runs()
    {
        var inner = new JsonObject
        {
            ["type"] = "message",
            ["channel_type"] = "im",
            ["channel"] = _bot.Slack.DirectOf("chidi").Id,
            ["user"] = "U0CHIDI",
            ["text"] = "idea Only once",
            ["ts"] = "1772442000.000100",
        };
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(retry => _bot.People.Event((JsonObject)inner.DeepClone(), retry == 0 ? null : retry, eventId: "EvTwice")));
        await _bot.Post("chidi", "saved in ideas: Only once");
        await _bot.People.Event((JsonObject)inner.DeepClone(), 3, eventId: "EvTwice");
        await _bot.People.UserWrites("chidi", _bot.Slack.DirectOf("chidi").Id, "idea After that");
        var posts = await _bot.Posts("chidi", posts => posts.Any(post => post.Shown.Contains("After that", StringComparison.Ordinal)));

        Assert.That(replies.Select(reply => reply.Status), Is.All.EqualTo(200));
        Assert.That(posts.Count(post => post.Shown.Contains("Only once", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_retry_whose_first_delivery_was_lost_is_carried_out()
    {
        await _bot.People.Event(
            new JsonObject
            {
                ["type"] = "message",
                ["channel_type"] = "im",
                ["channel"] = _bot.Slack.DirectOf("sam").Id,
                ["user"] = "U0SAM",
                ["text"] = "idea First seen as a retry",
                ["ts"] = "1772442000.000200",
            }, 2);

        await _bot.Post("sam", "First seen as a retry");
    }

    [Test]
    public async Task A_bulb_captures_a_message_a_second_one_votes_and_taking_it_away_takes_it_back()
    {
        var said = _bot.Slack.Write("ben", "#general", "Let us paint the office");
        await _bot.People.React("ana", said, "bulb");
        var post = await _bot.Post("#general", "Let us paint the office");
        Assert.That((post.ThreadTs, post.Shown), Is.EqualTo((said.Ts, post.Shown)));
        Assert.That(post.Shown, Does.Contain("<@U0BEN>"));

        await _bot.People.React("chidi", said, "bulb");
        await _bot.Post("#general", "1 vote");
        await _bot.People.Unreact("chidi", said, "bulb");
        await _bot.Post("#general", "no votes yet");
        await _bot.People.Unreact("ana", said, "bulb");
        await _bot.Post("#general", "was deleted");
    }

    [Test]
    public async Task A_bulb_on_a_reply_in_a_thread_captures_the_reply()
    {
        var root = _bot.Slack.Write("ben", "#general", "What do we need?");
        var reply = _bot.Slack.Write("chidi", "#general", "More plants", root.Ts);
        await _bot.People.React("ana", reply, "bulb");

        Assert.That((await _bot.Post("#general", "More plants")).ThreadTs, Is.EqualTo(root.Ts));
    }

    [Test]
    public async Task A_bulb_that_can_not_be_looked_at_now_is_delivered_again()
    {
        var said = _bot.Slack.Write("ben", "#general", "Try me again");
        _bot.Slack.Fail("conversations.history", new Fault.ServerError(), times: 3);
        var first = await _bot.People.React("ana", said, "bulb");
        Assert.That(first.Status, Is.EqualTo(503));
        await _bot.People.React("ana", said, "bulb");

        await _bot.Post("#general", "Try me again");
    }

    [Test]
    public async Task What_the_bot_writes_itself_is_no_command()
    {
        var before = _bot.Slack.Messages.Count;
        await _bot.People.Event(new JsonObject
        {
            ["type"] = "message",
            ["channel_type"] = "im",
            ["channel"] = "D1",
            ["user"] = FakeSlack.BotUser,
            ["bot_id"] = FakeSlack.Bot,
            ["text"] = "idea list",
            ["ts"] = "1.1",
        });
        await _bot.People.Event(new JsonObject
        {
            ["type"] = "message",
            ["channel_type"] = "im",
            ["subtype"] = "bot_message",
            ["channel"] = "D1",
            ["bot_id"] = "B1",
            ["text"] = "idea list",
            ["ts"] = "1.2",
        });
        await _bot.People.Slash("ana", "#team", "/async", "about");

        Assert.That(_bot.Slack.Messages.Skip(before).Count(message => message.Channel.StartsWith('D')), Is.Zero);
    }

    [Test]
    public async Task Invited_to_a_channel_it_introduces_itself_once()
    {
        _bot.Slack.Put(new SlackChannel("C0NEW", "new") { Members = [FakeSlack.BotUser, "U0ANA"] });
        for (var time = 0; time < 2; time++)
            await _bot.People.Event(new JsonObject { ["type"] = "member_joined_channel", ["user"] = FakeSlack.BotUser, ["channel"] = "C0NEW", ["channel_type"] = "C" });
        await _bot.People.Slash("ana", "#new", "/idea", "After the introduction");
        var posts = await _bot.Posts("#new", posts => posts.Any(post => post.Shown.Contains("After the introduction", StringComparison.Ordinal)));

        Assert.That(posts.Count(post => post.Shown.Contains("Hello!", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_moves_or_leaves_is_known_at_once()
    {
        await _bot.People.Slash("dana", "#team", "/async", "about");
        await _bot.People.Event(new JsonObject
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
        });
        var about = await _bot.People.Slash("dana", "#team", "/async", "about");

        Assert.That(about.Body, Does.Contain("NZ").Or.Contain("Auckland").Or.Contain("+13").Or.Contain("+12"));
    }
}
