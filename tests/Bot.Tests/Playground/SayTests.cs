using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

public sealed class SayTests : PlaygroundTests
{
    [Test]
    public async Task A_message_has_every_key_of_the_contract()
    {
        await Api.SetClock("2026-03-09T09:00:00Z");

        var message = (await Api.Say("ana", "#team", "/idea add Ship it")).Answer().Json;

        string[] keys = ["id", "at", "from", "in", "to", "thread", "ephemeral", "text", "card", "buttons", "form", "edited"];
        Assert.That(message.Select(field => field.Key), Is.EqualTo(keys));
        Assert.That((string?)message["id"], Does.Match("^m[0-9]+$"));
        Assert.That((string?)message["at"], Is.EqualTo("2026-03-09T09:00:00Z"));
        Assert.That((string?)message["from"], Is.EqualTo("asyncbot"));
        Assert.That(message["thread"], Is.Null);
        Assert.That(message["form"], Is.Null);
        Assert.That((bool)message["edited"]!, Is.False);
        Assert.That(message["card"]!.AsObject().Select(field => field.Key), Is.EqualTo(new[] { "title", "blocks" }));
        Assert.That(message["card"]!["blocks"]!.AsArray(), Is.Not.Empty);
        Assert.That(message["buttons"]!.AsArray().Select(button => string.Join(' ', button!.AsObject().Select(field => field.Key))), Is.Not.Empty.And.All.EqualTo("id label"));
    }

    [Test]
    public async Task A_command_in_a_channel_is_answered_to_its_speaker_and_posted_to_everybody()
    {
        var messages = await Api.Say("ana", "#team", "/idea add Ship it");

        Assert.That(messages, Has.Count.EqualTo(2));
        var answer = messages.Single(message => message.IsEphemeral);
        Assert.That((answer.In, answer.To), Is.EqualTo(("#team", "ana")));
        Assert.That(answer.Text, Does.Contain("#1").And.Contain("Ship it"));
        Assert.That(answer.Buttons, Does.Contain("Undo"));
        var post = messages.Single(message => !message.IsEphemeral);
        Assert.That((post.In, post.To), Is.EqualTo(("#team", (string?)null)));
        Assert.That(post.Text, Does.Contain("Ship it").And.Contain("@Ana"));
        Assert.That(post.Buttons, Does.Contain("Vote"));
    }

    [Test]
    public async Task Chat_in_a_channel_stays_chat_and_every_member_sees_it()
    {
        Assert.That(await Api.Say("ana", "#oncall", "idea add this is only talk"), Is.Empty);

        foreach (var reader in new[] { "ana", "ben", "emi", "sam" })
        {
            var chat = (await Api.Read(reader, "#oncall")).Single();
            Assert.That((chat.From, chat.To, chat.IsEphemeral, chat.Text), Is.EqualTo(("ana", (string?)null, false, "idea add this is only talk")));
        }

        Assert.That((await Api.Say("ana", "#oncall", "/idea list")).Answer().Text, Does.Not.Contain("only talk"));
    }

    [TestCase("/idea add Ship it")]
    [TestCase("@asyncbot idea add Ship it")]
    [TestCase("@AsyncBot idea add Ship it")]
    [TestCase("@asyncbot, idea add Ship it")]
    public async Task A_slash_and_the_bots_name_make_a_command(string text) =>
        Assert.That((await Api.Say("ana", "#team", text)).Select(message => message.Text), Has.Some.Contains("#1 saved"));

    [TestCase("asyncbot idea add Ship it")]
    [TestCase("@asyncbots idea add Ship it")]
    [TestCase("hello @asyncbot idea add Ship it")]
    [TestCase("see /idea add Ship it")]
    public async Task Anything_else_in_a_channel_is_chat(string text) => Assert.That(await Api.Say("ana", "#team", text), Is.Empty);

    [Test]
    public async Task A_slash_line_is_seen_by_its_speaker_only_and_a_mention_by_everybody()
    {
        await Api.Say("ana", "#team", "/idea list");
        await Api.Say("ana", "#team", "@asyncbot idea list");

        var lines = (await Api.Read("ana", "#team")).Where(message => message.From == "ana").ToList();
        Assert.That(lines.Select(line => (line.Text, line.IsEphemeral, line.To)), Is.EqualTo(new[] { ("/idea list", true, "ana"), ("@asyncbot idea list", false, (string?)null) }));
        Assert.That((await Api.Read("ben", "#team")).Select(message => message.Text), Is.EqualTo(new[] { "@asyncbot idea list" }));
    }

    [Test]
    public async Task A_slash_after_a_space_is_no_less_private()
    {
        Assert.That((await Api.Say("ana", "#team", "  /idea list")).Answer().Text, Does.Contain("No open ideas"));

        Assert.That(await Api.Read("ben", "#team"), Is.Empty);
    }

    [Test]
    public async Task In_a_direct_message_everything_is_a_command_and_nothing_is_ephemeral()
    {
        var answer = (await Api.Say("ana", "dm", "idea add Ship it")).Single();

        Assert.That((answer.From, answer.In, answer.To, answer.IsEphemeral), Is.EqualTo(("asyncbot", "dm", "ana", false)));
        Assert.That(answer.Text, Does.Contain("#1 saved"));
        Assert.That((await Api.Say("ana", "dm", "what a day")).Single().Buttons, Is.Not.Empty);
        Assert.That((await Api.Read("ana", "dm")).Select(message => message.From), Is.EqualTo(new[] { "ana", "asyncbot", "ana", "asyncbot" }));
        Assert.That(await Api.Read("ben", "dm"), Is.Empty);
    }

    [Test]
    public async Task What_is_said_in_a_thread_stays_in_it()
    {
        var post = (await Api.Say("ana", "#team", "/idea add Ship it")).Single(message => !message.IsEphemeral);

        await Api.Say("ben", "#team", "I like it", thread: post.Id);
        var answer = (await Api.Say("ben", "#team", "@asyncbot idea vote", thread: post.Id)).Single(message => message.IsEphemeral);

        Assert.That(answer.Thread, Is.EqualTo(post.Id));
        Assert.That(answer.Text, Does.Contain("You voted"));
        Assert.That((await Api.Read("ana", "#team")).Where(message => message.From == "ben").Select(message => message.Thread), Is.All.EqualTo(post.Id));
    }

    [Test]
    public async Task Null_for_what_may_be_left_out_is_the_same_as_leaving_it_out()
    {
        var body = Saying(text: "/idea add Ship it");
        (body["thread"], body["key"]) = (null, null);

        Assert.That((await Api.Post("say", body)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_call_with_a_person_or_place_that_can_not_be_is_refused_and_nothing_is_said()
    {
        await Api.PutPerson(new JsonObject { ["id"] = "lee", ["gone"] = true });
        await Api.PutChannel("#old", "ana", "lee");
        await Api.Post("channels", new JsonObject { ["name"] = "#old", ["archived"] = true });
        await Api.PutChannel("#both", "ana", "lee");
        var elsewhere = await ChatIn("#general");

        Assert.That(await Refused("say", Saying(person: "zoe")), Does.Contain("zoe"));
        Assert.That(await Refused("say", Saying(person: "lee", place: "#both")), Does.Contain("gone"));
        Assert.That(await Refused("say", Saying(person: "lee", place: "dm")), Does.Contain("gone"));
        Assert.That(await Refused("say", Saying(place: "#nowhere")), Does.Contain("#nowhere"));
        Assert.That(await Refused("say", Saying(place: "")), Does.Contain("#team"));
        Assert.That(await Refused("say", Saying(person: "dana", place: "#oncall")), Does.Contain("not in #oncall"));
        Assert.That(await Refused("say", Saying(place: "#old")), Does.Contain("archived"));
        Assert.That(await Refused("say", new JsonObject { ["as"] = "ana", ["in"] = "#team", ["text"] = "hi", ["thread"] = "m999" }), Does.Contain("m999"));
        Assert.That(await Refused("say", new JsonObject { ["as"] = "ana", ["in"] = "#team", ["text"] = "hi", ["thread"] = elsewhere }), Does.Contain(elsewhere));
        Assert.That(await Api.Read("ana", "#team"), Is.Empty);
    }

    [TestCase("")]
    [TestCase("  \t\n ")]
    [TestCase("\0")]
    [TestCase(" \0 \0")]
    public async Task An_empty_text_is_refused(string text) => Assert.That(await Refused("say", Saying(text: text)), Does.Contain("empty"));

    [TestCase("/idea add Ship\0 it\0")]
    [TestCase("\0/idea add Ship it")]
    public async Task Zero_characters_are_removed(string text)
    {
        var answer = (await Api.Say("ana", "#team", text)).Single(message => message.IsEphemeral);

        Assert.That(answer.Text, Does.Contain("Ship it"));
        Assert.That((await Api.Read("ana", "#team")).Select(message => message.Text), Has.None.Matches<string>(line => line!.Contains('\0')));
    }

    private static async Task<string> ChatIn(string place)
    {
        await Api.Say("ana", place, "hello");
        return (await Api.Read("ana", place))[^1].Id;
    }
}
