using AsyncBot.Core.Tests.Due;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>A blocker gets better words. It is Monday 2 March 2026, 09:00 UTC; Ana raised one and needs Chidi.</summary>
public sealed class EditBlockerTests : DueDiary
{
    [SetUp]
    public Task Raise() => Team.Says("ana", "#team", "blocker The key is hunter2 needs @chidi");

    [Test]
    public async Task Every_message_shows_the_new_text_and_none_the_old()
    {
        await Team.Says("dana", "#team", "blocker note 1 Look in the vault");
        await Team.Says("dana", "#team", "blocker take 1");
        var edited = await Team.Says("ana", "#team", "blocker edit 1 The key expired");

        Assert.That(edited.Text, Is.EqualTo("#1 now says: The key expired"));
        Assert.That(Team.Posts("#team"), Is.EqualTo(new[]
        {
            "🚧 #1 The key expired — @Dana is on it; raised by @Ana", "@Dana: Look in the vault", "@Dana is on it.", "@Ana changed its text.",
        }));
        Assert.That(Team.Posts("@chidi"), Is.EqualTo(new[] { "🚧 #1 The key expired — @Dana is on it; raised by @Ana" }));
        Assert.That(Team.Posts("@ana"), Has.All.EqualTo("🚧 This quoted #1 before its text was changed. How it stands: blocker show 1"));
        Assert.That(Team.Posts("@dana"), Is.EqualTo(new[] { "@Ana changed the text of #1: The key expired" }));
        Assert.That((await Team.Says("emi", "#team", "blocker show 1")).Text, Does.Contain("The key expired\n").And.Contain("@Ana changed its text").And.Not.Contain("hunter2"));
        Assert.That((await Team.Says("ana", "#team", "blocker edit 1 The key expired")).Text, Does.StartWith("#1 says that already."));

        await Team.Advance(Duration.FromMinutes(12));
        Assert.That(Team.Database(), Does.Not.Contain("hunter2"));
    }

    [Test]
    public async Task It_can_be_taken_back()
    {
        await Team.Presses("ana", await Team.Says("ana", "#team", "blocker edit 1 The key expired"), "Undo");

        Assert.That(Team.Posts("#team"), Is.EqualTo(new[]
        {
            "🚧 #1 The key is hunter2 — needs @Chidi; raised by @Ana", "@Ana changed its text.", "@Ana changed its text back.",
        }));
    }

    [Test]
    public async Task Only_its_author_and_admins_may()
    {
        Assert.That((await Team.Says("dana", "#team", "blocker edit 1 Mine")).Text, Does.StartWith("#1 is @Ana’s; only they or an admin can edit it."));
        Assert.That((await Team.Says("sam", "#team", "blocker edit 1 The key expired")).IsRefused, Is.False);
        Assert.That(Team.Posts("@ana"), Is.EqualTo(new[] { "@Sam changed the text of #1: The key expired" }));
    }

    [Test]
    public async Task Whoever_is_named_in_it_is_needed_too()
    {
        var edited = await Team.Says("ana", "#team", "blocker edit 1 The key expired needs @dana");

        Assert.That(edited.Text, Does.StartWith("#1 now says: The key expired\n@Dana is at work until"));
        Assert.That(Team.Posts("#team")[0], Is.EqualTo("🚧 #1 The key expired — needs @Chidi and @Dana; raised by @Ana"));
        Assert.That(Team.Posts("@dana").Single(), Does.StartWith("🚧 @Ana is blocked and needs you: #1 The key expired"));
    }

    [Test]
    public async Task A_message_with_others_says_where_those_are()
    {
        await Team.Says("ana", "#team", "blocker Two needs @ben");
        await Team.Says("ana", "#team", "blocker Three needs @ben");
        await ClockTo("2026-03-02 14:00");
        await Team.Says("ana", "#team", "blocker edit 2 Zwei");

        Assert.That(Team.Posts("@ben"), Is.EqualTo(new[] { "🚧 This quoted #2 before its text was changed. How it stands: blocker show 2, blocker show 3" }));
    }

    [Test]
    public async Task What_is_found_as_solved_before_goes_by_the_new_text()
    {
        await Team.Says("ana", "#team", "blocker edit 1 The deploy key of staging expired");
        await Team.Says("chidi", "#team", "blocker done 1 Renewed it");

        Assert.That((await Team.Says("ben", "#team", "blocker The deploy key of staging expired")).Text, Does.Contain("Like it, and resolved by @Chidi"));
    }
}
