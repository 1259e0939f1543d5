using System.Text.Json.Nodes;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Incoming;

/// <summary>Over a socket everything works as over HTTP.</summary>
public sealed class SocketDeliveryTests : SlackBotTests
{
    private SlackSocketClient People => _bot.PeopleOverSocket;

    private protected override Task<SlackBot> Open() => SlackBot.StartOverSocket();

    [Test]
    public async Task A_command_is_answered_with_its_acknowledgement()
    {
        var reply = await People.Slash("ana", "#team", "/idea", "Over a socket");
        await _bot.Post("#team", "Over a socket");

        Assert.That(reply.Message!.Shown, Does.Contain("saved in ideas: Over a socket"));
    }

    [Test]
    public async Task Buttons_forms_and_events_arrive()
    {
        await People.UserWrites("ben", "#team", $"<@{FakeSlack.BotUser}> idea By name over a socket");
        var post = await _bot.Post("#team", "By name over a socket");
        await People.Press("ana", post, "Vote");
        await _bot.Whisper("ana", "You voted for");
        var list = await People.Slash("ben", "#team", "/idea", "list");
        await People.Press("ben", list.Message!, "Add");
        await _bot.Slack.WaitFor(slack => slack.Views.Count > 0);
        var wrong = await People.Submit("ben", _bot.Slack.Views[^1], ("text", "\u2800"));
        await People.Submit("ben", _bot.Slack.Views[^1], ("text", "From a window over a socket"));

        Assert.That(wrong.Errors["text"], Is.EqualTo("The idea is missing."));
        await _bot.Post("#team", "From a window over a socket");
    }

    [Test]
    public async Task An_event_that_comes_again_over_another_connection_has_one_effect()
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
        await People.Event((JsonObject)inner.DeepClone(), eventId: "EvTwice");
        await People.Event((JsonObject)inner.DeepClone(), 1, eventId: "EvTwice");
        await People.UserWrites("chidi", _bot.Slack.DirectOf("chidi").Id, "idea After that");
        var posts = await _bot.Posts("chidi", posts => posts.Any(post => post.Shown.Contains("After that", StringComparison.Ordinal)));

        Assert.That(posts.Count(post => post.Shown.Contains("Only once", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task An_answer_whose_connection_is_gone_comes_another_way()
    {
        _bot.Slack.Fail("users.conversations", new Fault.SlowAnswer(TimeSpan.FromMilliseconds(700)));
        var slash = People.Slash("dana", _bot.Slack.DirectOf("dana").Id, "/idea", "list");
        await _bot.Slack.WaitFor(slack => slack.Calls.Any(call => call.Method == "users.conversations"));
        _bot.Slack.Socket.DropAll();
        await Assert.ThrowsAsync<IOException>(() => slash);

        Assert.That((await _bot.Whisper("dana", "pen ideas")).Channel, Is.EqualTo(_bot.Slack.DirectOf("dana").Id));
    }

    [Test]
    public async Task Without_a_signing_secret_nothing_is_taken_over_HTTP()
    {
        var reply = await _bot.People.Slash("ana", "#team", "/idea", "Unasked");

        Assert.That(reply.Status, Is.EqualTo(404));
    }
}
