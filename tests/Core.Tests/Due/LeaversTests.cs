using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Due;

/// <summary>Ben in New York leaves the workspace. It is Monday 2 March 2026, 09:00 UTC.</summary>
public sealed class LeaversTests : DueDiary
{
    [Test]
    public async Task What_they_had_goes_back_at_once_in_one_message_for_each_asker()
    {
        await Team.Says("dana", "#team", "due add Send the deck by friday for @ben");
        await Team.Says("dana", "#team", "due add Book the room by thursday for @ben");
        await Team.Says("emi", "#team", "due add Ask the bank by friday for @ben");
        await BenLeaves();

        Assert.That(Team.Posts("@dana"), Has.Count.EqualTo(1));
        Assert.That(Team.Posts("@dana")[0], Does.StartWith("@Ben left, so these are yours again:").And.Contain("#1 Send the deck — due").And.Contain("#2 Book the room"));
        Assert.That(Team.Posts("@emi").Single(), Does.StartWith("@Ben left, so #3 is yours again: Ask the bank"));
        Assert.That((await Team.Says("dana", "dm", "due list")).Text, Does.Contain("#1").And.Contain("#2"));
    }

    [Test]
    public async Task To_be_told_again_that_they_left_changes_nothing()
    {
        await Team.Says("dana", "#team", "due add Send the deck by friday for @ben");
        await BenLeaves();
        await BenLeaves();

        Assert.That(Team.Posts("@dana"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_they_kept_for_themselves_ends_and_who_is_still_here_keeps_everything()
    {
        await Team.Says("ben", "dm", "due add Water the plants every day at 9:00");
        await Team.Says("dana", "#team", "due add Send the deck by friday for @ben");
        await Tell(new PersonLeft(TestDirectory.IdOf("ben")));
        Assert.That((await Team.Says("ben", "dm", "due list")).Text, Does.Contain("Water the plants").And.Contain("Send the deck"));

        await BenLeaves();
        Assert.That(await Until("2026-03-05 00:00", "@ben", "America/New_York"), Is.Empty);
    }

    private Task<Heard> BenLeaves()
    {
        Team.Directory.Add("ben", "America/New_York", isGone: true);
        return Tell(new PersonLeft(TestDirectory.IdOf("ben")));
    }

    private Task<Heard> Tell(ICommand command) =>
        Team.Does("asyncbot", ConversationId.Of(PersonId.Bot), null, null, new InboundContent.Call(command));
}
