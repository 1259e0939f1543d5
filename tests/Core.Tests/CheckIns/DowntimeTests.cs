using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>The bot is killed at any point, and comes back after a minute, after the window, or after a weekend. It is Monday 2 March 2026.</summary>
public sealed class DowntimeTests : CheckInDiary
{
    private const string Line = "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"";

    [Test]
    public async Task After_a_minute_everybody_is_asked_once()
    {
        await Sets("ana", Line);
        Team.Sleeps(Duration.FromMinutes(31));
        await Back();

        Assert.That((Prompts("ana").Count, Prompts("ben").Count, Roots().Count), Is.EqualTo((1, 1, 1)));
        Assert.That(Team.TextOf(Prompts("ana")[0]), Does.Not.Contain("comes late"));
    }

    [Test]
    public async Task While_the_window_is_open_the_question_comes_late_and_says_so()
    {
        await Sets("ana", Line);
        Team.Sleeps(Duration.FromHours(4));
        await Back();
        await Until("2026-03-02 17:30");

        Assert.That(Team.FirstTextOf(Prompts("ana")[0]), Does.Contain("I was not running at Mon 2 Mar 2026, 09:30 Europe/Lisbon").And.Contain("so this comes late."));
        Assert.That(Reminders("ana"), Is.EqualTo(1));
        Assert.That((await Team.Says("ana", "dm", "checkin why")).Text, Does.Contain("13:00:00 asked late: the window opened Mon 2 Mar 2026, 09:30 Europe/Lisbon"));
        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Ben."));
    }

    [Test]
    public async Task After_the_window_nobody_is_asked_named_or_counted()
    {
        await Sets("ana", Line);
        Team.Sleeps(Duration.FromHours(10));
        await Back();

        Assert.That(Prompts("ana").Count + Roots().Count, Is.Zero);
        Assert.That((await Team.Says("ana", "dm", "checkin why")).Text, Does.Contain(
            "not asked: I was not running from before Mon 2 Mar 2026, 09:30 Europe/Lisbon").And.Contain("until the window was over"));
        Assert.That((await Team.Says("ana", "#team", "checkin report Daily 2026-03-02")).Text, Does.Contain("Nobody was asked, because I was not running."));
    }

    [Test]
    public async Task Over_a_weekend_only_what_is_open_still_is_asked()
    {
        await Sets("ana", Line);
        await Until("2026-03-05 12:00");
        var before = Prompts("ana").Count;
        Team.Sleeps(Duration.FromDays(4));
        await Back();

        Assert.That(before, Is.EqualTo(4));
        Assert.That(Prompts("ana"), Has.Count.EqualTo(5));
        Assert.That(Team.TextOf(Prompts("ana")[^1]), Does.StartWith("Daily — Mon 9 Mar 2026").And.Contain("comes late"));
        Assert.That(Roots(), Has.Count.EqualTo(5));
        Assert.That(Roots().Select(root => Thread(root).Count(text => text.StartsWith("Closed:", StringComparison.Ordinal))), Is.EqualTo(new[] { 1, 1, 1, 1, 0 }));
        Assert.That((await Team.Says("ana", "dm", "checkin why 6 march")).Text, Does.Contain("not asked: I was not running"));
        Assert.That((await Team.Says("ana", "#team", "checkin report Daily 6 march")).Text, Does.Contain("Not asked: @Ana, @Ben").And.Not.Contain("No answer"));
    }

    [Test]
    public async Task Who_was_asked_and_could_not_answer_for_the_downtime_is_not_told_to_have_been_silent()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 10:05");
        Team.Sleeps(Duration.FromMinutes(8 * 60 - 15));
        await Back();

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: nobody could answer. I was not running from 10:05 to 17:50 Europe/Lisbon."));
        Assert.That(Team.TextOf(Root), Does.Contain("Could not answer: @Ana, @Ben").And.Contain("0 of 0").And.Not.Contain("No answer"));
        Assert.That((await Team.Says("ben", "dm", "checkin why")).Text, Does.Contain("12:50:00 could not answer: I was not running from 05:05 to 12:50"));
        Assert.That(
            (await Team.Says("ana", "#team", "checkin report Daily")).Text,
            Does.Contain("Nobody could answer, because I was not running from 10:05 to 17:50 Europe/Lisbon."));
        Assert.That((await Team.Says("ana", "#team", "checkin participation Daily")).Text, Does.Contain("No run of Daily is over yet"));
    }

    [Test]
    public async Task Whoever_answered_before_counts_and_of_the_others_it_is_told_why_they_could_not()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 10:00");
        await Answers("ana", "All");
        await Until("2026-03-02 10:05");
        Team.Sleeps(Duration.FromHours(22));
        await Back();

        Assert.That(Thread(Roots()[0])[^1], Is.EqualTo(
            "Closed: 1 of 1 answered. I was not running from Mon 2 Mar 2026, 10:05 to Tue 3 Mar 2026, 08:05 Europe/Lisbon, so one could not."));
        Assert.That((await Team.Says("ana", "#team", "checkin report Daily")).Text, Does.Contain("1 of 1").And.Contain("Could not answer: @Ben"));
    }

    [Test]
    public async Task Whoever_could_not_answer_in_time_may_still_answer_late_and_the_line_that_ended_it_says_so()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 10:05");
        Team.Sleeps(Duration.FromHours(9));
        await Back();
        var form = await Team.Presses("ben", Prompts("ben")[0], "Answer");
        await Team.Submits("ben", form, ("answers.1", "All"));
        await Team.Settle();

        Assert.That(Thread(Root), Has.One.EqualTo(
            "Closed: 1 of 1 answered. I was not running from 10:05 to 19:05 Europe/Lisbon, so one could not."));
        Assert.That(Team.TextOf(Root), Does.Contain("Could not answer: @Ana").And.Contain("Late: @Ben"));
    }

    [Test]
    public async Task Where_some_could_not_answer_and_others_were_not_asked_the_line_that_ends_it_tells_both()
    {
        await Sets("ana", Daily);
        await Until("2026-03-03 00:40");
        await Team.Says("emi", "dm", "checkin answer Mended it; Docs; none");
        await Until("2026-03-03 04:10");
        Team.Sleeps(Duration.FromHours(30));
        await Back();
        var one = Thread(Roots()[1])[^1];
        await Until("2026-03-05 04:10");
        await Team.Says("dana", "dm", "checkin answer Mended it; Docs; none");
        await Until("2026-03-05 08:00");
        Team.Sleeps(Duration.FromHours(30));
        await Back();

        Assert.That(Team.TextOf(Roots()[1]), Does.Contain("Could not answer: @Dana").And.Contain("Not asked: @Ana, @Ben, @Chidi, @Sam"));
        Assert.That(one, Is.EqualTo(
            "Closed: 1 of 1 answered. I was not running from Tue 3 Mar 2026, 04:10 to Wed 4 Mar 2026, 10:10 Europe/Lisbon, so one could not and 4 were not asked."));
        Assert.That(Thread(Roots()[^2])[^1], Is.EqualTo("Closed: 1 of 2 answered. I was not running for a while, so 4 were not asked. No answer: @Emi."));
    }

    [Test]
    public async Task Several_downtimes_are_added_and_the_longest_is_told()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 09:40");
        Team.Sleeps(Duration.FromHours(4));
        await Back();
        await Until("2026-03-02 13:45");
        Team.Sleeps(Duration.FromHours(3));
        await Back();
        await Until("2026-03-02 17:30");

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: nobody could answer. I was not running from 09:40 to 13:40 Europe/Lisbon."));
    }

    [TestCase(6, ExpectedResult = "Closed: 0 of 2 answered. No answer: @Ana, @Ben.")]
    [TestCase(7, ExpectedResult = "Closed: nobody could answer. I was not running from 10:00 to 17:00 Europe/Lisbon.")]
    public async Task<string> Where_there_was_time_enough_no_downtime_is_blamed(int hours)
    {
        await Sets("ana", Line);
        await Until("2026-03-02 10:00");
        Team.Sleeps(Duration.FromHours(hours));
        await Back();
        await Until("2026-03-02 18:00");
        return Thread(Root)[^1];
    }

    [Test]
    public async Task A_clock_that_is_set_back_over_a_downtime_takes_it_back()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 09:40");
        Team.Sleeps(Duration.FromHours(7.5));
        await Back();
        Team.Clock.Reset(At("2026-03-02 09:45"));
        await Back();
        await Until("2026-03-02 18:00");

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Ben."));
    }

    [Test]
    public async Task Of_a_downtime_of_months_it_is_told_for_each_date()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 18:00");
        Team.Sleeps(Duration.FromDays(80));
        await Back();

        Assert.That(
            (await Team.Says("ana", "dm", "checkin why 10 march")).Text,
            Does.Contain("not asked: I was not running from Mon 2 Mar 2026, 18:00 to Thu 21 May 2026, 19:00"));
        Assert.That((await Team.Says("ana", "dm", "checkin why 20 may")).Text, Does.Contain("not asked: I was not running from before"));
    }

    [Test]
    public async Task Killed_before_and_after_every_commit_and_every_delivery_each_is_asked_once()
    {
        await Sets("ana", Line);
        Team.Delivers = false;
        await Team.ClockTo(At("2026-03-02 09:29"));
        Team.Clock.Reset(At("2026-03-02 09:30"));
        for (var step = 0; step < 12; step++)
        {
            // One round of jobs, or one of deliveries whose records are lost, and the process is gone.
            if (step % 2 == 0)
                await Task.WhenAll(await Team.Runner.Start(Team.Clock.GetCurrentInstant(), CancellationToken.None));
            else
                Team.Chat.Will(FaultKind.KillAfter, 1);
            try
            {
                await Task.WhenAll(await Team.Courier.Start(Team.Clock.GetCurrentInstant(), CancellationToken.None));
            }
            catch (OperationCanceledException)
            {
            }

            await Team.Restart();
        }

        await Team.Settle();

        Assert.That((Prompts("ana").Count, Prompts("ben").Count, Roots().Count), Is.EqualTo((1, 1, 1)));
        Assert.That((await Team.Says("ana", "dm", "checkin why")).Text, Does.Contain("09:30:00 asked by direct message").And.Contain("it arrived"));
    }

    [Test]
    public async Task The_same_delivery_twice_is_one_answer()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 09:30");
        await Team.Says("ana", "dm", "checkin answer All", key: "k1");
        await Team.Restart();
        var again = await Team.Says("ana", "dm", "checkin answer All", key: "k1");

        Assert.That(again.Text, Does.StartWith("Answered: Daily"));
        Assert.That(Thread(Root), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_clock_that_jumps_back_asks_nobody_twice()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 09:40");
        Team.Clock.Reset(At("2026-03-02 08:00"));
        await Team.Restart();
        await Team.Says("ana", "dm", "checkin answer All");
        await Until("2026-03-03 09:29");

        Assert.That((Prompts("ana").Count, Prompts("ben").Count, Roots().Count), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public async Task A_run_that_a_clock_which_steps_back_finds_open_again_ends_when_its_last_window_does()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 18:00");
        var closed = Thread(Root);
        Team.Clock.Reset(At("2026-03-02 17:29"));
        await Team.Restart();
        await Answers("ben", "All");
        await Until("2026-03-02 17:29");
        var again = Thread(Root);
        await Until("2026-03-02 17:31");

        Assert.That(closed, Has.One.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Ben."));
        Assert.That(again, Has.One.EqualTo("It was closed, and is open again."));
        Assert.That(Thread(Root), Has.One.EqualTo("Closed: 1 of 2 answered. No answer: @Ana."));
        Assert.That((await Team.Says("ana", "#team", "checkin status Daily")).Text, Does.Contain("Closed."));
    }

    [Test]
    public async Task What_could_not_be_delivered_is_shown_to_admins_with_the_reason()
    {
        await Sets("ana", Line);
        Team.Chat.Will(FaultKind.Refuse, 50, Team.Place("@ben"));
        await Until("2026-03-02 10:00");

        Assert.That((await Team.Says("sam", "dm", "async undelivered")).Text, Does.Contain("the channel is gone"));
        Assert.That((await Team.Says("ana", "dm", "checkin why @ben")).Text, Does.Contain("it could not be delivered: the channel is gone"));
    }

    private async Task Back()
    {
        await Team.Restart();
        await Team.Settle();
    }
}
