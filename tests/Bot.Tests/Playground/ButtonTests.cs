using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

public sealed class ButtonTests : PlaygroundTests
{
    [TestCase("Vote")]
    [TestCase("vote")]
    [TestCase("b1")]
    public async Task A_button_is_pressed_by_its_label_or_its_id(string button)
    {
        var post = await Posted("#team");

        var messages = await Api.Press("ben", post.Id, button);

        var answer = messages.Single(message => message.IsEphemeral);
        Assert.That((answer.In, answer.To), Is.EqualTo(("#team", "ben")));
        Assert.That(answer.Text, Does.Contain("You voted"));
        var changed = messages.Single(message => message.Id == post.Id);
        Assert.That(changed.IsEdited, Is.True);
        Assert.That(changed.Text, Does.Contain("1 vote"));
    }

    [Test]
    public async Task A_button_pressed_twice_has_one_effect_also_when_both_come_at_once()
    {
        var post = await Posted("#team");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Api.Press("ben", post.Id, "Vote")));
        var again = (await Api.Press("ben", post.Id, "Vote")).Single();

        Assert.That(again.Text, Does.Contain("already voted"));
        Assert.That((await Api.Read("ana", "#team"))[^1].Text, Does.Contain("1 vote").And.Not.Contain("votes"));
    }

    [Test]
    public async Task A_button_still_works_on_a_message_of_thirty_days_ago()
    {
        var post = await Posted("#team");
        await Api.Advance("P30D");

        Assert.That((await Api.Press("ben", post.Id, "Vote")).Single(message => message.IsEphemeral).Text, Does.Contain("You voted"));
        Assert.That((await Api.Press("ben", post.Id, "Vote")).Single().Text, Does.Contain("already voted"));
    }

    [Test]
    public async Task A_press_that_can_not_be_is_refused()
    {
        var post = await Posted("#oncall");
        var mine = (await Api.Read("ana", "#oncall")).Single(message => message.IsEphemeral && message.From == "asyncbot");
        var direct = (await Api.Say("ana", "dm", "idea add Mine")).Single();

        Assert.That(await Refused("press", Pressing("zoe", post.Id)), Does.Contain("zoe"));
        Assert.That(await Refused("press", Pressing("ben", "m999")), Does.Contain("m999"));
        Assert.That(await Refused("press", Pressing("ben", "nonsense")), Does.Contain("nonsense"));
        Assert.That(await Refused("press", Pressing("ben", post.Id, "Dance")), Does.Contain("Dance").And.Contain("Vote"));
        Assert.That(await Refused("press", Pressing("ben", post.Id, "")), Does.Contain("Vote"));
        Assert.That(await Refused("press", Pressing("dana", post.Id)), Does.Contain("sees no message"), "not a member");
        Assert.That(await Refused("press", Pressing("ben", mine.Id, "Undo")), Does.Contain("sees no message"), "somebody else's ephemeral message");
        Assert.That(await Refused("press", Pressing("ben", direct.Id, "Undo")), Does.Contain("sees no message"), "somebody else's direct message");
        await Api.Post("channels", new JsonObject { ["name"] = "#oncall", ["archived"] = true });
        Assert.That(await Refused("press", Pressing("ben", post.Id)), Does.Contain("archived"));
        await Api.PutPerson(new JsonObject { ["id"] = "ben", ["gone"] = true });
        Assert.That(await Refused("press", Pressing("ben", post.Id)), Does.Contain("gone"));
    }

    [Test]
    public async Task What_somebody_said_has_no_buttons()
    {
        await Api.Say("ana", "#team", "hello");
        var chat = (await Api.Read("ben", "#team")).Single();

        Assert.That(await Refused("press", Pressing("ben", chat.Id)), Does.Contain("no buttons"));
    }

    private static JsonObject Pressing(string person, string message, string button = "Vote") =>
        new() { ["as"] = person, ["message"] = message, ["button"] = button };

    private static async Task<Message> Posted(string place) => (await Api.Say("ana", place, "/idea add Ship it")).Single(message => !message.IsEphemeral);
}
