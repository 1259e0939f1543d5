using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Whatever is taken back is as if it had never been said, also where a window opened or a run ended meanwhile. It is Monday 2 March 2026.</summary>
public sealed class UndoCheckInTests : CheckInDiary
{
    private const string Two = "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"";

    [Test]
    public async Task Whoever_takes_an_early_answer_back_is_asked()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 09:25");
        var early = await Team.Says("ben", "dm", "checkin answer All");
        await Team.Presses("ben", early, "Undo");
        await Until("2026-03-02 09:30");

        Assert.That(Prompts("ben"), Has.Count.EqualTo(1));
        Assert.That((await Team.Says("ben", "dm", "checkin why")).Text, Does.Contain("asked by direct message").And.Not.Contain("answered before"));
        Assert.That(Team.TextOf(Root), Does.Contain("Still open: @Ana, @Ben"));
    }

    [Test]
    public async Task Whoever_takes_an_early_answer_back_when_the_window_is_open_is_asked_at_once()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 09:25");
        var early = await Team.Says("ben", "dm", "checkin answer All");
        await Until("2026-03-02 09:33");
        await Team.Presses("ben", early, "Undo");

        Assert.That(Team.TextOf(Prompts("ben").Single()), Does.Not.Contain("late").And.Not.Contain("not running"));
        Assert.That((await Team.Says("ben", "dm", "checkin why")).Text, Does.Contain("took the answer back").And.Contain("asked by direct message"));
        Assert.That(Team.TextOf(Root), Does.Contain("Still open: @Ana, @Ben"));
        await Until("2026-03-02 17:30");
        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Ben."));
    }

    [TestCase("checkin skip Daily")]
    [TestCase("checkin answer All")]
    [TestCase("checkin leave Daily")]
    [TestCase("checkin snooze Daily")]
    public async Task The_reminder_comes_all_the_same_after_an_undo(string line)
    {
        await Sets("ana", Two);
        await Until("2026-03-02 09:35");
        var said = await Team.Says("ben", "dm", line);
        await Until("2026-03-02 09:36");
        await Team.Presses("ben", said, "Undo");
        await Until("2026-03-02 17:00");

        Assert.That(Reminders("ben"), Is.EqualTo(1));
        Assert.That(Prompts("ben").Count, Is.EqualTo(1));
        Assert.That(Prompts("ben")[^1].Card.AllButtons.Select(button => button.Label), Does.Contain("Skip today"));
    }

    [Test]
    public async Task A_reminder_that_fell_due_while_it_was_skipped_comes_with_the_undo_and_once()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 14:48");
        var skipped = await Team.Says("ben", "dm", "checkin skip Daily");
        await Until("2026-03-02 14:55");
        await Team.Presses("ben", skipped, "Undo");
        await Until("2026-03-02 17:00");

        Assert.That(Reminders("ben"), Is.EqualTo(1));
    }

    [Test]
    public async Task Taking_back_the_answer_that_ended_a_run_opens_it_again_and_it_ends_with_one_line()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 09:30");
        await Answers("ben", "All");
        var last = await Answers("ana", "More");
        var ended = Team.TextOf(Root);
        await Team.Presses("ana", last, "Undo");
        var open = (Root: Team.TextOf(Root), Thread: Thread(Root));
        await Answers("ana", "Yet more");

        Assert.That(ended, Does.Contain("Closed."));
        Assert.That(open.Root, Does.Not.Contain("Closed.").And.Contain("Still open: @Ana"));
        Assert.That(open.Thread, Has.None.StartsWith("Closed:"));
        Assert.That(Team.TextOf(Root), Does.Contain("Closed."));
        Assert.That(Thread(Root).Where(text => text.StartsWith("Closed:", StringComparison.Ordinal)), Is.EqualTo(new[] { "Closed: 2 of 2 answered." }));
    }

    [Test]
    public async Task What_is_edited_after_the_end_is_edited_in_the_line_that_ended_it_and_so_is_its_undo()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\" \"What blocks you?\"");
        await Until("2026-03-02 09:30");
        await Answers("ben", "All", "none");
        var answered = await Answers("ana", "All", "password is hunter2");
        var form = await Team.Presses("ana", answered, "Edit");
        var edited = await Team.Submits("ana", form, ("answers.1", "All"), ("answers.2", "none"));
        var without = Thread(Root)[^1];
        await Team.Presses("ana", edited, "Undo");

        Assert.That(without, Is.EqualTo("Closed: 2 of 2 answered."));
        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 2 of 2 answered. Blocker: @Ana: password is hunter2."));
    }

    [Test]
    public async Task Whoever_came_after_the_window_opened_is_not_asked_by_an_undo()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana ask \"What is next?\"");
        await Until("2026-03-02 12:00");
        await Team.Says("ana", "#team", "checkin add Daily @ben");
        await Until("2026-03-02 12:05");
        var answered = await Answers("ben", "All");
        await Team.Presses("ben", answered, "Undo");
        await Until("2026-03-03 09:00");

        Assert.That(Prompts("ben"), Is.Empty);
        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 1 answered. No answer: @Ana."));
    }

    [Test]
    public async Task A_check_in_that_is_gone_again_leaves_no_run_no_text_and_no_reminder()
    {
        await Until("2026-03-02 09:25");
        var made = await Sets("ana", Two);
        await Until("2026-03-02 09:31");
        await Answers("ana", "My secret");
        await Team.Presses("ana", made, "Undo");
        var buttons = Prompts("ben").SelectMany(prompt => Team.Now(prompt).Card.AllButtons).ToList();
        await Until("2026-03-03 12:00");

        Assert.That(Team.Chat.Messages.Select(Team.TextOf), Has.None.Contains("My secret"));
        Assert.That(Team.Chat.Messages.Select(Team.TextOf), Has.None.Contains("Still open"));
        Assert.That(Reminders("ben"), Is.Zero);
        Assert.That(buttons, Is.Empty);
        Assert.That(Team.Database(), Does.Not.Contain("My secret").And.Not.Contain("checkin.run").And.Not.Contain("checkin.entry").And.Not.Contain("checkin.plan"));
    }

    [Test]
    public async Task A_snoozed_question_of_a_check_in_that_is_gone_is_not_asked_again()
    {
        await Until("2026-03-02 09:25");
        var made = await Sets("ana", Two);
        await Until("2026-03-02 09:31");
        await Team.Says("ben", "dm", "checkin snooze Daily");
        await Team.Presses("ana", made, "Undo");
        await Until("2026-03-02 12:00");

        Assert.That(Team.Posts("@ben").Count(text => text.StartsWith("Daily", StringComparison.Ordinal)), Is.Zero);
    }

    [Test]
    public async Task A_second_delete_can_be_taken_back_for_as_long_as_the_first()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 10:00");
        await Answers("ben", "All");
        var first = await Team.Says("ana", "#team", "checkin delete Daily");
        await Until("2026-03-02 10:02");
        await Team.Presses("ana", first, "Undo");
        await Until("2026-03-02 10:08");
        var second = await Team.Says("ana", "#team", "checkin delete Daily");
        await Until("2026-03-02 10:17");
        await Team.Presses("ana", second, "Undo");

        Assert.That((await Team.Says("ana", "#team", "checkin status Daily")).Text, Does.Contain("Answered: 1 of 2: @Ben").And.Contain("Still open: @Ana"));
        await Until("2026-03-03 10:00");
        Assert.That(Prompts("ana"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_reminder_that_fell_due_while_the_check_in_was_deleted_comes_when_it_is_back()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 14:48");
        var deleted = await Team.Says("ana", "#team", "checkin delete Daily");
        await Until("2026-03-02 14:55");
        var meanwhile = Reminders("ben");
        await Team.Presses("ana", deleted, "Undo");
        await Until("2026-03-02 17:00");

        Assert.That(meanwhile, Is.Zero);
        Assert.That(Reminders("ben"), Is.EqualTo(1));
    }

    [TestCase("checkin pause Daily", "ana")]
    [TestCase("checkin delete Daily", "ana")]
    [TestCase("checkin remove Daily @ben", "ana")]
    [TestCase("checkin leave Daily", "ben")]
    [TestCase("checkin change Daily at 16:00 on weekdays", "ana")]
    [TestCase("checkin leave Daily", "ben", true)]
    [TestCase("checkin remove Daily @ben", "ana", true)]
    [TestCase("checkin pause Daily", "ana", true)]
    public async Task Whose_window_opened_while_something_was_changed_is_asked_when_that_is_taken_back(string line, string by, bool isForEveryone = false)
    {
        Team.Directory.AddChannel("trio", "ana", "ben", "chidi");
        await Sets("ana", $"checkin new Daily in {(isForEveryone ? "#trio" : "#team")} at 9:30 on weekdays Lisbon "
            + $"for {(isForEveryone ? "everyone" : "@ana @ben @chidi")} ask \"What is next?\"");
        await Sets("ana", "checkin new Other in #team at 9:31 on weekdays Lisbon for @ana ask \"What is next?\"");
        await Until("2026-03-02 09:27");
        var said = await Team.Says(by, "#team", line);
        if (said.Labels.Contains("Change it"))
            said = await Team.Presses(by, said, "Change it");
        await Until("2026-03-02 09:34");
        await Team.Presses(by, said, "Undo");
        await Until("2026-03-02 09:35");
        await Team.Presses("chidi", Prompts("chidi")[^1], "Skip today");
        await Until("2026-03-03 09:00");

        Assert.That(Prompts("ben").Select(Team.TextOf).ToList(), Has.Count.EqualTo(1).And.None.Contains("not running"));
        Assert.That((await Team.Says("ben", "dm", "checkin why 2 march")).Text, Does.Contain("asked").And.Not.Contain("not asked").And.Not.Contain("not running"));
        var closed = Team.Posts(isForEveryone ? "#trio" : "#team").Where(text => text.StartsWith("Closed:", StringComparison.Ordinal) && text.Contains("Ben", StringComparison.Ordinal));
        Assert.That(closed.Single(), Is.EqualTo("Closed: 0 of 3 answered. No answer: @Ana, @Ben."));
    }

    [Test]
    public async Task Whoever_was_put_in_and_is_out_again_is_not_waited_for()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana ask \"What is next?\"");
        await Until("2026-03-02 09:28");
        var added = await Team.Says("ana", "#team", "checkin add Daily @ben");
        await Until("2026-03-02 09:32");
        await Answers("ana", "All");
        await Team.Presses("ana", added, "Undo");

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 1 of 1 answered."));
        Assert.That(Prompts("ben").Count(prompt => prompt.Card.AllButtons.Any(button => button.Label == "Skip today")), Is.Zero);
        Assert.That(Team.Posts("@ben")[^1], Is.EqualTo("@Ana took you out of the check-in Daily; I ask you no more."));
    }

    [Test]
    public async Task A_run_by_hand_in_which_others_answered_stays_with_what_they_wrote()
    {
        await Sets("ana", Two);
        var ran = await Team.Says("ana", "#team", "checkin run Daily");
        await Answers("ben", "Typed with care");
        var undone = await Team.Presses("ana", ran, "Undo");
        await Until("2026-03-02 09:20");

        Assert.That(undone.Text, Is.EqualTo("Others have answered in Daily — Mon 2 Mar 2026 (extra run) since, so it stays, and so does what they wrote. "
            + "See: checkin report Daily 2026-03-02"));
        Assert.That((await Team.Says("ana", "#team", "checkin report Daily 2026-03-02")).Text, Does.Contain("Typed with care").And.Contain("Still open: @Ana"));
    }

    [Test]
    public async Task A_new_check_in_in_which_others_answered_stays_and_can_be_deleted()
    {
        await Until("2026-03-02 09:25");
        var made = await Sets("ana", Two);
        await Until("2026-03-02 09:31");
        await Answers("ben", "Typed with care");
        var undone = await Team.Presses("ana", made, "Undo");

        Assert.That(undone.Text, Is.EqualTo("Others have answered in Daily since, so it stays, and so does what they wrote. "
            + "To delete it with all answers: checkin delete Daily"));
        Assert.That(Thread(Root), Has.Some.Contains("Typed with care"));
    }

    [Test]
    public async Task Whoever_may_not_delete_the_new_one_is_told_what_there_is()
    {
        await Sets("ana", Two);
        var deleted = await Team.Says("ana", "#team", "checkin delete Daily");
        await Sets("ben", Two);

        Assert.That((await Team.Presses("ana", deleted, "Undo")).Text, Does.EndWith("so the deleted one stays away. To see the new one: checkin status Daily"));
    }

    [Test]
    public async Task A_deleted_check_in_comes_back_only_when_nothing_else_has_its_name()
    {
        await Sets("ana", Two);
        var deleted = await Team.Says("ana", "#team", "checkin delete Daily");
        await Sets("ana", Two);
        var refused = await Team.Presses("ana", deleted, "Undo");
        var during = await Team.Says("ana", "#team", "checkin list");
        await Team.Says("ana", "#team", "checkin delete Daily");
        var back = await Team.Presses("ana", deleted, "Undo");

        Assert.That(refused.Text, Is.EqualTo("#team has another check-in named Daily since, and there is one of a name, so the deleted one stays away. "
            + "To have it back, delete the new one first, and press Undo again: checkin delete Daily"));
        Assert.That(during.Text, Does.Contain("Check-ins, 1"));
        Assert.That(back.Text, Is.EqualTo("Taken back: the check-in Daily is as before."));
        Assert.That((await Team.Says("ana", "#team", "checkin list")).Text, Does.Contain("Check-ins, 1").And.Contain("Daily"));
        Assert.That((await Team.Says("ana", "#team", Two)).Text, Does.Contain("has a check-in named Daily already"));
    }
}
