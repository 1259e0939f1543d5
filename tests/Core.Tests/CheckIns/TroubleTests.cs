using AsyncBot.Core.Documents;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>What goes wrong around check-ins, and what is said of it. It is Monday 2 March 2026.</summary>
public sealed class TroubleTests : CheckInDiary
{
    private const string Two = "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"";

    [Test]
    public async Task What_comes_late_though_the_bot_was_up_blames_no_downtime()
    {
        await Sets("ana", Two);
        Team.Sleeps(Duration.FromHours(1));
        await Team.Settle();
        var prompt = Team.TextOf(Prompts("ana").Single());
        var why = (await Team.Says("ana", "dm", "checkin why")).Text;
        await Until("2026-03-02 18:00");
        Team.Sleeps(Duration.FromDays(1));
        await Team.Settle();

        Assert.That(prompt, Does.Contain("This was to come Mon 2 Mar 2026, 09:30 Europe/Lisbon").And.Not.Contain("not running"));
        Assert.That(why, Does.Contain("10:00:00 asked late: the window opened Mon 2 Mar 2026, 09:30 Europe/Lisbon").And.Not.Contain("not running"));
        Assert.That((await Team.Says("ana", "dm", "checkin why 3 march")).Text, Does.Contain(
            "not asked: the window, which opened Tue 3 Mar 2026, 09:30 Europe/Lisbon").And.Contain("was over before I could ask"));
    }

    [Test]
    public async Task What_comes_late_for_an_undo_blames_no_downtime_though_the_bot_was_started_anew_meanwhile()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 09:25");
        var deleted = await Team.Says("ana", "#team", "checkin delete Daily");
        await Until("2026-03-02 09:32");
        await Team.Restart();
        await Until("2026-03-02 09:34");
        await Team.Presses("ana", deleted, "Undo");
        await Until("2026-03-02 10:00");

        Assert.That(Team.FirstTextOf(Prompts("ben").Single()), Does.Contain("This was to come Mon 2 Mar 2026").And.Not.Contain("not running"));
    }

    [Test]
    public async Task Asking_that_is_given_up_on_is_begun_anew_while_the_window_is_open()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 09:29");
        Team.Store.BeforeCommit = batch => batch.Writes.OfType<PutDocument>().Any(write => write.Kind == "checkin.entry")
            ? throw new InvalidOperationException("A defect that nobody foresaw.")
            : Task.CompletedTask;
        await Until("2026-03-02 12:00");
        var during = Prompts("ana").Count;
        Team.Store.BeforeCommit = null;
        await Until("2026-03-02 13:00");

        Assert.That((during, Prompts("ana").Count, Prompts("ben").Count, Roots().Count), Is.EqualTo((0, 1, 1, 1)));
    }

    [Test]
    public async Task A_message_of_a_run_that_could_not_be_posted_is_posted_anew_with_its_answers_in_its_thread()
    {
        await Sets("ana", Two);
        Team.Chat.Will(FaultKind.Refuse, 1, Team.Place("#team"));
        await Until("2026-03-02 09:31");
        var before = Roots().Count;
        await Until("2026-03-02 09:36");
        await Team.Says("ben", "dm", "checkin answer All");

        Assert.That((before, Roots().Count), Is.EqualTo((0, 1)));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Ben\nWhat is next?: All" }));
        Assert.That((await Team.Says("sam", "dm", "async undelivered")).Text, Does.Not.Contain("the channel is gone"));
    }

    [Test]
    public async Task An_answer_that_was_given_up_on_with_the_message_of_its_run_is_shown_with_it()
    {
        await Sets("ana", Two);
        Team.Chat.Will(FaultKind.Refuse, 3, Team.Place("#team"));
        await Until("2026-03-02 09:30");
        Team.Delivers = false;
        await Team.Says("ben", "dm", "checkin answer All");
        Team.Delivers = true;
        await Team.Settle();
        await Until("2026-03-02 09:50");

        Assert.That(Roots(), Has.Count.EqualTo(1));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Ben\nWhat is next?: All" }));
    }

    [Test]
    public async Task An_answer_that_was_delivered_while_the_message_of_its_run_was_missing_is_shown_in_its_thread_once_there_is_one()
    {
        await Sets("ana", Two);
        await AnswersBeforeTheMessageIsRefused();
        await Team.Deliver();
        var outside = Roots().Select(Team.TextOf).ToList();
        await Until("2026-03-02 09:40");
        await Team.Says("ben", "dm", "checkin edit");

        Assert.That(outside, Is.EqualTo(new[] { "@Ben\nWhat is next?: All" }));
        Assert.That(Roots().Select(root => Team.TextOf(root).Split('\n')[0].Trim()), Is.EquivalentTo(new[]
        {
            "What @Ben answered is in the thread of Daily — Mon 2 Mar 2026 now.",
            "Daily — Mon 2 Mar 2026",
        }));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Ben\nWhat is next?: All" }));
        Assert.That((await Team.Says("sam", "dm", "async undelivered")).Text, Does.Not.Contain("the channel is gone"));
    }

    [Test]
    public async Task A_message_that_is_refused_again_and_again_moves_no_answer_about()
    {
        await Sets("ana", Two);
        await AnswersBeforeTheMessageIsRefused();
        await Team.Deliver();
        Team.Chat.Will(FaultKind.Refuse, 50, Team.Place("#team"));
        await Until("2026-03-02 17:00");

        Assert.That(Roots().Select(Team.TextOf), Is.EqualTo(new[] { "@Ben\nWhat is next?: All" }));
    }

    [Test]
    public async Task An_answer_that_is_given_while_the_message_of_its_run_is_missing_waits_for_it()
    {
        await Sets("ana", Two);
        Team.Chat.Will(FaultKind.Refuse, 1, Team.Place("#team"));
        await Until("2026-03-02 09:31");
        Team.Delivers = false;
        await Team.Says("ben", "dm", "checkin answer All");
        await Team.Deliver();
        var before = Team.Messages("#team").Count;
        Team.Delivers = true;
        await Team.Settle();

        Assert.That(before, Is.EqualTo(Team.Messages("#team").Count - 2));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Ben\nWhat is next?: All" }));
    }

    [Test]
    public async Task A_look_that_is_given_up_on_ends_no_check_in()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 09:29");
        Team.Store.BeforeCommit = batch => batch.Writes.OfType<PutDocument>().Any(write => write.Kind == "checkin.plan")
            ? throw new InvalidOperationException("A defect that nobody foresaw.")
            : Task.CompletedTask;
        await Until("2026-03-02 11:00");
        var during = Prompts("ana").Count;
        Team.Store.BeforeCommit = null;
        await Until("2026-03-03 10:00");

        Assert.That(during, Is.Zero);
        Assert.That(Prompts("ana").Select(prompt => Team.TextOf(prompt).Split('\n')[0].Trim()), Is.EqualTo(new[] { "Daily — Tue 3 Mar 2026" }));
        Assert.That((await Team.Says("ana", "dm", "checkin why 2 march")).Text, Does.Contain("was over before I could ask"));
        await Until("2026-03-04 10:00");
        Assert.That(Prompts("ana"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task While_the_platform_does_not_say_who_is_in_a_channel_it_is_asked_again()
    {
        Team.Directory.AddChannel("small", "ana");
        await Sets("ana", "checkin new Daily in #small at 9:30 on weekdays Lisbon for everyone ask \"What is next?\"", "#small");
        Team.Directory.Leave("ana", "small");
        await Until("2026-03-02 09:31");
        Team.Directory.Silent.Add("#small");
        Team.Directory.Join("ana", "small");
        await Until("2026-03-03 09:40");
        Team.Directory.Silent.Clear();
        await Until("2026-03-04 10:00");

        Assert.That(Team.Log.Failures, Is.Empty);
        Assert.That(Prompts("ana"), Is.Not.Empty);
    }

    [Test]
    public async Task A_channel_that_the_bot_can_not_see_is_not_called_archived()
    {
        await Sets("ana", Two);
        Team.Directory.Lose("team");
        await Until("2026-03-02 09:30");
        var told = Team.Posts("@ana")[^1];
        Team.Directory.AddChannel("team", "ana", "ben");

        Assert.That(told, Does.StartWith("I paused Daily, because I can’t see its channel any more: it was deleted, or I was taken out of it."));
        Assert.That((await Team.Says("ana", "#team", "checkin resume Daily")).Text, Does.StartWith("Resumed: Daily."));
    }

    [TestCase("12")]
    [TestCase("#7")]
    public async Task A_name_that_would_be_read_as_a_number_is_refused(string name)
    {
        var refused = await Team.Says("ana", "#team", $"checkin new \"{name}\" at 9:30 on weekdays for @ana ask \"What is next?\"");

        Assert.That(refused.IsRefused);
        Assert.That(refused.Text, Does.StartWith($"“{name}” would be taken for the number of a check-in; give it a name with a letter in it."));
    }

    [Test]
    public async Task Whoever_got_the_question_and_put_it_off_is_named_although_it_did_not_arrive_again()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 09:31");
        await Team.Presses("ben", Prompts("ben")[^1], "Snooze 1 h");
        Team.Chat.Will(FaultKind.Refuse, 50, Team.Place("@ben"));
        await Until("2026-03-03 09:00");

        Assert.That(Thread(Roots()[0])[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Ben."));
    }

    [Test]
    public async Task An_early_answer_does_not_keep_the_questions_from_changing_and_is_kept_where_it_fits()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @chidi ask \"What is next?\" \"What blocks you?\"");
        await Team.Says("ben", "dm", "checkin answer Docs; none");
        var shown = await Team.Says("ana", "#team", "checkin change Daily ask \"What blocks you?\" \"What is next?\" channel");
        await Team.Presses("ana", shown, "Change it");
        await Until("2026-03-02 09:30");

        Assert.That(Team.TextOf(Root), Does.Contain("1. What blocks you?").And.Contain("2. What is next?"));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Ben (early)\nWhat blocks you?: none\nWhat is next?: Docs" }));
        Assert.That(Prompts("ana"), Is.Empty);
        Assert.That((await Team.Says("ben", "dm", "checkin why")).Text, Does.Contain("not asked: answered before"));
    }

    [Test]
    public async Task An_early_answer_that_lacks_a_new_question_is_asked_for_again_and_stands_in_the_form()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\" \"What blocks you?\"");
        await Team.Says("ben", "dm", "checkin answer Docs; none");
        var shown = await Team.Says("ana", "#team", "checkin change Daily ask \"What is next?\" \"What did you learn?\"");
        await Team.Presses("ana", shown, "Change it");
        await Until("2026-03-02 09:30");
        var form = await Team.Presses("ben", Prompts("ben").Single(), "Answer");

        Assert.That(form.Form!.Inputs.Select(input => input.Value), Is.EqualTo(new[] { "Docs", null }));
        Assert.That(Thread(Root), Is.Empty);
        Assert.That((await Team.Says("ben", "dm", "checkin why")).Text, Does.Contain("answered before, and then the questions changed").And.Contain("asked by direct message"));
    }

    [Test]
    public async Task After_a_month_no_turn_does_much_at_once()
    {
        var many = Enumerable.Range(1, 150).Select(number => $"p{number}").ToArray();
        foreach (var person in many)
            Team.Directory.Add(person, "Europe/Lisbon");
        Team.Directory.AddChannel("crowd", [.. many, "sam"]);
        await Sets("sam", "checkin new Daily in #crowd at 9:30 every day for everyone ask \"What is next?\"", "#crowd");
        await Until("2026-03-02 09:00");
        Team.Sleeps(Duration.FromDays(30));
        await Team.Restart();
        var (most, runs) = (0, 0);
        Team.Store.BeforeCommit = batch =>
        {
            most = Math.Max(most, batch.Writes.Count);
            runs = Math.Max(runs, batch.Writes.OfType<PutDocument>().Count(write => write.Kind == "checkin.run"));
            return Task.CompletedTask;
        };
        await Team.Settle();

        Assert.That(most, Is.LessThan(200));
        Assert.That(runs, Is.InRange(1, 3));
        Assert.That(Prompts("p7").Select(prompt => Team.TextOf(prompt).Split('\n')[0].Trim()), Is.EqualTo(new[] { "Daily — Wed 1 Apr 2026" }));
        Assert.That((await Team.Says("p7", "dm", "checkin why 5 march")).Text, Does.Contain("not asked: I was not running"));
    }

    [Test]
    public async Task Where_many_can_not_be_reached_the_run_ends_in_small_turns()
    {
        var many = Enumerable.Range(1, 130).Select(number => $"p{number}").ToArray();
        foreach (var person in many)
            Team.Directory.Add(person, "Europe/Lisbon");
        Team.Directory.AddChannel("crowd", [.. many, "sam"]);
        await Sets("sam", "checkin new Daily in #crowd at 9:30 every day Lisbon for everyone ask \"What is next?\"", "#crowd");
        foreach (var person in many)
            Team.Chat.Will(FaultKind.Refuse, 100, Team.Place("@" + person));
        await Until("2026-03-02 17:29");
        var most = 0;
        Team.Store.BeforeCommit = batch =>
        {
            most = Math.Max(most, batch.Writes.OfType<PutDocument>().Count(write => write.Kind == "checkin.entry"));
            return Task.CompletedTask;
        };
        await Until("2026-03-02 18:00");

        Assert.That(most, Is.InRange(1, 100));
        Assert.That(Team.Messages("#crowd").Where(message => message.Thread is not null).Select(Team.TextOf), Is.EqualTo(new[] { "Closed: 0 of 1 answered. No answer: @Sam." }));
    }

    /// <summary>Both are on their way, and the message will be refused.</summary>
    private async Task AnswersBeforeTheMessageIsRefused()
    {
        await Until("2026-03-02 09:29");
        Team.Clock.Reset(At("2026-03-02 09:30"));
        await Team.RunJobs();
        Team.Delivers = false;
        await Team.Says("ben", "dm", "checkin answer All");
        Team.Delivers = true;
        Team.Chat.Will(FaultKind.Refuse, 1, Team.Place("#team"));
    }
}
