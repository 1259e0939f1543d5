using AsyncBot.Core.CheckIns;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Somebody comes, goes or moves while a run is open. It is Monday 2 March 2026.</summary>
public sealed class MidRunTests : CheckInDiary
{
    private const string AnaAndSam = "checkin new Daily in #team at 9:30 on weekdays for @ana @sam ask \"What is next?\"";

    [TestCase("sam", "checkin leave Daily")]
    [TestCase("ana", "checkin remove Daily @sam")]
    [TestCase("ana", "checkin pause Daily")]
    [TestCase("ana", "checkin change Daily at 9:30 on tuesdays")]
    [TestCase("sam", "")]
    public async Task A_run_ends_when_the_last_whose_time_was_to_come_is_gone(string person, string line)
    {
        await Sets("ana", AnaAndSam);
        await Until("2026-03-02 09:30");
        await Answers("ana", "All");
        var before = Team.TextOf(Root);
        await Until("2026-03-02 12:00");
        if (line.Length == 0)
        {
            Team.Directory.Add(person, "America/Los_Angeles", isGone: true);
            await Team.Does("ana", Team.Place("#team"), null, null, new InboundContent.Call(new PersonLeft(TestDirectory.IdOf(person))));
        }
        else
        {
            var said = await Team.Says(person, "#team", line);
            if (said.Labels.Contains("Change it"))
                await Team.Presses(person, said, "Change it");
        }

        Assert.That(before, Does.Contain("Later: @Sam"));
        Assert.That(Team.TextOf(Root), Does.Contain("Closed.").And.Not.Contain("Later"));
        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 1 of 1 answered."));
    }

    [Test]
    public async Task A_run_that_ended_with_a_pause_goes_on_when_the_pause_is_taken_back()
    {
        await Sets("ana", AnaAndSam);
        await Until("2026-03-02 09:30");
        await Answers("ana", "All");
        var paused = await Team.Says("ana", "#team", "checkin pause Daily");
        var ended = Team.TextOf(Root);
        await Team.Presses("ana", paused, "Undo");
        var open = Team.TextOf(Root);
        await Until("2026-03-03 03:00");

        Assert.That(ended, Does.Contain("Closed."));
        Assert.That(open, Does.Not.Contain("Closed.").And.Contain("Later: @Sam"));
        Assert.That(Prompts("sam"), Has.Count.EqualTo(1));
        Assert.That(Thread(Root).Where(text => text.StartsWith("Closed:", StringComparison.Ordinal)), Is.EqualTo(new[] { "Closed: 1 of 2 answered. No answer: @Sam." }));
    }

    [Test]
    public async Task Whoever_leaves_is_waited_for_no_more_however_many_others_ask_them()
    {
        await Sets("ana", "checkin new Old in #team at 9:00 on mondays Lisbon for @ana @ben ask \"What is next?\" open for 6 days");
        foreach (var name in new[] { "One", "Two", "Three" })
            await Sets("ana", $"checkin new {name} in #team at 10:00 every day Lisbon for @ana @ben ask \"What is next?\" open for 2h");
        await Until("2026-03-09 09:30");
        var old = Prompts("ben").Last(prompt => Team.TextOf(prompt).StartsWith("Old", StringComparison.Ordinal));
        await Until("2026-03-13 09:30");
        await Team.Says("ben", "dm", "checkin leave Old");

        Assert.That(Team.Now(old).Card.AllButtons, Is.Empty);
        Assert.That(Team.TextOf(old), Does.Contain("Old — Mon 9 Mar 2026"));
        Assert.That((await Team.Says("ana", "#team", "checkin status Old")).Text, Does.Contain("Still open: @Ana").And.Not.Contain("@Ben"));
    }

    [Test]
    public async Task Whoever_moves_to_where_the_time_has_passed_is_asked_at_once_and_once_that_day()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @ben ask \"What is next?\"");
        await Until("2026-03-02 12:00");
        await Team.Says("ben", "dm", "online zone Europe/Lisbon");
        var asked = Prompts("ben").Select(Team.TextOf).ToList();
        await Until("2026-03-03 09:00");

        Assert.That(asked, Has.Count.EqualTo(1).And.None.Contains("not running"));
        Assert.That(Prompts("ben"), Has.Count.EqualTo(1));
        Assert.That((await Team.Says("ben", "dm", "checkin why 2 march")).Text, Does.Contain(
            "12:00:00 asked late: the window had opened Mon 2 Mar 2026, 09:30 Europe/Lisbon").And.Contain("on the clock of Europe/Lisbon, to which you moved"));
        Assert.That(Thread(Roots()[0])[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Ben."));
    }

    [Test]
    public async Task Whoever_moves_to_where_the_window_is_over_is_not_asked_that_day_not_named_and_learns_why()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @ben ask \"What is next?\" open for 1h");
        await Until("2026-03-02 12:00");
        await Team.Says("ben", "dm", "online zone Europe/Lisbon");
        await Until("2026-03-03 09:00");

        Assert.That(Prompts("ben"), Is.Empty);
        Assert.That((await Team.Says("ben", "dm", "checkin why 2 march")).Text, Does.Contain(
            "not asked: the window was over on the clock of Europe/Lisbon, to which you moved"));
        Assert.That(Thread(Roots()[0])[^1], Is.EqualTo("Closed: 0 of 1 answered. No answer: @Ana."));
        await Until("2026-03-03 10:00");
        Assert.That(Prompts("ben"), Has.Count.EqualTo(1));
    }

    [TestCase("2026-03-02", 4)]
    [TestCase("2026-10-12", 5)]
    public async Task Whoever_flies_around_the_world_is_asked_once_for_each_date_and_nothing_is_missing(string first, int seed)
    {
        var start = At(first + " 09:00");
        await Team.ClockTo(start);
        var zones = new[] { "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Lisbon", "Asia/Kolkata", "America/New_York" };
        await Sets("ana", "checkin new Daily in #team at 9:30 every day for @ana @ben ask \"What is next?\" open for 3h");
        var random = new Random(seed);
        for (var day = 0; day < 26; day++)
        {
            await Team.ClockTo(start + Duration.FromDays(day) + Duration.FromMinutes(random.Next(60, 14 * 60)));
            await Team.Says("ben", "dm", $"online zone {zones[random.Next(zones.Length)]}");
        }

        await Team.ClockTo(start + Duration.FromDays(28));
        var dates = Prompts("ben").Select(prompt => Team.TextOf(prompt).Split('\n')[0]).ToList();
        Assert.That(dates, Is.Unique);
        for (var day = 1; day < 26; day++)
        {
            var date = start.InUtc().Date.PlusDays(day);
            var why = (await Team.Says("ben", "dm", $"checkin why {date:uuuu-MM-dd}")).Text;
            Assert.That(why, Does.Match("asked (by direct message|late)|not asked: the window was over"), why);
            Assert.That(why, Does.Not.Contain("not running").And.Not.Contain("not asked yet"));
        }
    }

    [TestCase("")]
    [TestCase("online zone America/Los_Angeles")]
    public async Task Whom_the_platform_does_not_know_for_a_moment_is_asked_on_their_own_clock_all_the_same(string said)
    {
        if (said.Length > 0)
            Team.Directory.Add("sam", null, isAdmin: true);
        await Sets("ana", AnaAndSam);
        if (said.Length > 0)
            await Team.Says("sam", "dm", said);
        await Until("2026-03-02 09:29");
        Team.Directory.Unknown.Add("Sam");
        await Until("2026-03-02 09:31");
        var live = Team.TextOf(Root);
        await Until("2026-03-02 17:29");
        var before = Prompts("sam").Count;
        await Until("2026-03-02 17:31");

        Assert.That((before, Prompts("sam").Count), Is.EqualTo((0, 1)));
        Assert.That(live, Does.Contain("Later: @Sam"));
        Assert.That(Team.TextOf(Prompts("sam")[0]), Does.StartWith("Daily — Mon 2 Mar 2026"));
    }

    [Test]
    public async Task Whoever_comes_while_the_platform_does_not_know_them_is_asked_once_it_does()
    {
        Team.Directory.Unknown.Add("Sam");
        await Sets("ana", AnaAndSam);
        await Until("2026-03-02 09:31");
        var before = Prompts("sam").Count;
        await Until("2026-03-02 17:40");
        Team.Directory.Unknown.Clear();
        await Until("2026-03-02 18:15");

        Assert.That((before, Prompts("sam").Count), Is.EqualTo((0, 1)));
        Assert.That((await Team.Says("sam", "dm", "checkin why")).Text, Does.Contain("asked late").And.Not.Contain("not running"));
    }

    [Test]
    public async Task Whoever_leaves_between_the_opening_and_the_asking_is_not_asked()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"");
        await Until("2026-03-02 09:29");
        Team.Delivers = false;
        Team.Clock.Reset(At("2026-03-02 09:30"));
        await Task.WhenAll(await Team.Runner.Start(Team.Clock.GetCurrentInstant(), CancellationToken.None));
        await Team.Says("ben", "dm", "checkin leave Daily");
        Team.Delivers = true;
        await Team.Settle();

        Assert.That(Prompts("ben").Count(prompt => prompt.Card.AllButtons.Any(button => button.Label == "Skip today")), Is.Zero);
        Assert.That(Team.TextOf(Root), Does.Not.Contain("@Ben"));
    }

    [Test]
    public async Task A_run_ends_with_its_channel()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @ben @sam ask \"What is next?\" open for 2h");
        await Until("2026-03-02 09:30");
        await Answers("ana", "All");
        await Until("2026-03-02 12:00");
        Team.Directory.Lose("team");
        await Until("2026-03-05 12:00");

        Assert.That((await Team.Find(Run.Type, "1 2026-03-02"))?.ClosedAt, Is.Not.Null);
    }

    [Test]
    public async Task Whoever_came_after_the_time_on_their_clock_and_moves_is_asked_on_the_new_one()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @dana ask \"What is next?\"");
        await Team.Says("emi", "dm", "online zone Europe/Lisbon");
        await Until("2026-03-02 12:00");
        await Team.Says("ana", "#team", "checkin add Daily @emi");
        await Until("2026-03-02 15:00");
        await Team.Says("emi", "dm", "online zone America/New_York");
        await Until("2026-03-03 08:00");

        Assert.That(Prompts("emi"), Has.Count.EqualTo(1));
        Assert.That((await Team.Says("emi", "dm", "checkin why 2 march")).Text, Does.Contain("to which you moved"));
        Assert.That(Thread(Roots()[0])[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Emi."));
    }

    [Test]
    public async Task A_pause_ends_asking_that_is_under_way_and_its_undo_goes_on_with_it()
    {
        var many = Enumerable.Range(1, 170).Select(number => $"p{number}").ToArray();
        foreach (var person in many)
            Team.Directory.Add(person, "Europe/Lisbon");
        Team.Directory.AddChannel("crowd", [.. many, "sam"]);
        await Sets("sam", "checkin new Daily in #crowd at 9:30 every day Lisbon ask \"What is next?\"", "#crowd");
        await Until("2026-03-02 09:29");
        Team.Delivers = false;
        Team.Clock.Reset(At("2026-03-02 09:30"));
        for (var round = 0; round < 3; round++)
            await Task.WhenAll(await Team.Runner.Start(Team.Clock.GetCurrentInstant(), CancellationToken.None));
        var paused = await Team.Says("sam", "#crowd", "checkin pause Daily");
        Team.Delivers = true;
        await Until("2026-03-02 09:31");
        var during = many.Sum(person => Prompts(person).Count);
        await Team.Presses("sam", paused, "Undo");
        await Until("2026-03-02 09:40");

        Assert.That(during, Is.InRange(1, 120));
        Assert.That(many.Select(person => Prompts(person).Count), Is.All.EqualTo(1));
    }

    [Test]
    public async Task Where_many_leave_at_once_no_turn_does_much()
    {
        var many = Enumerable.Range(1, 200).Select(number => $"p{number}").ToArray();
        foreach (var person in many)
            Team.Directory.Add(person, "Europe/Lisbon");
        Team.Directory.AddChannel("crowd", [.. many, "sam"]);
        await Sets("sam", "checkin new Daily in #crowd at 9:30 every day Lisbon ask \"What is next?\"", "#crowd");
        await Until("2026-03-02 09:40");
        foreach (var person in many)
            Team.Directory.Leave(person, "crowd");
        var most = 0;
        Team.Store.BeforeCommit = batch =>
        {
            most = Math.Max(most, batch.Writes.OfType<PutDocument>().Count());
            return Task.CompletedTask;
        };
        await Team.Does("sam", Team.Place("#crowd"), null, null, new InboundContent.Call(new MembersChanged()));
        await Until("2026-03-02 09:42");

        Assert.That(most, Is.InRange(25, 80));
        Assert.That(Team.TextOf(Roots("#crowd")[0]), Does.Contain("Answered: 0 of 1").And.Contain("Still open: @Sam"));
    }

    [Test]
    public async Task Where_the_platform_takes_nothing_from_the_bot_any_more_nobody_is_named_and_what_was_answered_stays()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @ben @sam ask \"What is next?\"");
        await Until("2026-03-02 10:00");
        await Answers("ana", "All");
        Team.Chat.Will(FaultKind.Refuse, 10_000);
        await Until("2026-03-03 09:00");

        Assert.That((await Team.Says("ana", "#team", "checkin report Daily 2 march")).Text, Does.Contain("Answered: 1 of 1: @Ana").And.Contain("Not asked: @Ben, @Sam"));
        Assert.That((await Team.Says("ben", "#team", "checkin why 2 march")).Text, Does.Contain("the question did not arrive: the channel is gone"));
    }

    [Test]
    public async Task Whose_account_is_closed_mid_run_is_waited_for_no_more_and_what_they_kept_goes_on()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @chidi ask \"What is next?\"");
        await Until("2026-03-02 10:00");
        await Answers("ben", "All");
        await Answers("chidi", "All");
        Team.Directory.Add("ana", "Europe/Lisbon", isGone: true);
        await Team.Does("ben", Team.Place("#team"), null, null, new InboundContent.Call(new PersonLeft(TestDirectory.IdOf("ana"))));

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 2 of 2 answered."));
        await Until("2026-03-03 10:00");
        Assert.That((Prompts("ana").Count, Prompts("ben").Count), Is.EqualTo((0, 2)));
        Assert.That(Team.Posts("@sam").Count(text => text.StartsWith("@Ana left, so Daily", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Nothing_is_kept_of_the_messages_of_a_check_in_that_is_gone()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @chidi ask \"What is next?\" \"What blocks you?\"");
        await Until("2026-03-02 10:00");
        await Team.Says("ben", "dm", "checkin snooze Daily");
        await Until("2026-03-02 15:00");
        await Answers("ana", "All", "The key");
        await Until("2026-03-03 09:00");
        await Team.Says("ana", "#team", "checkin delete Daily");
        await Until("2026-03-04 09:00");

        Assert.That(Team.Database().Split('\n').Where(row => row.StartsWith("document", StringComparison.Ordinal) && row.Contains("posted", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task An_answer_that_comes_as_the_run_begins_is_posted([Range(1, 5)] int rounds)
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"");
        await Team.Says("ben", "dm", "checkin answer Early");
        await Until("2026-03-02 09:29");
        Team.Delivers = false;
        Team.Store.BeforeCommit = async _ =>
        {
            Team.Store.BeforeCommit = null;
            Team.Clock.Reset(At("2026-03-02 09:30"));
            for (var round = 0; round < rounds; round++)
                await Task.WhenAll(await Team.Runner.Start(Team.Clock.GetCurrentInstant(), CancellationToken.None));
        };
        await Team.Says("ana", "dm", "checkin answer Just now");
        await Team.Settle();

        Assert.That(Thread(Root), Has.Some.Contains("Just now").And.Some.Contains("Early"));
        Assert.That(Thread(Root).Count(text => text.Contains("Just now", StringComparison.Ordinal)), Is.EqualTo(1));
    }
}
