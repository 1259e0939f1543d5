using AsyncBot.Core.Tests.Due;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>Somebody picks "Flag as blocker" from a message's menu.</summary>
public sealed class FlagMessageTests : DueDiary
{
    [Test]
    public async Task It_is_the_same_with_a_link_to_the_message()
    {
        var message = Team.Writes("dana", "#team", "The build is red, @chidi do you know why?");
        var answer = await Team.Picks("ana", message, "Flag as blocker");

        Assert.That(answer.Text, Does.StartWith("🚧 #1 flagged: The build is red, @chidi do you know why?"));
        Assert.That(Team.LastPost("#team").Thread, Is.Null);
        Assert.That(Team.Posts("#team"), Is.EqualTo(new[]
        {
            "🚧 #1 The build is red, @chidi do you know why?, from this message (https://chat.example/m1) — needs @Chidi; raised by @Ana",
        }));
        Assert.That(Team.Posts("@chidi"), Has.Count.EqualTo(1).And.One.Contains("https://chat.example/m1"));
        Assert.That((await Team.Says("ana", "#team", "blocker show 1")).Text, Does.Contain("From: the message (https://chat.example/m1) of @Dana"));
    }

    [Test]
    public async Task Picked_twice_it_is_one_until_it_is_resolved()
    {
        var message = Team.Writes("dana", "#team", "The build is red");
        await Team.Picks("ana", message, "Flag as blocker");
        var again = await Team.Picks("ben", message, "Flag as blocker");
        await Team.Says("ana", "#team", "blocker done 1");
        await Team.Picks("ben", message, "Flag as blocker");

        Assert.That(again.Text, Is.EqualTo("That message is #1 “The build is red” already."));
        Assert.That((await Team.Says("ben", "#team", "blocker")).Text, Does.Contain("#2 The build is red"));
    }

    [Test]
    public async Task Picked_by_several_at_once_it_is_one()
    {
        var message = Team.Writes("dana", "#team", "The build is red");
        await Team.AtOnce(new[] { "ana", "ben", "chidi", "emi" }.Select(person => Team.Picks(person, message, "Flag as blocker")));

        Assert.That(Team.Posts("#team"), Has.Count.EqualTo(1));
        Assert.That((await Team.Says("ben", "#team", "blocker")).Text, Does.StartWith("Blockers in #team, 1 open"));
    }

    [Test]
    public async Task Deleted_it_can_be_flagged_again()
    {
        var message = Team.Writes("dana", "#team", "The build is red");
        await Team.Picks("ana", message, "Flag as blocker");
        await Team.Says("ana", "#team", "blocker delete 1");

        Assert.That((await Team.Picks("ana", message, "Flag as blocker")).Text, Does.StartWith("🚧 #2 flagged"));
    }

    [Test]
    public async Task A_message_without_text_is_refused()
    {
        var answer = await Team.Picks("ana", Team.Writes("dana", "#team", " "), "Flag as blocker");

        Assert.That(answer.IsRefused);
        Assert.That(Team.Posts("#team"), Is.Empty);
    }
}
