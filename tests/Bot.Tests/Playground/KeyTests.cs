namespace AsyncBot.Bot.Tests.Playground;

public sealed class KeyTests : PlaygroundTests
{
    [TestCase("#team", "/idea add Ship it")]
    [TestCase("#team", "@asyncbot idea add Ship it")]
    [TestCase("dm", "idea add Ship it")]
    [TestCase("#team", "/idea list")]
    [TestCase("dm", "good morning")]
    [TestCase("#team", "only chat")]
    public async Task The_same_key_again_gives_the_same_answer_and_nothing_is_said_twice(string place, string text)
    {
        var first = await Api.Say("ana", place, text, key: "k1");
        await Api.Say("ana", "#general", "/idea add Another");
        var said = await Api.Read("ana", place);

        var second = await Api.Say("ana", place, text, key: "k1");

        Assert.That(Ids(second), Is.EqualTo(Ids(first)));
        Assert.That(second.Select(message => message.Text), Is.EqualTo(first.Select(message => message.Text)));
        Assert.That(Ids(await Api.Read("ana", place)), Is.EqualTo(Ids(said)));
    }

    [Test]
    public async Task Of_many_calls_at_once_with_one_key_all_get_the_one_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Api.Say("ana", "#team", "/idea add Ship it", key: "k1")));

        Assert.That(answers.Select(Ids).Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(await Api.Read("ana", "#team"), Has.Count.EqualTo(3));
        Assert.That((await Api.Say("ana", "#team", "/idea list")).Answer().Text, Does.Contain("#1").And.Not.Contain("#2"));
    }

    [Test]
    public async Task Another_key_and_no_key_are_new_calls()
    {
        await Api.Say("ana", "#team", "/idea add One", key: "k1");
        await Api.Say("ana", "#team", "/idea add Two", key: "k2");
        await Api.Say("ana", "#team", "/idea add Three");
        await Api.Say("ana", "#team", "/idea add Three");

        Assert.That((await Api.Say("ana", "#team", "/idea list")).Answer().Text, Does.Contain("#4"));
    }

    [Test]
    public async Task A_key_of_a_refused_call_can_still_be_used()
    {
        var wrong = Saying(person: "zoe");
        wrong["key"] = "k1";
        await Refused("say", wrong);

        Assert.That((await Api.Say("ana", "#team", "/idea add Ship it", key: "k1")).Answer().Text, Does.Contain("#1 saved"));
    }

    [TestCase("")]
    [TestCase("a\u0001b")]
    [TestCase("a\0b")]
    public async Task A_key_that_can_not_be_is_refused(string key)
    {
        var body = Saying();
        body["key"] = key;

        Assert.That(await Refused("say", body), Does.Contain("key"));
    }

    [Test]
    public async Task A_long_key_is_refused_and_one_of_a_hundred_and_fifty_characters_is_not()
    {
        var body = Saying(text: "/idea add Ship it");
        body["key"] = new string('漢', 151);
        Assert.That(await Refused("say", body), Does.Contain("150"));

        Assert.That((await Api.Say("ana", "#team", "/idea add Ship it", key: new string('漢', 150))).Answer().Text, Does.Contain("#1 saved"));
    }

    private static string Ids(IReadOnlyList<Message> messages) => string.Join(' ', messages.Select(message => message.Id));
}
