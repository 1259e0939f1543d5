using AsyncBot.Core.Tests.Due;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>What is taken back, and what the bot did meanwhile, which stays done. It is Monday 2 March 2026, 09:00 UTC, 04:00 in New York.</summary>
public sealed class UndoneBlockerTests : DueDiary
{
    private const string NewYork = "America/New_York";

    [Test]
    public async Task A_nudge_that_somebody_got_is_that_days_nudge_also_where_it_is_taken_back()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @chidi");
        await Team.Presses("dana", await Team.Says("dana", "#team", "blocker nudge 1"), "Undo");

        Assert.That((await Team.Says("dana", "#team", "blocker nudge 1")).Text, Does.Contain("one a day is enough"));
        Assert.That(AskedAgain("@chidi"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_nudge_that_nobody_got_yet_is_none()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await Team.Presses("dana", await Team.Says("dana", "#team", "blocker nudge 1"), "Undo");

        Assert.That((await Team.Says("dana", "#team", "blocker nudge 1")).IsRefused, Is.False);
    }

    [Test]
    public async Task Resolving_and_opening_again_makes_no_room_for_another()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @chidi");
        await Team.Says("dana", "#team", "blocker nudge 1");
        await Team.Says("dana", "#team", "blocker done 1");
        await Team.Says("dana", "#team", "blocker reopen 1");

        Assert.That((await Team.Says("dana", "#team", "blocker nudge 1")).IsRefused);
    }

    [Test]
    public async Task What_came_meanwhile_is_not_told_again()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await ClockTo("2026-03-03 13:55");
        await Team.Says("dana", "#team", "blocker nudge 1");
        var noted = await Team.Says("emi", "#team", "blocker note 1 The agent hangs");
        await ClockTo("2026-03-03 14:01");
        Assert.That(AskedAgain("@ben"), Is.EqualTo(1));
        await Team.Presses("emi", noted, "Undo");
        await ClockTo("2026-03-04 00:00");

        Assert.That(AskedAgain("@ben"), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_left_meanwhile_does_not_get_it_back()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @chidi");
        await Team.Says("ben", "#team", "blocker take 1");
        var noted = await Team.Says("emi", "#team", "blocker note 1 The agent hangs");
        await Leaves("ben");
        await Team.Presses("emi", noted, "Undo");

        Assert.That((await Team.Says("dana", "#team", "blocker show 1")).Text, Does.Contain("State: needs @Chidi").And.Contain("@Ben left and had it"));
    }

    [Test]
    public async Task Nor_is_it_asked_of_them_again()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        var noted = await Team.Says("emi", "#team", "blocker note 1 The agent hangs");
        await Leaves("ben");
        await Team.Presses("emi", noted, "Undo");

        Assert.That((await Team.Says("dana", "#team", "blocker")).Text, Does.Contain("#1 The build is red — @Dana, open"));
        Assert.That(Team.Posts("@dana").Count(text => text.Contains("@Ben left", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCase("blocker done 1")]
    [TestCase("blocker delete 1")]
    public async Task Whoever_changed_their_hours_meanwhile_is_told_in_the_new_ones(string line)
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        var answer = await Team.Says("dana", "#team", line);
        await Team.Says("ben", "dm", "online hours mon-fri 6-14");
        await Team.Advance(Duration.FromMinutes(1));
        await Team.Presses("dana", answer, "Undo");

        Assert.That(await TimesUntil("2026-03-02 14:30", "@ben", NewYork), Has.Member("Mon 2 Mar 06:00"));
    }

    [Test]
    public async Task In_a_long_history_an_undo_repeats_no_old_note()
    {
        await Team.Says("dana", "#team", "blocker The build is red");
        await Seed.LongHistory(Team, 1, "emi");
        await Team.Presses("chidi", await Team.Says("chidi", "#team", "blocker take 1"), "Undo");

        Assert.That(Team.Posts("#team")[^1], Is.EqualTo("@Chidi took that back: open."));
        Assert.That(Team.Posts("#team").Concat(Team.Posts("@dana")), Has.None.Contains("Note 1"));
    }

    private int AskedAgain(string place) => Team.Posts(place).Count(text => text.Contains("asks again", StringComparison.Ordinal));

    private Task Leaves(string person)
    {
        Team.Directory.Add(person, NewYork, isGone: true);
        return Seed.Left(Team, person);
    }
}
