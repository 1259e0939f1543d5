using AsyncBot.Core.CheckIns;
using AsyncBot.Core.Commands;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>What becomes of a run, and of those in it. It is Monday 2 March 2026.</summary>
public sealed class RunTests : CheckInDiary
{
    [Test]
    public async Task One_reminder_comes_at_two_thirds_of_ones_own_window()
    {
        await Sets("ana", "checkin new Daily in #team at 10:00 on weekdays for @ana @ben ask \"What is next?\" open for 6h");
        await Until("2026-03-02 13:59");
        var before = Team.Posts("@ana").Count;
        await Until("2026-03-02 14:00");
        var after = Team.Posts("@ana").Count;
        await Team.Says("ben", "dm", "checkin answer All");
        await Until("2026-03-03 09:00");

        Assert.That((before, after), Is.EqualTo((1, 2)));
        Assert.That(Team.LastPost("@ana").Card.AllButtons.Select(button => button.Label), Is.EqualTo(new[] { "Answer", "Skip today" }));
        Assert.That(Team.Posts("@ana"), Has.Count.EqualTo(2));
        Assert.That(Reminders("ben"), Is.Zero);
    }

    [Test]
    public async Task Once_a_window_is_over_what_asked_says_so_and_offers_no_more_what_comes_too_late()
    {
        await Sets("ana", "checkin new Daily in #team at 10:00 on weekdays for @ana @ben @chidi ask \"What is next?\" open for 6h");
        await Until("2026-03-02 10:30");
        await Team.Says("chidi", "dm", "checkin skip Daily");
        await Team.Says("ana", "dm", "online away until wednesday");
        await Until("2026-03-02 16:00");
        await Until("2026-03-02 22:00");

        foreach (var (person, until) in new[] { ("ana", "16:00 Europe/Lisbon"), ("ben", "16:00 America/New_York") })
        {
            Assert.That(Team.TextOf(Prompts(person)[0]), Does.StartWith("Daily — Mon 2 Mar 2026").And.Contain("What is next?").And.Contain($"Closed Mon 2 Mar 2026, {until}"));
            Assert.That(Prompts(person)[0].Card.AllButtons.Select(button => button.Label), Is.EqualTo(new[] { "Answer" }));
        }

        Assert.That(Prompts("chidi").Select(Team.TextOf), Is.EqualTo(new[] { "Daily — Mon 2 Mar 2026: skipped." }));
        Assert.That((await Team.Says("ben", "dm", "checkin why")).Text, Does.Contain("16:00:00 the window was over, without an answer"));
        var asked = Prompts("ben")[0];
        await Team.Submits("ben", await Team.Presses("ben", asked, "Answer"), ("answers.1", "All"));
        Assert.That(Team.TextOf(asked), Is.EqualTo("✅ Daily — Mon 2 Mar 2026: answered."));
        Assert.That(Thread(Root), Has.One.StartsWith("@Ben (late)"));
    }

    [Test]
    public async Task A_reply_to_the_reminder_is_an_answer()
    {
        await Sets("ana", "checkin new Daily in #team at 10:00 on weekdays for @ana ask \"What is next?\" open for 6h");
        await Until("2026-03-02 14:00");
        var said = await Team.Says("ana", "dm", "All of it", Team.LastPost("@ana"));

        Assert.That(said.Text, Does.StartWith("Answered: Daily — Mon 2 Mar 2026."));
    }

    [Test]
    public async Task Focus_holds_the_reminder_and_never_the_question()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana ask \"What is next?\"");
        await Team.Says("ana", "dm", "online focus 7h");
        await Until("2026-03-02 15:59");
        var held = Team.Posts("@ana");
        await Until("2026-03-02 16:00");

        Assert.That(held, Has.Count.EqualTo(1));
        Assert.That(Team.Posts("@ana"), Has.Count.EqualTo(2));
        Assert.That((await Team.Says("ana", "dm", "checkin why")).Text, Does.Contain("the reminder was held, because of focus").And.Contain("16:00:00 reminded"));
    }

    [Test]
    public async Task It_closes_as_soon_as_everybody_has_answered_skipped_or_is_away_with_one_line()
    {
        await Team.Says("emi", "dm", "online away from today until friday");
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @emi ask \"What is next?\" \"What blocks you?\"");
        await Until("2026-03-02 09:30");
        await Answers("ana", "All", "The key to the vault");
        await Team.Presses("ben", Prompts("ben")[^1], "Skip today");

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 1 of 2 answered. Blocker: @Ana: The key to the vault."));
        Assert.That(Team.TextOf(Root), Does.Contain("Skipped: @Ben").And.Contain("Away: @Emi").And.Contain("Closed."));
        Assert.That(Prompts("emi"), Is.Empty);
        await Until("2026-03-03 09:00");
        Assert.That(Thread(Root).Count(text => text.StartsWith("Closed:", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Where_all_are_away_or_have_a_day_off_there_is_no_run()
    {
        await Team.Says("sam", "dm", "online holiday 3 march Carnival");
        await Sets("ana", Daily);
        await Until("2026-03-02 09:00");
        var asked = await Asked("2026-03-04 08:00");

        Assert.That(Roots().Select(root => Team.TextOf(root).Split('\n')[0].Trim()), Is.EqualTo(new[] { "Daily — Mon 2 Mar 2026", "Daily — Wed 4 Mar 2026" }));
        Assert.That(asked["ana"], Is.EqualTo(new[] { "Mon 2 Mar 09:30" }));
    }

    [Test]
    public async Task A_holiday_of_one_member_is_theirs_alone()
    {
        await Team.Says("sam", "dm", "online holiday 3 march Carnival for @ana");
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @ben ask \"What is next?\"");
        var asked = await Asked("2026-03-04 08:00");

        Assert.That(asked["ana"], Is.EqualTo(new[] { "Mon 2 Mar 09:30" }));
        Assert.That(asked["ben"], Is.EqualTo(new[] { "Mon 2 Mar 09:30", "Tue 3 Mar 09:30" }));
        Assert.That((await Team.Says("ana", "dm", "checkin why 3 march")).Text, Does.Contain("not asked: a day off, Carnival"));
    }

    [Test]
    public async Task In_channel_mode_the_message_asks_and_a_reply_to_it_is_an_answer()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for everyone ask \"What did you do?\" \"What is next?\" channel");
        await Until("2026-03-02 09:30");
        var heard = await Team.Does("emi", Root.In, Root.Id, null, Overheard("Shipped; Docs"));
        var talk = await Team.Does("ben", Root.In, Root.Id, null, Overheard("well done"));
        var answered = await Team.Does("emi", Root.In, Root.Id, null, Overheard("thanks"));

        Assert.That(Everybody.SelectMany(person => Prompts(person)), Is.Empty);
        Assert.That(heard.Text, Does.StartWith("Answered: Daily"));
        Assert.That(Thread(Root).Single(), Does.StartWith("@Emi"));
        Assert.That(talk.Form!.Inputs[0].Value, Is.EqualTo("well done"));
        Assert.That(answered.IsSilent);
    }

    [Test]
    public async Task In_dm_mode_talk_in_the_runs_thread_is_talk_unless_it_fits_the_questions()
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 14:30");
        var talk = await Team.Does("ana", Root.In, Root.Id, null, Overheard("Good luck, Ben!"));
        var fits = await Team.Does("ana", Root.In, Root.Id, null, Overheard("a\nb\nc"));
        var stranger = await Team.Does("emi", Team.Place("#team"), null, null, Overheard("a\nb\nc"));

        Assert.That(talk.IsSilent && stranger.IsSilent);
        Assert.That(fits.Text, Does.StartWith("Answered: Daily"));
    }

    [Test]
    public async Task Whoever_joins_mid_run_is_asked_from_their_next_window_on_and_told()
    {
        Team.Directory.AddChannel("small", "ana", "sam");
        await Sets("ana", "checkin new Daily in #small at 9:30 on weekdays for everyone ask \"What is next?\"", "#small");
        await Until("2026-03-02 12:00");
        Team.Directory.Join("ben", "small");
        Team.Directory.Add("lee", "Europe/Lisbon");
        Team.Directory.Join("lee", "small");
        await Team.Does("ben", Team.Place("#small"), null, null, new InboundContent.Call(new MembersChanged()));
        var asked = await Asked("2026-03-04 00:00");

        Assert.That(asked["ben"], Is.EqualTo(new[] { "Mon 2 Mar 09:30", "Tue 3 Mar 09:30" }));
        Assert.That(Prompts("lee"), Has.Count.EqualTo(1));
        Assert.That(Team.Posts("@lee")[0], Does.StartWith("You are in #small, so you are in the check-in Daily in #small"));
        Assert.That((await Team.Says("lee", "dm", "checkin why 2 march")).Text, Does.Contain("not asked: in it since Mon 2 Mar 2026, 12:00 Europe/Lisbon"));
    }

    [Test]
    public async Task Whoever_leaves_the_channel_is_asked_no_more()
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 14:30");
        Team.Directory.Leave("ben", "team");
        await Team.Does("ana", Team.Place("#team"), null, null, new InboundContent.Call(new MembersChanged()));
        var asked = await Asked("2026-03-04 00:00");

        Assert.That(asked["ben"], Is.Empty);
        Assert.That(Roots().Select(Team.TextOf), Has.None.Contains("No answer: @Ana, @Ben"));
    }

    [Test]
    public async Task An_archived_channel_pauses_its_check_ins_and_who_made_them_is_told_once()
    {
        await Sets("ana", Daily);
        await Until("2026-03-03 00:00");
        Team.Directory.Change("team", channel => channel with { IsArchived = true });
        var asked = await Asked("2026-03-06 00:00");

        Assert.That(asked.Values.SelectMany(times => times), Is.Empty);
        Assert.That(Team.Posts("@ana").Count(text => text.StartsWith("I paused Daily, because #team is archived.", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That((await Team.Says("ana", "dm", "checkin resume Daily")).Text, Does.StartWith("#team is archived."));
    }

    [Test]
    public async Task What_somebody_made_who_left_passes_to_the_admins_and_goes_on()
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 14:00");
        Team.Directory.Add("ana", "Europe/Lisbon", isGone: true);
        var asked = await Asked("2026-03-03 16:00");

        Assert.That(asked["ben"], Is.EqualTo(new[] { "Mon 2 Mar 09:30", "Tue 3 Mar 09:30" }));
        Assert.That(asked["ana"], Is.Empty);
        Assert.That(Team.Posts("@sam").Count(text => text.StartsWith("@Ana left, so Daily in #team is the admins’ to keep now.", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That((await Team.Says("sam", "#team", "checkin pause Daily")).Text, Does.StartWith("Paused: Daily."));
        Assert.That((await Team.Says("ben", "#team", "checkin resume Daily")).Text, Does.StartWith("Only admins can resume Daily, because who made it left."));
    }

    [Test]
    public async Task Who_blocked_the_bot_is_not_named_and_the_others_are_asked_as_ever()
    {
        await Sets("ana", Daily);
        Team.Chat.Will(FaultKind.Refuse, 50, Team.Place("@ben"));
        var asked = await Asked("2026-03-03 05:00");
        var why = await Team.Says("ben", "#team", "checkin why 2 march");

        Assert.That(asked["ana"], Has.Count.EqualTo(1));
        Assert.That(asked["sam"], Has.Count.EqualTo(1));
        Assert.That(Thread(Roots()[0])[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Sam."));
        Assert.That(Team.TextOf(Roots()[0]), Does.Contain("Not asked: @Ben"));
        Assert.That(why.Text, Does.Contain("the question did not arrive: the channel is gone"));
    }

    [Test]
    public async Task Of_two_with_the_same_name_each_has_their_own_answer()
    {
        Team.Directory.Add("Ben", "America/New_York");
        Team.Directory.AddChannel("bens", "ana", "ben", "Ben");
        await Sets("ana", "checkin new Daily in #bens at 9:30 on weekdays ask \"What is next?\"", "#bens");
        await Until("2026-03-02 14:30");
        await Team.Says("ben", "dm", "checkin answer one");
        await Team.Says("Ben", "dm", "checkin answer other");

        var answers = Team.Messages("#bens").Where(message => message.Thread is not null).Select(Team.TextOf).ToList();
        Assert.That(answers, Has.Count.EqualTo(2).And.Some.Contains("one").And.Some.Contains("other"));
    }

    [Test]
    public async Task Pause_resume_run_change_add_and_remove_are_its_makers_and_the_admins()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @ben ask \"What is next?\"");
        foreach (var deed in new[] { "pause Daily", "run Daily", "delete Daily", "change Daily at 10:00", "add Daily @emi", "remove Daily @ben" })
            Assert.That((await Team.Says("chidi", "#team", $"checkin {deed}")).Text, Does.StartWith("Only @Ana, who made Daily, or an admin can"), deed);

        Assert.That((await Team.Says("ana", "#team", "checkin add Daily @emi")).Text, Is.EqualTo("@Emi will be asked in Daily. I told them."));
        Assert.That((await Team.Says("ana", "#team", "checkin remove Daily @ben")).Text, Is.EqualTo("@Ben will not be asked in Daily any more."));
        Assert.That(Team.Posts("@ben")[^1], Is.EqualTo("@Ana took you out of the check-in Daily; I ask you no more."));
        var shown = await Team.Says("sam", "#team", "checkin change Daily at 10:00 on mondays open for 2h");
        await Team.Presses("sam", shown, "Change it");
        Assert.That((await Team.Says("ana", "#team", "checkin list")).Text, Does.Contain("every Monday at 10:00 on everybody’s own clock, 2 people, you too, kept by @Ana"));
        var paused = await Team.Says("ana", "#team", "checkin pause Daily");
        Assert.That((await Asked("2026-03-10 00:00")).Values.SelectMany(times => times), Is.Empty);
        Assert.That(paused.Labels, Does.Contain("Undo"));
        Assert.That((await Team.Says("ana", "#team", "checkin resume Daily")).Text, Does.StartWith("Resumed: Daily. The next is asked Mon 16 Mar 2026"));
    }

    [Test]
    public async Task Run_now_asks_everybody_once_more_and_changes_no_other_run()
    {
        await Sets("ana", Daily);
        var ran = await Team.Says("ana", "#team", "checkin run Daily");
        var again = await Team.Says("ana", "#team", "checkin run Daily");
        var now = Everybody.Select(person => Prompts(person).Count).ToList();
        var asked = await Asked("2026-03-03 00:00");

        Assert.That(ran.Text, Is.EqualTo("Asked: Daily — Mon 2 Mar 2026 (extra run), 6 people."));
        Assert.That(again.Text, Does.StartWith("Daily — Mon 2 Mar 2026 (extra run) is open already until Mon 2 Mar 2026, 17:00"));
        Assert.That(now, Is.All.EqualTo(1));
        Assert.That(asked["ana"], Is.EqualTo(new[] { "Mon 2 Mar 09:30" }));
        Assert.That(Roots(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Two_who_have_it_run_at_once_on_different_dates_ask_everybody_once()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @sam ask \"What is next?\"");
        await Until("2026-03-03 02:00");
        var before = Prompts("ben").Count;
        await Team.AtOnce([Team.Says("ana", "#team", "checkin run Daily"), Team.Says("sam", "#team", "checkin run Daily")]);

        Assert.That(Prompts("ben"), Has.Count.EqualTo(before + 1));
        Assert.That(Roots().Select(Team.TextOf).Count(text => text.StartsWith("Daily — Tue 3 Mar 2026", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Run_now_can_be_taken_back_with_all_that_it_asked()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"");
        var ran = await Team.Says("ana", "#team", "checkin run Daily");
        await Answers("ana", "My secret");
        var undone = await Team.Presses("ana", ran, "Undo");
        await Until("2026-03-02 09:20");

        Assert.That(undone.Text, Is.EqualTo("Taken back: the check-in of Mon 2 Mar 2026 (extra run) is gone again."));
        Assert.That(Team.Chat.Messages.Select(Team.TextOf), Has.None.Contains("My secret").And.None.Contains("Still open"));
        Assert.That(Prompts("ben"), Is.Empty);
        Assert.That((await Team.Says("ana", "#team", "checkin status Daily")).Text, Does.Contain("Daily has not asked yet."));
    }

    [Test]
    public async Task Delete_takes_all_texts_along_once_it_can_not_be_taken_back()
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 14:30");
        await Answers("ben", "My secret", "More", "none");
        var deleted = await Team.Says("ana", "#team", "checkin delete Daily");
        var gone = await Team.Says("ana", "#team", "checkin status Daily");
        await Team.Presses("ana", deleted, "Undo");
        var back = await Team.Says("ana", "#team", "checkin status Daily");
        await Team.Says("ana", "#team", "checkin delete Daily");
        await Until("2026-03-03 12:00");

        Assert.That(gone.Text, Does.StartWith("There are no check-ins here yet."));
        Assert.That(back.Text, Does.Contain("@Ben"));
        Assert.That(Team.Chat.Messages.Select(Team.TextOf), Has.None.Contains("My secret"));
        Assert.That(Team.Database(), Does.Not.Contain("My secret"));
    }

    [Test]
    public async Task Of_three_hundred_each_is_asked_once_and_the_message_counts_what_it_can_not_name()
    {
        var many = Enumerable.Range(1, 300).Select(number => $"p{number}").ToArray();
        foreach (var person in many)
            Team.Directory.Add(person, "Europe/Lisbon");
        Team.Directory.AddChannel("crowd", [.. many, "sam"]);
        await Sets("sam", "checkin new Daily in #crowd at 9:30 on weekdays ask \"What is next?\"", "#crowd");
        await Team.Says("p300", "dm", "checkin answer Early");
        await Until("2026-03-02 09:30");
        await Team.Says("p7", "dm", "checkin answer All");
        await Until("2026-03-02 09:31");
        var live = Team.TextOf(Roots("#crowd")[0]);
        await Until("2026-03-03 02:00");

        Assert.That(many.Take(299).Select(person => Prompts(person).Count), Is.All.EqualTo(1));
        Assert.That(live, Does.Contain("Answered: 2 of 300: @P300, @P7").And.Contain("and 273 more").And.Contain("Later: @Sam"));
        Assert.That(Team.TextOf(Roots("#crowd")[0]), Does.Contain("Answered: 2 of 301").And.Contain("Closed."));
        Assert.That(Team.Log.Failures, Is.Empty);
    }

    private static InboundContent.Call Overheard(string text) => new(new HearReply(text));
}
