using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Somebody goes away while a run is open, or does not after all. It is Monday 2 March 2026.</summary>
public sealed class AwayTests : CheckInDiary
{
    private const string Two = "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"";

    [Test]
    public async Task Whoever_goes_away_after_they_were_asked_is_neither_reminded_nor_waited_for_nor_named()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 10:00");
        await Answers("ana", "All");
        await Team.Says("ben", "dm", "online away until friday");
        var (root, thread) = (Team.TextOf(Root), Thread(Root));
        await Until("2026-03-03 09:00");

        Assert.That(root, Does.Contain("Away: @Ben").And.Contain("Closed."));
        Assert.That(thread[^1], Is.EqualTo("Closed: 1 of 1 answered."));
        Assert.That(Reminders("ben"), Is.Zero);
        Assert.That((await Team.Says("ben", "dm", "checkin why 2 march")).Text, Does.Contain("not waited for: you went away until Fri 6 Mar 2026"));
        Assert.That((await Team.Says("ana", "dm", "checkin why @ben 2 march")).Text, Does.Contain("not waited for: away").And.Not.Contain("Fri"));
    }

    [Test]
    public async Task Whoever_is_back_after_all_is_waited_for_again_and_not_asked_twice()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 10:00");
        var away = await Team.Says("ben", "dm", "online away until friday");
        await Until("2026-03-02 10:05");
        await Team.Presses("ben", away, "Undo");
        await Until("2026-03-03 09:00");

        Assert.That(Prompts("ben"), Has.Count.EqualTo(1));
        Assert.That(Reminders("ben"), Is.EqualTo(1));
        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Ben."));
    }

    [Test]
    public async Task Whoever_is_away_when_they_would_be_reminded_is_not_reminded_and_not_waited_for()
    {
        await Sets("ana", Two);
        await Team.Says("ben", "dm", "online away from today 9:45 until friday");
        await Until("2026-03-02 17:00");
        var live = Team.TextOf(Root);
        await Until("2026-03-03 09:00");

        Assert.That(Prompts("ben"), Has.Count.EqualTo(1));
        Assert.That(live, Does.Contain("Still open: @Ana").And.Contain("Away: @Ben"));
        Assert.That(Reminders("ben"), Is.Zero);
        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 1 answered. No answer: @Ana."));
    }

    [TestCase("online away from today 15:00 until friday", "2026-03-02 09:00")]
    [TestCase("online away from today 15:00 until friday", "2026-03-02 14:55")]
    [TestCase("online away from today 17:00 until friday", "2026-03-02 16:00")]
    public async Task Whoever_goes_away_after_the_reminder_and_is_not_back_before_the_end_was_not_silent(string line, string said)
    {
        Team.Directory.Add("ben", "Europe/Lisbon");
        await Sets("ana", Two);
        await Until(said);
        await Team.Says("ben", "dm", line);
        await Until("2026-03-02 17:30");

        Assert.That(Reminders("ben"), Is.EqualTo(1));
        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 1 answered. No answer: @Ana."));
        Assert.That(Team.TextOf(Root), Does.Contain("Away: @Ben").And.Contain("0 of 1"));
        Assert.That((await Team.Says("ben", "dm", "checkin why")).Text, Does.Contain("17:30:00 not waited for: you went away until Fri 6 Mar 2026"));
        Assert.That((await Team.Says("ana", "dm", "checkin why @ben")).Text, Does.Contain("not waited for: away").And.Not.Contain("Fri"));
    }

    [Test]
    public async Task Whoever_is_back_before_the_end_or_goes_away_when_it_has_come_is_waited_for()
    {
        Team.Directory.Add("ben", "Europe/Lisbon");
        await Sets("ana", Two);
        await Team.Says("ben", "dm", "online away from today 15:00 until 17:00");
        await Team.Says("ana", "dm", "online away from today 17:30 until friday");
        await Until("2026-03-02 20:00");

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Ben."));
        Assert.That(Team.Messages("#team")[^1].Edits, Is.Zero);
    }

    [Test]
    public async Task A_downtime_until_after_the_end_does_not_make_the_absence_forgotten()
    {
        Team.Directory.Add("ben", "Europe/Lisbon");
        await Sets("ana", Two);
        await Team.Says("ben", "dm", "online away from today 16:00 until friday");
        await Until("2026-03-02 15:55");
        Team.Sleeps(Duration.FromHours(3));
        await Team.Restart();
        await Team.Settle();

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 1 answered. No answer: @Ana."));
    }

    [Test]
    public async Task While_the_run_goes_on_for_others_whoever_was_away_at_the_end_of_their_own_window_is_shown_so()
    {
        Team.Directory.Add("ben", "Europe/Lisbon");
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @ben @sam ask \"What is next?\"");
        await Team.Says("ben", "dm", "online away from today 17:00 until friday");
        await Until("2026-03-02 17:31");

        Assert.That(Team.TextOf(Root), Does.Contain("No answer: @Ana").And.Contain("Away: @Ben").And.Contain("Still open: @Sam"));
    }

    [Test]
    public async Task Whoever_is_back_within_the_window_is_waited_for_and_reminded_then()
    {
        Team.Directory.Add("ben", "Europe/Lisbon");
        await Sets("ana", "checkin new Daily in #team at 9:30 on mondays Lisbon for @ana @ben ask \"What is next?\" open for 3 days");
        await Until("2026-03-02 10:00");
        await Team.Says("ben", "dm", "online away until thursday");
        await Until("2026-03-04 23:00");
        var during = Reminders("ben");
        await Until("2026-03-05 09:20");

        Assert.That(Team.TextOf(Root), Does.Contain("Still open: @Ana, @Ben"));
        Assert.That((during, Reminders("ben")), Is.EqualTo((0, 1)));
    }

    [TestCase("ben", "online away until friday")]
    [TestCase("sam", "online holiday today Carnival")]
    public async Task Whoever_was_not_asked_because_of_an_absence_or_a_day_off_that_is_taken_back_is_asked(string by, string line)
    {
        await Sets("ana", Two);
        await Until("2026-03-02 09:25");
        var away = await Team.Says(by, "dm", line);
        await Until("2026-03-02 09:33");
        var before = Prompts("ben").Count;
        await Team.Presses(by, away, "Undo");
        await Until("2026-03-02 18:00");

        Assert.That((before, Prompts("ben").Count), Is.EqualTo((0, 1)));
        Assert.That((await Team.Says("ben", "dm", "checkin why")).Text, Does.Contain("asked by direct message"));
        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Ben."));
    }

    [Test]
    public async Task A_day_off_that_comes_mid_run_lets_all_go()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 10:00");
        await Team.Says("sam", "dm", "online holiday today Carnival");

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: nobody was asked."));
        Assert.That(Team.TextOf(Root), Does.Contain("Away: @Ana, @Ben"));
    }

    [Test]
    public async Task What_somebody_says_of_their_time_has_no_check_in_read_again_and_what_they_hide_goes_from_its_message()
    {
        var many = Enumerable.Range(1, 300).Select(number => $"p{number}").ToArray();
        foreach (var person in many)
            Team.Directory.Add(person, "Europe/Lisbon");
        Team.Directory.AddChannel("crowd", [.. many, "sam"]);
        await Sets("sam", "checkin new Daily in #crowd at 9:30 every day Lisbon ask \"What is next?\"", "#crowd");
        await Until("2026-03-02 09:40");
        var plans = 0;
        Team.Store.BeforeCommit = batch =>
        {
            plans += batch.Writes.OfType<PutDocument>().Count(write => write.Kind == "checkin.plan");
            return Task.CompletedTask;
        };
        var reads = Team.Store.Reads;
        await Team.Says("p7", "dm", "online focus 1h");
        await Until("2026-03-02 09:42");
        reads = Team.Store.Reads - reads;
        var before = Team.TextOf(Roots("#crowd")[0]);
        await Team.Says("p1", "dm", "online share off");
        await Until("2026-03-02 09:44");

        Assert.That((plans, reads), Is.LessThan((1, 100)));
        Assert.That(before, Does.Contain("@P1,"));
        Assert.That(Team.TextOf(Roots("#crowd")[0]), Does.Not.Contain("@P1,"));
    }

    [Test]
    public async Task Whoever_comes_back_while_the_window_is_open_is_asked_then()
    {
        await Team.Says("ana", "dm", "online away until 11:00");
        await Team.Says("ben", "dm", "online away until tomorrow");
        await Sets("sam", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @sam ask \"What is next?\"");
        await Until("2026-03-02 10:59");
        var before = (Prompts("ana").Count, Team.TextOf(Root));
        await Until("2026-03-02 11:01");
        await Team.Says("ben", "dm", "online back");
        await Until("2026-03-02 11:02");

        Assert.That(before.Item1, Is.Zero);
        Assert.That(before.Item2, Does.Contain("Away: @Ana, @Ben"));
        Assert.That((Prompts("ana").Count, Prompts("ben").Count), Is.EqualTo((1, 1)));
        Assert.That(Team.TextOf(Root), Does.Not.Contain("Away").And.Contain("Still open"));
        await Until("2026-03-02 18:00");
        Assert.That((Prompts("ana").Count, Reminders("ana")), Is.EqualTo((1, 1)));
    }
}
