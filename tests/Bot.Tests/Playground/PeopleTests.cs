using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

public sealed class PeopleTests : PlaygroundTests
{
    [Test]
    public async Task Six_people_around_the_world_are_there_from_the_start()
    {
        var people = await Api.People();

        Assert.That(people.Select(person => $"{person["id"]} {person["name"]} {person["zone"]} {person["hours"]} {person["presence"]}"), Is.EqualTo(new[]
        {
            "ana Ana Europe/Lisbon 09:00-17:00 away",
            "ben Ben America/New_York 09:00-17:00 away",
            "chidi Chidi Africa/Lagos 09:00-17:00 away",
            "dana Dana Asia/Kolkata 10:00-18:30 away",
            "emi Emi Asia/Tokyo 09:00-18:00 away",
            "sam Sam America/Los_Angeles 08:00-16:00 away",
        }));
        Assert.That(people.Where(person => (bool)person["admin"]!).Select(person => (string?)person["id"]), Is.EqualTo(new[] { "sam" }));
        Assert.That(people.Select(person => (bool)person["gone"]!), Is.All.False);
    }

    [TestCase("#general", "ana ben chidi dana emi sam")]
    [TestCase("#team", "ana ben chidi dana emi sam")]
    [TestCase("#oncall", "ana ben emi sam")]
    public async Task Three_channels_are_there_from_the_start(string channel, string members)
    {
        foreach (var person in (await Api.People()).Select(person => (string)person["id"]!))
        {
            var read = await Api.Get($"messages?as={person}&in={Uri.EscapeDataString(channel)}");
            Assert.That(read.Status, Is.EqualTo(members.Contains(person, StringComparison.Ordinal) ? 200 : 400), person);
        }
    }

    [TestCase("active")]
    [TestCase("dnd")]
    [TestCase("away")]
    public async Task Presence_shows(string presence)
    {
        await Api.Presence("ana", presence);

        Assert.That((string?)(await Api.Person("ana"))["presence"], Is.EqualTo(presence));
        Assert.That((string?)(await Api.Person("ben"))["presence"], Is.EqualTo("away"));
    }

    [Test]
    public async Task A_presence_that_can_not_be_is_refused()
    {
        Assert.That(await Refused("presence", new JsonObject { ["person"] = "zoe", ["presence"] = "active" }), Does.Contain("zoe"));
        Assert.That(await Refused("presence", new JsonObject { ["person"] = "ana", ["presence"] = "asleep" }), Does.Contain("active"));
        Assert.That(await Refused("presence", new JsonObject { ["person"] = "ana", ["presence"] = "" }), Does.Contain("active"));
    }

    [Test]
    public async Task A_person_who_is_added_can_take_part()
    {
        var before = await Api.Post("people", new JsonObject { ["id"] = "lee", ["name"] = "Lee", ["zone"] = "Europe/Berlin" });
        await Api.PutChannel("#new", "ana", "lee");

        Assert.That((before.Status, before.Text), Is.EqualTo((200, "{}")));
        var lee = await Api.Person("lee");
        Assert.That(((string?)lee["name"], (string?)lee["zone"], (string?)lee["presence"], (bool)lee["gone"]!), Is.EqualTo(("Lee", "Europe/Berlin", "away", false)));
        Assert.That((await Api.Say("lee", "#new", "/idea add Ship it")).Select(message => message.Text), Has.Some.Contains("@Lee"));
    }

    [Test]
    public async Task Two_people_of_one_name_are_told_apart_in_messages_and_a_handle_is_exact()
    {
        await Api.Post("people", new JsonObject { ["id"] = "sam2", ["name"] = "Sam", ["zone"] = "Europe/Berlin" });
        var bare = (await Api.Say("ana", "#team", "/online Sam")).Answer();
        var exact = (await Api.Say("ana", "#team", "/online @sam")).Answer();
        var rotation = (await Api.Say("ana", "#team", "/oncall new demo @sam @sam2 every monday at 9:00")).Answer();
        var added = await Api.Say("sam2", "#team", "/idea add Ship it");

        Assert.That(bare.Buttons, Is.EqualTo(new[] { "Sam (@sam)", "Sam (@sam2)" }));
        Assert.That(exact.Text, Does.Contain("Sam (@sam)").And.Not.Contain("sam2").And.Not.Contain("could be several"));
        Assert.That(rotation.Text, Does.Contain("@Sam (@sam)").And.Contain("@Sam (@sam2)"));
        Assert.That(added.Select(message => message.Text), Has.Some.Contains("@Sam (@sam2)"));
    }

    [Test]
    public async Task Changing_a_person_changes_only_what_is_said()
    {
        await Api.PutPerson(new JsonObject { ["id"] = "ana", ["zone"] = "Asia/Tokyo" });
        await Api.PutPerson(new JsonObject { ["id"] = "ben", ["name"] = "Benjamin" });

        var (ana, ben) = (await Api.Person("ana"), await Api.Person("ben"));
        Assert.That(((string?)ana["name"], (string?)ana["zone"], (string?)ana["hours"]), Is.EqualTo(("Ana", "Asia/Tokyo", "09:00-17:00")));
        Assert.That(((string?)ben["name"], (string?)ben["zone"]), Is.EqualTo(("Benjamin", "America/New_York")));
        Assert.That((await Api.People()).Select(person => (string?)person["id"]), Is.EqualTo(new[] { "ana", "ben", "chidi", "dana", "emi", "sam" }));
        Assert.That((await Api.Say("ana", "#team", "/idea digest every day at 9")).Answer().Text, Does.Contain("Asia/Tokyo"));
    }

    [Test]
    public async Task What_somebody_had_who_leaves_goes_back_to_who_asked()
    {
        await Api.Say("dana", "#team", "/due add Send the deck by friday for @ben");
        await Api.PutPerson(new JsonObject { ["id"] = "ben", ["gone"] = true });

        Assert.That((await Api.Read("dana", "dm")).Select(message => message.Text), Has.Some.StartsWith("@Ben left, so #1 is yours again: Send the deck"));
    }

    [Test]
    public async Task Somebody_who_is_gone_can_do_nothing_and_may_come_back()
    {
        await Api.PutPerson(new JsonObject { ["id"] = "ana", ["gone"] = true });

        Assert.That((bool)(await Api.Person("ana"))["gone"]!, Is.True);
        Assert.That(await Refused("say", Saying()), Does.Contain("gone"));
        Assert.That(Refused(await Api.Get("messages?as=ana&in=dm")), Does.Contain("gone"));

        await Api.PutPerson(new JsonObject { ["id"] = "ana", ["gone"] = false });
        Assert.That(await Api.Say("ana", "#team", "I am back"), Is.Empty);
    }

    [TestCase("{}")]
    [TestCase("""{"id":""}""")]
    [TestCase("""{"id":"Lee"}""")]
    [TestCase("""{"id":"l e"}""")]
    [TestCase("""{"id":"asyncbot","name":"Me"}""")]
    [TestCase("""{"id":"former","name":"Me"}""")]
    [TestCase("""{"id":"lee","name":""}""")]
    [TestCase("""{"id":"lee","name":"  "}""")]
    [TestCase("""{"id":"lee","zone":"Mars/Olympus"}""")]
    [TestCase("""{"id":"lee","zone":""}""")]
    [TestCase("""{"id":"lee","gone":"yes"}""")]
    [TestCase("""{"id":"lee","admin":true}""")]
    public async Task A_person_who_can_not_be_is_refused(string body)
    {
        Refused(await Api.Post("people", body));

        Assert.That(await Api.People(), Has.Count.EqualTo(6));
    }

    [Test]
    public async Task A_long_name_is_refused() => await Refused("people", new JsonObject { ["id"] = "lee", ["name"] = new string('x', 5_000) });

    [Test]
    public async Task Many_changes_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Api.PutPerson(new JsonObject { ["id"] = $"p{i}", ["name"] = $"P {i}" })));

        Assert.That(await Api.People(), Has.Count.EqualTo(26));
    }
}
