using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

public sealed class ChannelTests : PlaygroundTests
{
    [Test]
    public async Task In_a_new_channel_the_bot_introduces_itself_once_in_three_lines()
    {
        var answer = await Api.Post("channels", new JsonObject { ["name"] = "#new", ["members"] = new JsonArray("ana", "ben") });
        await Api.PutChannel("#new", "ana", "ben", "emi");
        await Api.Post("channels", new JsonObject { ["name"] = "#new", ["archived"] = true });
        await Api.Post("channels", new JsonObject { ["name"] = "#new", ["archived"] = false });

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "{}")));
        var introduction = (await Api.Read("ben", "#new")).Single();
        Assert.That((introduction.From, introduction.In, introduction.To, introduction.IsEphemeral), Is.EqualTo(("asyncbot", "#new", (string?)null, false)));
        Assert.That(introduction.Text.Split('\n'), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task A_channel_that_was_already_there_gets_no_introduction()
    {
        await Api.PutChannel("#team", "ana", "ben");

        Assert.That(await Api.Read("ana", "#team"), Is.Empty);
    }

    [Test]
    public async Task Members_come_and_go()
    {
        await Api.PutChannel("#oncall", "ana", "dana");

        Assert.That((await Api.Say("dana", "#oncall", "/idea add Ship it")), Has.Count.EqualTo(2));
        Assert.That(await Refused("say", Saying(person: "ben", place: "#oncall")), Does.Contain("not in #oncall"));
        Assert.That((await Api.Say("ben", "#team", "/idea list")).Answer().Text, Does.Not.Contain("Ship it"));
    }

    [Test]
    public async Task Archiving_keeps_the_members_and_can_be_taken_back()
    {
        await Api.Post("channels", new JsonObject { ["name"] = "#team", ["archived"] = true });
        Assert.That(await Refused("say", Saying()), Does.Contain("archived"));

        await Api.Post("channels", new JsonObject { ["name"] = "#team", ["archived"] = false });
        Assert.That(await Api.Say("dana", "#team", "here again"), Is.Empty);
    }

    [Test]
    public async Task A_channel_is_the_same_however_its_letters_are_written()
    {
        await Api.PutChannel("#TEAM", "ana", "ben");
        await Api.Say("ana", "#Team", "hello");

        Assert.That((await Api.Read("ben", "#tEAM")).Select(message => (message.In, message.Text)), Is.EqualTo(new[] { ("#team", "hello") }));
        Assert.That(await Refused("say", Saying(person: "dana")), Does.Contain("not in #team"));
    }

    [Test]
    public async Task Two_who_change_a_channel_at_once_both_count()
    {
        foreach (var round in Enumerable.Range(0, 10))
        {
            await Api.PutChannel("#team", "ana");
            var archived = new JsonObject { ["name"] = "#team", ["archived"] = round % 2 == 0 };
            await Task.WhenAll(Api.PutChannel("#team", "ana", "ben"), Api.Post("channels", archived));

            var said = await Api.Post("say", Saying(person: "ben"));
            Assert.That(said.Text, round % 2 == 0 ? Does.Contain("archived") : Does.Contain("messages"));
        }
    }

    [TestCase("{}")]
    [TestCase("""{"name":"#dm","members":["ana"]}""")]
    [TestCase("""{"name":"DM","members":["ana"]}""")]
    [TestCase("""{"name":"#new"}""")]
    [TestCase("""{"name":"","members":["ana"]}""")]
    [TestCase("""{"name":"#","members":["ana"]}""")]
    [TestCase("""{"name":"#a b","members":["ana"]}""")]
    [TestCase("""{"name":"#new","members":["zoe"]}""")]
    [TestCase("""{"name":"#new","members":["ana",null]}""")]
    [TestCase("""{"name":"#new","members":"ana"}""")]
    [TestCase("""{"name":"#new","members":[7]}""")]
    [TestCase("""{"name":"#new","members":["ana"],"archived":1}""")]
    [TestCase("""{"name":"#new","members":["ana"],"topic":"x"}""")]
    public async Task A_channel_that_can_not_be_is_refused(string body)
    {
        Refused(await Api.Post("channels", body));

        Assert.That(Refused(await Api.Get("messages?as=ana&in=%23new")), Does.Contain("#new"));
    }
}
