namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Somebody answers before the questions change. It is Monday 2 March 2026; Ben's window opens five hours after Ana's.</summary>
public sealed class EarlyAnswersTests : CheckInDiary
{
    private const string Line = "checkin new Daily in #team at 9:30 on weekdays for @ana @ben ask \"What is next?\" \"What blocks you?\"";

    [Test]
    public async Task Where_one_more_question_is_asked_the_run_goes_on_and_the_early_answer_stands_in_the_form()
    {
        await Sets("ana", Line);
        await Team.Says("ben", "dm", "checkin answer Docs; none");
        await Changes("checkin change Daily ask \"What is next?\" \"What blocks you?\" \"What did you learn?\"");
        await Until("2026-03-02 10:00");
        var status = await Team.Says("ana", "#team", "checkin status Daily");
        var report = await Team.Says("ana", "#team", "checkin report Daily");
        var early = await Team.Says("ben", "dm", "checkin answer");
        await Answers("ana", "a", "none", "c");
        await Until("2026-03-02 14:30");
        var form = await Team.Presses("ben", Prompts("ben").Single(), "Answer");
        await Team.Submits("ben", form, ("answers.1", "Docs"), ("answers.3", "Much"));

        Assert.That(Team.Log.Failures, Is.Empty);
        Assert.That(status.Text, Does.Contain("Answered: 0 of 1").And.Contain("Later: @Ben"));
        Assert.That(report.Text, Does.Contain("Answered: 0 of 1").And.Not.Contain("Docs"));
        Assert.That(early.Form!.Inputs.Select(input => input.Value), Is.EqualTo(new[] { "Docs", "none", null }));
        Assert.That(form.Form!.Inputs.Select(input => input.Value), Is.EqualTo(new[] { "Docs", "none", null }));
        Assert.That(Thread(Root), Is.EqualTo(new[]
        {
            "@Ana\nWhat is next?: a\nWhat blocks you?: none\nWhat did you learn?: c",
            "@Ben\nWhat is next?: Docs\nWhat did you learn?: Much",
            "Closed: 2 of 2 answered.",
        }));
    }

    [Test]
    public async Task Where_the_questions_are_asked_in_another_order_each_answer_stands_under_its_own()
    {
        await Sets("ana", Line);
        await Team.Says("ben", "dm", "checkin answer Docs; The key");
        await Changes("checkin change Daily ask \"What blocks you?\" \"What is next?\"");
        await Until("2026-03-02 10:00");
        var first = (Root: Team.TextOf(Root), Thread: Thread(Root));
        var form = await Team.Says("ben", "dm", "checkin edit Daily");
        await Until("2026-03-02 15:00");

        Assert.That(first.Thread, Is.EqualTo(new[] { "@Ben (early)\nWhat blocks you?: The key\nWhat is next?: Docs" }));
        Assert.That(first.Root, Does.Contain("Blockers\n@Ben: The key"));
        Assert.That(form.Form!.Inputs.Select(input => input.Value), Is.EqualTo(new[] { "The key", "Docs" }));
        Assert.That(Thread(Root), Is.EqualTo(first.Thread));
        Assert.That(Prompts("ben"), Is.Empty);
    }

    [Test]
    public async Task Whoever_answers_early_after_a_change_gets_the_questions_as_they_are()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @chidi ask \"What is next?\"");
        await Team.Says("ben", "dm", "checkin answer Docs");
        await Changes("checkin change Daily ask \"What did you learn?\"");
        var form = await Team.Says("chidi", "dm", "checkin answer");
        await Team.Submits("chidi", form, ("answers.1", "Something"));
        await Until("2026-03-02 09:31");

        Assert.That(form.Form!.Inputs.Select(input => input.Label), Is.EqualTo(new[] { "What did you learn?" }));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Chidi (early)\nWhat did you learn?: Something" }));
        Assert.That((Prompts("ben").Count, Prompts("chidi").Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task What_was_answered_without_names_counts_for_its_question_wherever_that_is_asked()
    {
        await Sets("ana", "checkin new Pulse in #team at 9:30 every day Lisbon for everyone ask \"Mood?\" (anonymous scale) \"What is next?\"");
        foreach (var person in new[] { "ana", "ben", "chidi", "dana" })
            await Team.Says(person, "dm", "checkin answer 5; More");
        await Changes("checkin change Pulse ask \"Load?\" (anonymous scale) \"Mood?\" (anonymous scale) \"What is next?\"");
        await Until("2026-03-02 09:30");
        var edit = await Team.Says("ana", "dm", "checkin edit Pulse");
        await Team.Says("ana", "#team", "checkin delete Pulse");
        await Until("2026-03-02 12:00");

        Assert.That(edit.Form!.Inputs.Select(input => input.Label), Is.EqualTo(new[] { "Load? (1 to 5, kept without your name)", "What is next?" }));
        Assert.That(Team.Database(), Does.Not.Contain("checkin.tally"));
    }

    [Test]
    public async Task The_mean_of_a_question_that_moved_is_its_own()
    {
        await Sets("ana", "checkin new Pulse in #team at 9:30 every day Lisbon for everyone ask \"Mood?\" (anonymous scale) \"What is next?\"");
        foreach (var person in new[] { "ana", "ben", "chidi", "dana" })
            await Team.Says(person, "dm", "checkin answer 5; More");
        await Changes("checkin change Pulse ask \"Load?\" (anonymous scale) \"Mood?\" (anonymous scale) \"What is next?\"");
        await Until("2026-03-02 09:30");

        Assert.That(Team.TextOf(Root), Does.Contain("Load?: shown from 4 answers on\nMood?: 5.0 of 5 (4 answers)"));
    }

    [Test]
    public async Task An_answer_that_is_being_kept_while_the_run_begins_with_other_questions_fits_them_or_is_asked_for_again()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @chidi ask \"What is next?\"");
        await Team.Says("chidi", "dm", "checkin answer Docs");
        await Until("2026-03-02 09:28");
        var form = await Team.Says("ben", "dm", "checkin answer");
        await Changes("checkin change Daily ask \"What did you learn?\" \"What is next?\"");
        Team.Store.BeforeCommit = async _ =>
        {
            Team.Store.BeforeCommit = null;
            await Until("2026-03-02 09:30");
        };
        await Team.Submits("ben", form, ("answers.1", "Mine"));
        await Until("2026-03-02 09:40");

        Assert.That(Team.Log.Failures, Is.Empty);
        Assert.That((await Team.Says("ana", "#team", "checkin status Daily")).IsRefused, Is.False);
        Assert.That((await Team.Presses("chidi", Prompts("chidi").Single(), "Answer")).Form!.Inputs.Select(input => input.Value), Is.EqualTo(new[] { null, "Docs" }));
    }

    [Test]
    public async Task A_question_that_is_asked_twice_is_refused()
    {
        var refused = await Team.Says("ana", "#team", "checkin new Daily in #team at 9:30 on weekdays ask \"Mood?\" (scale) \"mood?\" (anonymous scale)");

        Assert.That(refused.IsRefused);
        Assert.That(refused.Text, Does.StartWith("It asks “Mood?” twice."));
    }
}
