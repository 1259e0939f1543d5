namespace AsyncBot.Bot.Tests.Playground;

/// <summary>Dana is blocked at nine in Kolkata and needs Ben, who starts at nine in New York: told over the API, day and night.</summary>
public sealed class BlockerTests : PlaygroundTests
{
    [SetUp]
    public Task Nine_in_Kolkata() => Api.SetClock("2026-03-10T03:30:00Z");

    [Test]
    public async Task It_reaches_Ben_in_his_hours_and_everybody_learns_how_it_ended()
    {
        var said = await Api.Say("dana", "#team", "/blocker The deploy key expired needs @ben");
        var root = said.Single(message => !message.IsEphemeral);
        Assert.That(said.Answer().Text, Does.Contain(
            "@Ben starts at 09:00 America/New_York, for you Tue 10 Mar 2026, 18:30 Asia/Kolkata (in 9 h 30 min). I tell them then.\nCould help now: @Emi."));
        Assert.That((root.Text, root.Buttons.Count), Is.EqualTo(("🚧 #1 The deploy key expired — needs @Ben; raised by @Dana", 2)));

        var told = (await Api.Advance("PT10H")).Single(message => message.To == "ben");
        Assert.That(told.At, Is.EqualTo(Moment.Of("2026-03-10T13:00:00Z")));
        var nudged = (await Api.Advance("PT4H")).Single(message => message.To == "ben");
        Assert.That(nudged.At, Is.EqualTo(Moment.Of("2026-03-10T17:00:00Z")));
        var thread = (await Api.Advance("PT4H")).Single(message => message.In == "#team");
        Assert.That((thread.At, thread.Thread), Is.EqualTo((Moment.Of("2026-03-10T21:00:00Z"), root.Id)));
        Assert.That(thread.Text, Does.Contain("nobody has #1 yet, which needs @Ben. Could help now: @Sam."));

        await Api.Press("sam", thread.Id, "Take it");
        await Api.Say("sam", "#team", "/blocker done Renewed it in the vault", thread: root.Id);
        var now = await Api.Read("ana", "#team");
        Assert.That(now.Single(message => message.Id == root.Id).Text, Is.EqualTo("✅ #1 The deploy key expired — resolved by @Sam: Renewed it in the vault"));
        Assert.That(now[^1].Text, Is.EqualTo("✅ Resolved by @Sam: Renewed it in the vault"));
        Assert.That((await Api.Read("dana", "dm"))[^1].Text, Is.EqualTo("@Sam resolved #1 “The deploy key expired”: Renewed it in the vault"));
    }

    [Test]
    public async Task A_message_can_be_flagged_from_its_menu()
    {
        await Api.Say("ana", "#team", "The build is red");
        var chat = (await Api.Read("ana", "#team"))[^1].Id;
        var flagged = await Api.Shortcut("dana", chat, "Flag as blocker");

        Assert.That(flagged.Answer().Text, Does.StartWith("🚧 #1 flagged: The build is red"));
        Assert.That(flagged.Single(message => !message.IsEphemeral).Text, Does.Contain("The build is red").And.Contain("from this message"));
        Assert.That((await Api.Shortcut("ben", chat, "Flag as blocker")).Answer().Text, Is.EqualTo("That message is #1 “The build is red” already."));
    }

    [Test]
    public async Task The_noun_alone_lists_and_offers_a_form()
    {
        var listed = (await Api.Say("dana", "#team", "/blocker")).Answer();
        Assert.That(listed.Text, Does.StartWith("Nothing is blocked in #team."));

        var form = (await Api.Press("dana", listed.Id, "Add")).Single(message => message.FormId is not null);
        await Api.Submit("dana", form.FormId!, ("text", "The build is red"), ("whom", "ben"));
        Assert.That((await Api.Say("ben", "dm", "blocker list needs me")).Single().Text, Does.Contain("#1 The build is red — @Dana, needs @Ben"));
    }
}
