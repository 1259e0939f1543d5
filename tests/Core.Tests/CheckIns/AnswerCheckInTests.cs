using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Answers of every shape. It is Monday 2 March 2026, 14:30 UTC: Ana and Ben have been asked.</summary>
public sealed class AnswerCheckInTests : CheckInDiary
{
    [SetUp]
    public async Task Ask()
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 14:30");
    }

    [Test]
    public async Task The_form_is_an_answer_that_all_can_read_in_the_runs_thread()
    {
        var answered = await Answers("ben", "Shipped it", "Write docs", "none");

        Assert.That(answered.Text, Is.EqualTo("Answered: Daily — Mon 2 Mar 2026."));
        Assert.That(answered.Labels, Is.EqualTo(new[] { "Edit", "Undo" }));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Ben\nWhat did you do?: Shipped it\nWhat is next?: Write docs\nWhat blocks you?: none" }));
        Assert.That(Team.TextOf(Root), Does.Contain("Answered: 1 of 2: @Ben\nStill open: @Ana\nLater: @Sam"));
        Assert.That(Team.TextOf(Prompts("ben")[^1]), Is.EqualTo("✅ Daily — Mon 2 Mar 2026: answered."));
    }

    [TestCase("Shipped it\nWrite docs\nnone", TestName = "Three_lines_are_three_answers")]
    [TestCase("Shipped it; Write docs; none", TestName = "Three_parts_of_one_line_are_three_answers")]
    [TestCase("- Shipped it\n\n- Write docs\n\n- none", TestName = "A_list_is_three_answers")]
    [TestCase("1. Shipped it\n2) Write docs\n3. none", TestName = "A_numbered_list_is_three_answers")]
    public async Task What_has_a_part_for_each_question_is_an_answer(string text)
    {
        await Team.Says("ben", "dm", text, Prompts("ben")[^1]);

        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Ben\nWhat did you do?: Shipped it\nWhat is next?: Write docs\nWhat blocks you?: none" }));
    }

    [TestCase("Shipped it")]
    [TestCase("Shipped it\nWrite docs")]
    [TestCase("a\nb\nc\nd")]
    [TestCase("a; b; c; d")]
    [TestCase("🚀")]
    [TestCase("```\nmake ship\nmake docs\nmake none\n```")]
    [TestCase("Idea for the demo; it works")]
    public async Task What_has_more_or_fewer_parts_opens_the_form_with_the_text_in_it(string text)
    {
        var opened = await Team.Says("ben", "dm", text, Prompts("ben")[^1]);
        await Team.Submits("ben", opened, ("answers.1", opened.Form!.Inputs[0].Value!), ("answers.2", "Docs"));

        Assert.That(opened.Form.Inputs[0].Value, Is.EqualTo(text));
        Assert.That(Thread(Root).Single(), Does.StartWith("@Ben"));
    }

    [Test]
    public async Task One_question_takes_any_text_as_it_is()
    {
        await Sets("ana", "checkin new Quick in #team at 15:00 on weekdays London for @ana ask \"How is it?\"");
        await Until("2026-03-02 15:00");
        foreach (var text in new[] { "🚀", "```\na;b\nc\n```", "one; two\nthree" })
        {
            var said = await Team.Says("ana", "dm", text, Prompts("ana")[^1]);
            if (said.Labels.Contains("Replace my answer"))
                await Team.Presses("ana", said, "Replace my answer");
            Assert.That(Thread(Roots()[^1])[0], Does.Contain(text), said.Text);
        }
    }

    [Test]
    public async Task A_text_that_is_too_long_is_refused_with_the_limit_and_one_as_long_as_that_is_kept()
    {
        var tooLong = await Team.Says("ben", "dm", $"{new string('x', 9_991)}; next; no", Prompts("ben")[^1]);
        await Team.Says("ben", "dm", $"{new string('x', 9_990)}; next; no", Prompts("ben")[^1]);

        Assert.That(tooLong.Text, Does.Contain("can have at most 10,000 characters, and this has 10,001."));
        Assert.That(Thread(Root).Single(), Does.Contain("xxx… (cut; all of it: checkin export Daily)"));
    }

    [Test]
    public async Task An_attachment_alone_opens_the_form_because_a_file_is_not_kept()
    {
        var opened = await Team.Says("ben", "dm", "", Prompts("ben")[^1]);

        Assert.That(opened.Form!.Title, Is.EqualTo("Daily, Mon 2 Mar 2026"));
        Assert.That(opened.Form.Inputs[0].Value, Is.Null);
    }

    [Test]
    public async Task A_command_in_the_thread_of_a_prompt_is_a_command()
    {
        var due = await Team.Says("ben", "dm", "due add Send it tomorrow at 9:00", Prompts("ben")[^1]);
        var help = await Team.Says("ben", "dm", "help", Prompts("ben")[^1]);

        Assert.That(due.Text, Does.StartWith("#1: Send it"));
        Assert.That(help.Text, Does.Contain("checkin"));
        Assert.That(Thread(Root), Is.Empty);
    }

    [Test]
    public async Task What_is_typed_elsewhere_is_an_answer_only_with_its_word()
    {
        var talk = await Team.Says("ben", "dm", "Shipped it; Write docs; none");
        var pressed = await Team.Presses("ben", talk, "Check-in answer");
        var nobody = await Team.Says("emi", "dm", "Shipped it; Write docs; none");

        Assert.That(pressed.Text, Does.StartWith("Answered: Daily"));
        Assert.That(nobody.Labels, Does.Not.Contain("Check-in answer").And.Contain("Remind me"));
    }

    [Test]
    public async Task An_early_answer_counts_and_whoever_gave_it_is_not_asked()
    {
        var early = await Team.Says("emi", "dm", "checkin answer Shipped it; Write docs; none");
        var asked = await Asked("2026-03-03 12:00");

        Assert.That(early.Text, Is.EqualTo("Answered: Daily — Tue 3 Mar 2026. You need not be asked then."));
        Assert.That(asked["emi"], Is.Empty);
        Assert.That(asked["dana"], Has.Count.EqualTo(1));
        var root = Roots().Single(each => Team.TextOf(each).Contains("Tue 3 Mar", StringComparison.Ordinal));
        Assert.That(Thread(root)[0], Does.StartWith("@Emi (early)"));
        Assert.That(Team.TextOf(root), Does.Contain("Answered: 1 of 4: @Emi"));
        Assert.That((await Team.Says("emi", "dm", "checkin why 2026-03-03")).Text, Does.Contain("not asked: answered before"));
    }

    [Test]
    public async Task A_late_answer_is_added_and_marked_late()
    {
        await Until("2026-03-03 02:00");
        var late = await Team.Says("ana", "dm", "Shipped it; Write docs; none", Prompts("ana")[0]);

        Assert.That(late.Text, Is.EqualTo("Answered: Daily — Mon 2 Mar 2026. It is late, and marked so."));
        Assert.That(Thread(Roots()[0])[^1], Does.StartWith("@Ana (late)"));
        Assert.That(Team.TextOf(Roots()[0]), Does.Contain("Answered: 1 of 3: @Ana").And.Contain("No answer: @Ben, @Sam").And.Contain("Late: @Ana"));
        Assert.That((await Team.Says("ana", "dm", "checkin report Daily 2 march")).Text, Does.Contain("@Ana (late)"));
    }

    [Test]
    public async Task An_edit_changes_the_post_in_place_until_the_window_is_over()
    {
        var answered = await Answers("ben", "Shipped it", "Write docs", "none");
        var form = await Team.Presses("ben", answered, "Edit");
        await Team.Submits("ben", form, ("answers.1", "Shipped all of it"), ("answers.2", "Rest"));
        var edited = Thread(Root);
        await Until("2026-03-03 05:00");
        var over = await Team.Presses("ben", answered, "Edit");

        Assert.That(form.Form!.Inputs.Select(input => input.Value), Is.EqualTo(new[] { "Shipped it", "Write docs", "none" }));
        Assert.That(edited, Is.EqualTo(new[] { "@Ben, edited\nWhat did you do?: Shipped all of it\nWhat is next?: Rest" }));
        Assert.That(over.Text, Does.StartWith("Daily — Mon 2 Mar 2026 closed"));
    }

    [Test]
    public async Task A_second_text_asks_before_it_takes_the_place_of_the_first()
    {
        await Answers("ben", "Shipped it", "Write docs", "none");
        var thanks = await Team.Says("ben", "dm", "thanks!", Prompts("ben")[^1]);
        var other = await Team.Says("ben", "dm", "checkin answer a; b; c");
        var kept = Thread(Root);
        await Team.Presses("ben", other, "Replace my answer");

        Assert.That(thanks.IsRefused && other.IsRefused);
        Assert.That(thanks.Text, Does.StartWith("You answered Daily — Mon 2 Mar 2026 already."));
        Assert.That(kept.Single(), Does.Contain("What did you do?: Shipped it"));
        Assert.That(Thread(Root).Single(), Does.Contain("What did you do?: a"));
    }

    [Test]
    public async Task The_next_time_it_shows_what_one_said_one_would_do()
    {
        await Answers("ben", "Shipped it", "Write docs", "none");
        await Until("2026-03-03 14:30");
        var form = await Team.Presses("ben", Prompts("ben")[^1], "Answer");

        Assert.That(Team.TextOf(Prompts("ben")[^1]), Does.Contain("Last time you said to “What is next?”: Write docs"));
        Assert.That(form.Form!.Inputs[0].Value, Is.EqualTo("Write docs"));
        Assert.That(form.Form.Inputs[1].Value, Is.Null);
    }

    [Test]
    public async Task Undo_takes_an_answer_back_everywhere()
    {
        var answered = await Answers("ben", "Shipped it", "Write docs", "none");
        var undone = await Team.Presses("ben", answered, "Undo");

        Assert.That(undone.Text, Does.StartWith("Taken back: your answer of Mon 2 Mar 2026"));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Ben took their answer back." }));
        Assert.That(Team.TextOf(Root), Does.Contain("Answered: 0 of 2"));
        Assert.That(Prompts("ben")[^1].Card.AllButtons.Select(button => button.Label), Does.Contain("Skip today"));
        await Team.Presses("ben", Prompts("ben")[^1], "Answer");
        await Answers("ben", "Again", "More", "-");
        Assert.That(Thread(Root)[^1], Does.Contain("Again"));
    }

    [Test]
    public async Task Skip_and_snooze_say_what_they_did_and_leave_all_else_alone()
    {
        var snoozed = await Team.Presses("ben", Prompts("ben")[^1], "Snooze 1 h");
        var before = Prompts("ben").Count;
        await Until("2026-03-02 15:29");
        var still = Prompts("ben").Count;
        await Until("2026-03-02 15:30");
        var again = Prompts("ben").Count + Team.Posts("@ben").Count(text => text == "Daily — Mon 2 Mar 2026: I asked you again below.");
        var skipped = await Team.Presses("ben", Prompts("ben")[^1], "Skip today");
        var asked = await Asked("2026-03-03 20:00");

        Assert.That(snoozed.Text, Does.StartWith("Snoozed: I ask you again Mon 2 Mar 2026, 10:30 America/New_York (in 1 h)."));
        Assert.That((before, still, again), Is.EqualTo((1, 1, 2)));
        Assert.That(skipped.Text, Is.EqualTo("Skipped: Daily — Mon 2 Mar 2026."));
        Assert.That(asked["ben"], Is.EqualTo(new[] { "Tue 3 Mar 09:30" }));
        Assert.That(Team.Posts("@ben"), Has.None.Contains("Mon 2 Mar 2026 waits for your answer"));
        Assert.That(Team.TextOf(Roots()[0]), Does.Contain("Skipped: @Ben"));
    }

    [Test]
    public async Task Whoever_is_not_asked_can_not_answer()
    {
        Team.Directory.Add("lee", "Europe/Lisbon");
        var pressed = await Team.Presses("lee", Root, "Answer");

        Assert.That(pressed.Text, Does.StartWith("You are in no check-in."));
    }
}
