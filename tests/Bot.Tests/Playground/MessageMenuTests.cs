using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

public sealed class MessageMenuTests : PlaygroundTests
{
    [TestCase("bulb")]
    [TestCase(":bulb:")]
    [TestCase("💡")]
    public async Task A_bulb_captures_a_message_and_is_answered_in_its_thread(string emoji)
    {
        var chat = await Chat("#team");

        var post = (await Api.React("ben", chat, emoji)).Single();

        Assert.That((post.In, post.Thread, post.IsEphemeral), Is.EqualTo(("#team", chat, false)));
        Assert.That(post.Text, Does.Contain("#1").And.Contain("We could ship it").And.Contain("@Ana"));
    }

    [Test]
    public async Task A_bulb_on_an_answer_is_answered_in_the_thread_that_it_belongs_to()
    {
        var root = await Chat("#team");
        await Api.Say("chidi", "#team", "And paint it green", thread: root);
        var answer = (await Api.Read("ana", "#team")).Single(message => message.Text == "And paint it green");

        var post = (await Api.React("ben", answer.Id, "bulb")).Single();

        Assert.That(post.Thread, Is.EqualTo(root));
    }

    [Test]
    public async Task A_bulb_that_is_taken_away_undoes_what_it_did()
    {
        var chat = await Chat("#team");
        await Api.React("ben", chat, "bulb");

        await Api.React("ben", chat, "bulb", remove: true);

        Assert.That((await Api.Say("ana", "#team", "/idea list")).Answer().Text, Does.Contain("No open ideas"));
    }

    [Test]
    public async Task Another_emoji_means_nothing() => Assert.That(await Api.React("ben", await Chat("#team"), "tada"), Is.Empty);

    [Test]
    public async Task The_shortcut_captures_a_message()
    {
        var chat = await Chat("#team");

        var messages = await Api.Shortcut("ben", chat, "Capture as idea");

        Assert.That(messages.Single(message => message.IsEphemeral).To, Is.EqualTo("ben"));
        Assert.That(messages.Single(message => !message.IsEphemeral).Thread, Is.EqualTo(chat));
    }

    [TestCase("react", "emoji", "bulb")]
    [TestCase("shortcut", "name", "Capture as idea")]
    public async Task A_message_that_one_can_not_see_can_not_be_used(string call, string field, string value)
    {
        var chat = await Chat("#oncall");
        await Api.Say("ana", "#oncall", "/idea list");
        var ephemeral = (await Api.Read("ana", "#oncall"))[^1].Id;
        await Api.Say("ana", "dm", "hello");
        var direct = (await Api.Read("ana", "dm"))[0].Id;
        JsonObject Body(string person, string message) => new() { ["as"] = person, ["message"] = message, [field] = value };

        Assert.That(await Refused(call, Body("zoe", chat)), Does.Contain("zoe"));
        Assert.That(await Refused(call, Body("ben", "m999")), Does.Contain("m999"));
        Assert.That(await Refused(call, Body("dana", chat)), Does.Contain("sees no message"), "not a member");
        Assert.That(await Refused(call, Body("ben", ephemeral)), Does.Contain("sees no message"));
        Assert.That(await Refused(call, Body("ben", direct)), Does.Contain("sees no message"));
        await Api.Post("channels", new JsonObject { ["name"] = "#oncall", ["archived"] = true });
        Assert.That(await Refused(call, Body("ben", chat)), Does.Contain("archived"));
    }

    [TestCase("react", "emoji", "bulb")]
    [TestCase("shortcut", "name", "Capture as idea")]
    public async Task A_message_that_only_one_person_sees_can_not_be_captured(string call, string field, string value)
    {
        var answer = (await Api.Say("ana", "#team", "/idea list")).Answer();

        var refused = await Refused(call, new JsonObject { ["as"] = "ana", ["message"] = answer.Id, [field] = value });

        Assert.That(refused, Is.EqualTo($"{answer.Id} is private to ana; only a message that others see can be captured"));
        Assert.That(await Api.Read("ben", "#team"), Is.Empty);
    }

    [Test]
    public async Task There_is_no_shortcut_of_another_name() =>
        Assert.That(await Refused("shortcut", new JsonObject { ["as"] = "ben", ["message"] = await Chat("#team"), ["name"] = "Dance" }), Does.Contain("Capture as idea"));

    private static async Task<string> Chat(string place)
    {
        await Api.Say("ana", place, "We could ship it");
        return (await Api.Read("ana", place))[^1].Id;
    }
}
