namespace AsyncBot.Bot.Tests.Playground;

public sealed class MessagesTests : PlaygroundTests
{
    [Test]
    public async Task Everything_said_in_a_channel_is_read_in_its_order()
    {
        await Api.Say("ana", "#team", "one");
        var answered = await Api.Say("ana", "#team", "/idea add two");
        await Api.Say("ben", "#team", "three");

        var read = await Api.Read("ana", "#team");

        Assert.That(read.Select(message => message.From), Is.EqualTo(new[] { "ana", "ana", "asyncbot", "asyncbot", "ben" }));
        Assert.That(read.Skip(2).Take(2).Select(message => message.Json.ToJsonString()), Is.EqualTo(answered.Select(message => message.Json.ToJsonString())));
    }

    [Test]
    public async Task Since_leaves_out_the_message_that_it_names_and_all_before_it()
    {
        foreach (var text in new[] { "one", "two", "three" })
            await Api.Say("ana", "#team", text);
        var all = await Api.Read("ben", "#team");

        Assert.That((await Api.Read("ben", "#team", since: all[0].Id)).Select(message => message.Text), Is.EqualTo(new[] { "two", "three" }));
        Assert.That(await Api.Read("ben", "#team", since: all[^1].Id), Is.Empty);
        Assert.That(await Api.Read("ben", "#team", since: "m999999"), Is.Empty);
    }

    [Test]
    public async Task An_edited_message_comes_again_with_the_same_id()
    {
        var post = (await Api.Say("ana", "#team", "/idea add Ship it")).Single(message => !message.IsEphemeral);
        await Api.Say("ana", "#team", "anything else?");
        var last = (await Api.Read("ben", "#team"))[^1].Id;
        await Api.Press("ben", post.Id, "Vote");

        var changed = (await Api.Read("chidi", "#team", since: last)).Single();

        Assert.That((changed.Id, changed.IsEdited, changed.At), Is.EqualTo((post.Id, true, post.At)));
        Assert.That((await Api.Read("chidi", "#team")).Count(message => message.Id == post.Id), Is.EqualTo(1));
    }

    [Test]
    public async Task What_only_others_see_never_appears()
    {
        await Api.Say("ana", "#team", "/idea list");
        await Api.Say("ana", "dm", "hello");

        Assert.That(await Api.Read("ben", "#team"), Is.Empty);
        Assert.That(await Api.Read(null, "#team"), Is.Empty);
        Assert.That(await Api.Read("ben", "dm"), Is.Empty);
        Assert.That(await Api.Read("ana", "#team"), Has.Count.EqualTo(2).And.All.Matches<Message>(message => message!.IsEphemeral && message.To == "ana"));
        Assert.That(await Api.Read("ana", "dm"), Is.Not.Empty.And.All.Matches<Message>(message => !message!.IsEphemeral && message.To == "ana"));
    }

    [Test]
    public async Task A_channel_can_be_read_without_saying_as_whom()
    {
        await Api.Say("ana", "#team", "hello");

        Assert.That((await Api.Read(null, "#team")).Single().Text, Is.EqualTo("hello"));
    }

    [Test]
    public async Task An_archived_channel_can_still_be_read()
    {
        await Api.Say("ana", "#team", "hello");
        await Api.Post("channels", new System.Text.Json.Nodes.JsonObject { ["name"] = "#team", ["archived"] = true });

        Assert.That((await Api.Read("ana", "#team")).Single().Text, Is.EqualTo("hello"));
    }

    [Test]
    public async Task Long_conversations_are_read_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 26).Select(async writer =>
        {
            for (var i = 0; i < 20; i++)
                await Api.Say("ana", "#team", $"{writer} {i}");
        }));

        Assert.That((await Api.Read("ana", "#team")).Select(message => message.Text).Distinct().ToList(), Has.Count.EqualTo(520));
    }

    [TestCase("messages", "in")]
    [TestCase("messages?as=ana", "in")]
    [TestCase("messages?in=dm", "as")]
    [TestCase("messages?in=&as=ana", "channel")]
    [TestCase("messages?in=%23nowhere", "#nowhere")]
    [TestCase("messages?as=ana&in=%23nowhere", "#nowhere")]
    [TestCase("messages?as=dana&in=%23oncall", "not in #oncall")]
    [TestCase("messages?as=zoe&in=%23team", "zoe")]
    [TestCase("messages?as=zoe&in=dm", "zoe")]
    [TestCase("messages?as=&in=dm", "as")]
    [TestCase("messages?as=ana&in=%23team&since=yesterday", "yesterday")]
    [TestCase("messages?as=ana&in=%23team&since=m", "since")]
    [TestCase("messages?as=ana&in=%23team&since=-1", "-1")]
    [TestCase("messages?as=ana&in=%23team&since=m99999999999999", "m99999999999999")]
    public async Task A_wrong_question_is_refused(string call, string named) => Assert.That(Refused(await Api.Get(call)), Does.Contain(named));
}
