using AsyncBot.Core.Tests.Due;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>Somebody asks once more. It is Monday 2 March 2026, 09:00 UTC, 04:00 in New York.</summary>
public sealed class NudgeBlockerTests : DueDiary
{
    private const string NewYork = "America/New_York";

    [Test]
    public async Task It_comes_at_their_next_working_hour_and_the_asker_is_told_which()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await ClockTo("2026-03-03 03:30");
        var answer = await Team.Says("dana", "#team", "blocker nudge 1");

        Assert.That(answer.Text, Is.EqualTo(
            "I nudge @Ben at their next working hour: 09:00 America/New_York, for you Tue 3 Mar 2026, 19:30 Asia/Kolkata (in 10 h 30 min)."));
        Assert.That((await Until("2026-03-03 20:00", "@ben", NewYork)).Single(), Does.StartWith("Tue 3 Mar 09:00 🚧 @Dana asks again: #1 The build is red"));
    }

    [Test]
    public async Task Who_is_at_work_gets_it_now()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @chidi");
        var answer = await Team.Says("dana", "#team", "blocker nudge 1");

        Assert.That(answer.Text, Is.EqualTo("I nudge @Chidi now."));
        Assert.That(Team.Posts("@chidi")[^1], Does.StartWith("🚧 @Dana asks again: #1 The build is red"));
    }

    [Test]
    public async Task One_a_day_is_enough()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @chidi");
        await Team.Says("dana", "#team", "blocker nudge 1");
        var again = await Team.Says("emi", "#team", "blocker nudge 1");
        await ClockTo("2026-03-03 09:00");
        var nextDay = await Team.Says("dana", "#team", "blocker nudge 1");

        Assert.That(again.IsRefused);
        Assert.That(again.Text, Does.StartWith("@Dana asked for a nudge about #1 just now, and one a day is enough. To ask somebody else: blocker needs 1 @Ana"));
        Assert.That(nextDay.Text, Is.EqualTo("I nudge @Chidi now."));
    }

    [Test]
    public async Task Midnight_makes_no_new_day_of_it()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @chidi");
        await ClockTo("2026-03-02 18:29");
        await Team.Says("dana", "#team", "blocker nudge 1");
        await ClockTo("2026-03-02 18:31");

        Assert.That((await Team.Says("dana", "#team", "blocker nudge 1")).IsRefused);
    }

    [Test]
    public async Task A_nudge_on_request_stands_in_for_the_one_that_would_have_come_by_itself()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await ClockTo("2026-03-02 17:50");
        await Team.Says("dana", "#team", "blocker nudge 1");

        Assert.That(await TimesUntil("2026-03-04 00:00", "@ben", NewYork), Is.Empty);
        Assert.That(Team.Posts("@ben")[^1], Does.Contain("asks again"));
    }

    [Test]
    public async Task Focus_holds_it_and_the_asker_is_told_until_when()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @chidi");
        await Team.Says("chidi", "dm", "online focus 2h");
        var answer = await Team.Says("dana", "#team", "blocker nudge 1");

        Assert.That(answer.Text, Does.StartWith("I nudge @Chidi at their next working hour: 12:00 Africa/Lagos, for you Mon 2 Mar 2026, 16:30"));
        Assert.That((await TimesUntil("2026-03-02 11:30", "@chidi", "Africa/Lagos")), Is.EqualTo(new[] { "Mon 2 Mar 12:00" }));
    }

    [Test]
    public async Task Whoever_took_it_is_asked_how_it_goes_and_nobody_else()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await Team.Says("chidi", "#team", "blocker take 1");
        await Team.Says("dana", "#team", "blocker nudge 1");

        Assert.That(Team.Posts("@chidi"), Is.EqualTo(new[] { "🚧 @Dana asks how it goes: #1 The build is red — raised by @Dana, taken by you." }));
        Assert.That(await TimesUntil("2026-03-04 00:00", "@ben", NewYork), Is.Empty);
    }

    [Test]
    public async Task Where_nobody_is_asked_yet_it_says_who_could_be()
    {
        await Team.Says("dana", "#team", "blocker The build is red");
        var answer = await Team.Says("dana", "#team", "blocker nudge 1");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Is.EqualTo("Nobody is asked about #1 yet. Could help now: @Ana and @Chidi. Try: blocker needs 1 @Ana"));
    }

    [Test]
    public async Task Solved_meanwhile_nobody_is_nudged()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await Team.Says("dana", "#team", "blocker nudge 1");
        await Team.Says("dana", "#team", "blocker done 1");

        Assert.That(await TimesUntil("2026-03-04 00:00", "@ben", NewYork), Is.Empty);
        Assert.That((await Team.Says("dana", "#team", "blocker nudge 1")).Text, Does.StartWith("#1 is resolved already: @Dana said so"));
    }

    [Test]
    public async Task Whoever_wants_to_be_asked_gets_it_too()
    {
        await ClockTo("2026-03-03 03:30");
        await Team.Says("ben", "dm", "online share off");
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await ClockTo("2026-03-03 14:00");
        var answer = await Team.Says("dana", "#team", "blocker nudge 1");

        Assert.That(answer.Text, Is.EqualTo("I nudge @Ben in their working hours; when those are, ask them."));
        Assert.That(Team.Posts("@ben")[^1], Does.StartWith("🚧 @Dana asks again: #1 The build is red"));
    }

    [Test]
    public async Task Asked_for_before_they_heard_of_it_at_all_it_is_one_message_and_no_nudge()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await Team.Says("dana", "#team", "blocker nudge 1");

        Assert.That((await Until("2026-03-02 15:00", "@ben", NewYork)).Single(), Does.StartWith("Mon 2 Mar 09:00 🚧 @Dana is blocked and needs you"));
        Assert.That((await Team.Says("dana", "#team", "blocker show 1")).Text, Does.Contain("@Ben was told").And.Not.Contain("was nudged"));
    }

    [Test]
    public async Task Who_is_named_as_an_example_is_there_and_somebody_else()
    {
        await Team.Says("ana", "#team", "blocker The build is red needs @ben");
        await ClockTo("2026-03-02 15:00");
        var own = await Team.Says("ben", "#team", "blocker nudge 1");
        Assert.That(own.Text, Does.StartWith("It is you whom #1 waits for.").And.EndWith("Try: blocker needs 1 @Chidi"));

        await Team.Says("ana", "#team", "blocker nudge 1");
        var again = await Team.Says("ana", "#team", "blocker nudge 1");
        Assert.That(again.Text, Does.EndWith("To ask somebody else: blocker needs 1 @Chidi"));
        Assert.That((await Team.Says("ana", "#team", "blocker needs 1 @Chidi")).IsRefused, Is.False);
    }
}
