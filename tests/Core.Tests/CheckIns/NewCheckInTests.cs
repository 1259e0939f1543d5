using AsyncBot.Core.CheckIns;
using AsyncBot.Core.Documents;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

public sealed class NewCheckInTests : CheckInDiary
{
    [Test]
    public async Task What_it_will_do_is_shown_on_everybodys_clock_before_it_does_anything()
    {
        var shown = await Team.Says("ana", "#team", Daily);
        await Until("2026-03-03 12:00");

        Assert.That(shown.Text, Does.StartWith(
            "Daily in #team\n"
            + "every weekday at 09:30 on everybody’s own clock, for everyone in #team (6), open for 8 h, by direct message; the answers are read in #team.\n"
            + "1. What did you do?\n2. What is next?\n3. What blocks you?\n"
            + "Mon 2 Mar 2026\n"
            + "@Ana: 09:30 Europe/Lisbon\n"
            + "@Ben: 09:30 America/New_York, which is Mon 2 Mar 2026, 14:30 Europe/Lisbon (in 5 h 30 min)\n"
            + "@Sam: 09:30 America/Los_Angeles, which is Mon 2 Mar 2026, 17:30 Europe/Lisbon (in 8 h 30 min)\n"
            + "Tue 3 Mar 2026\n"
            + "@Emi: 09:30 Asia/Tokyo, which is Tue 3 Mar 2026, 00:30 Europe/Lisbon (in 15 h 30 min)\n"
            + "@Dana: 09:30 Asia/Kolkata, which is Tue 3 Mar 2026, 04:00 Europe/Lisbon (in 19 h)"));
        Assert.That(Roots(), Is.Empty);
        Assert.That(Team.Posts("@ana"), Is.Empty);
    }

    [Test]
    public async Task The_preview_marks_changed_clocks_absences_holidays_and_what_lies_outside_somebodys_hours()
    {
        await Team.Says("dana", "dm", "online hours mon-fri 10-18:30");
        await Team.Says("ben", "dm", "online away from 9 march until 10 march");
        await Team.Says("sam", "dm", "online holiday 6 march Founders' Day");
        await Team.Says("emi", "dm", "online share off");
        var shown = await Team.Says("ana", "#team", Daily);
        await Team.Presses("ana", shown, "Create");
        var later = await Team.Says("ana", "#team", "checkin preview Daily 7");

        Assert.That(shown.Text, Does.Contain("@Dana: 09:30 Asia/Kolkata, which is Tue 3 Mar 2026, 04:00 Europe/Lisbon (in 19 h) — outside their hours"));
        Assert.That(shown.Text, Does.Contain("@Emi: at their own time; ask them").And.Not.Contain("Tokyo"));
        Assert.That(later.Text, Does.Contain("@Chidi: 09:30 Africa/Lagos, which is Fri 6 Mar 2026, 08:30 Europe/Lisbon (in 3 days 23 h) — a day off, not asked"));
        Assert.That(later.Text, Does.Contain("@Ben: 09:30 America/New_York, which is Mon 9 Mar 2026, 13:30 Europe/Lisbon (in 7 days 4 h)"
            + " — the first after the clocks change, away, not asked"));
        Assert.That(later.Text, Does.Contain("@Sam: 09:30 America/Los_Angeles, which is Mon 9 Mar 2026, 16:30 Europe/Lisbon (in 7 days 7 h) — the first after the clocks change"));
    }

    [Test]
    public async Task Pressing_Create_twice_makes_one()
    {
        var shown = await Team.Says("ana", "#team", Daily);
        await Team.Presses("ana", shown, "Create");
        await Team.Presses("ana", shown, "Create");

        Assert.That((await Team.Says("ana", "#team", "checkin list")).Text, Does.StartWith("Check-ins, 1"));
        Assert.That((await Team.Says("ana", "#team", Daily)).Text, Does.StartWith("#team has a check-in named Daily already."));
    }

    [Test]
    public async Task Of_two_that_are_made_with_one_name_at_once_there_is_one_and_the_name_is_free_again_once_it_is_deleted()
    {
        var one = await Team.Says("ana", "#team", Daily);
        var other = await Team.Says("sam", "#team", Daily.Replace("Daily", "daily", StringComparison.Ordinal));
        await Team.AtOnce([Team.Presses("ana", one, "Create"), Team.Presses("sam", other, "Create")]);
        var list = (await Team.Says("ana", "#team", "checkin list")).Text;
        await Team.Says("sam", "#team", "checkin delete Daily");
        var made = await Sets("ben", Daily);

        Assert.That(list, Does.StartWith("Check-ins, 1\n"));
        Assert.That(made.Text, Does.StartWith("Daily is set up"));
        Assert.That((await Team.Says("ana", "#team", "checkin list")).Text, Does.StartWith("Check-ins, 1\n"));
    }

    [Test]
    public async Task There_are_not_more_than_can_be_looked_after()
    {
        await Sets("ana", Daily);
        var one = (await Team.Find(CheckIn.Type, "1"))!;
        var batch = new Batch(Team.Workspace, "many");
        foreach (var number in Enumerable.Range(1_001, CheckIn.Most - 2))
            batch.Put(CheckIn.Type, one with { Number = number, Name = $"Daily {number}", State = CheckInState.Paused }, Batch.New);
        await Team.Store.Commit(batch, default);
        var last = await Team.Says("ana", "#team", Daily.Replace("Daily", "Last", StringComparison.Ordinal));
        await Team.Presses("ana", last, "Create");
        var refused = await Team.Says("ana", "#team", Daily.Replace("Daily", "Another", StringComparison.Ordinal));

        Assert.That(refused.Text, Does.StartWith("There are 500 check-ins already"));
    }

    [Test]
    public async Task Whoever_is_put_in_is_told_once_with_a_way_out()
    {
        await Sets("ana", "checkin new Daily at 9:30 on weekdays for @ben and @emi " + Three);
        var told = Team.LastPost("@ben");
        await Team.Presses("ben", told, "Leave it");
        var asked = await Asked("2026-03-05 00:00");

        Assert.That(Team.TextOf(told), Does.StartWith("@Ana put you in the check-in Daily in #team: I ask you here, every weekday at 09:30 on everybody’s own clock."));
        Assert.That(Team.Posts("@ana"), Is.Empty);
        Assert.That(asked["ben"], Is.Empty);
        Assert.That(asked["emi"], Is.EqualTo(new[] { "Tue 3 Mar 09:30", "Wed 4 Mar 09:30" }));
    }

    [Test]
    public async Task One_made_five_minutes_after_its_time_begins_with_those_whose_time_is_still_to_come()
    {
        await Until("2026-03-02 09:35");
        await Sets("ana", Daily);
        var asked = await Asked("2026-03-03 23:00");

        Assert.That(asked["ana"], Is.EqualTo(new[] { "Tue 3 Mar 09:30" }));
        Assert.That(asked["ben"], Is.EqualTo(new[] { "Mon 2 Mar 09:30", "Tue 3 Mar 09:30" }));
        Assert.That((await Team.Says("ana", "dm", "checkin why 2 march")).Text, Does.Contain("not asked: it was set up, changed or resumed Mon 2 Mar 2026, 09:35"));
    }

    [TestCase("checkin new Daily in #team at 9:30 on weekdays for everyone", "It asks nothing.", "Standup")]
    [TestCase("checkin new Standup in #team at 25:00 on weekdays for everyone ask \"What?\"", "25:00", null)]
    [TestCase("checkin new Standup in #nowhere at 9:30 on weekdays ask \"What?\"", "You are in no channel #nowhere.", null)]
    [TestCase("checkin new Standup in #team at 9:30 on weekdays for @nobody ask \"What?\"", "I know nobody here by the name “@nobody”.", null)]
    [TestCase("checkin new Standup in #team every 2 hours ask \"What?\"", "A check-in comes round at most once a day.", null)]
    [TestCase("checkin new Standup in #team at 9:30 on weekdays ask \"What?\" open for 30h", "It would be open for 1 day 6 h, and the next one begins after 1 day.", null)]
    [TestCase("checkin new Standup in #team at 9:30 on weekdays ask \"What?\" open for 1m", "There are 10 minutes to 7 days to answer.", null)]
    [TestCase("checkin new Standup in #team at 17:00 on weekdays ask \"What?\" open until 9:00", "It would close at 09:00, and it asks at 17:00", null)]
    [TestCase("checkin new Standup in #team at 9:30 on weekdays ask \"Mood?\" (anonymous scale) for @ana @ben", "An answer without a name is one among at least 4", null)]
    [TestCase("checkin new Standup in #team at 9:30 on weekdays ask \"(scale)\"", "A question is empty.", null)]
    [TestCase("checkin new Standup in #team at 9:30 on weekdays ask \"What?\" (song)", "“(song)” is no kind of question", null)]
    [TestCase("checkin new Standup in #team at 9:30 on weekdays local New_York ask \"What?\"", "not both", null)]
    public async Task What_can_not_be_is_refused_with_an_example_that_works(string line, string wrong, string? instead)
    {
        if (instead is not null)
            line = line.Replace("Daily", instead, StringComparison.Ordinal);
        var refused = await Team.Says("ana", "#team", line);

        Assert.That(refused.IsRefused, refused.Text);
        Assert.That(refused.Text, Does.Contain(wrong));
        Assert.That(refused.Text, Does.Contain("Try:"));
        Assert.That((await Team.Says("ana", "#team", NewCheckInExample)).Labels, Does.Contain("Create"));
    }

    [Test]
    public async Task More_than_25_people_need_an_admin()
    {
        var many = Enumerable.Range(1, 26).Select(number => $"p{number}").ToArray();
        foreach (var person in many)
            Team.Directory.Add(person, "Europe/Lisbon");
        Team.Directory.AddChannel("crowd", [.. many, "ana", "sam"]);

        Assert.That((await Team.Says("ana", "#crowd", "checkin new Daily at 9:30 on weekdays")).Text, Does.StartWith("That is 28 people, and more than 25"));
        Assert.That((await Team.Says("sam", "#crowd", "checkin new Daily at 9:30 on weekdays")).Labels, Does.Contain("Create"));
    }

    [TestCase("checkin new Daily in #team", "every weekday at 09:30 on everybody’s own clock")]
    [TestCase("checkin new weekly goals in #team", "every Monday at 10:00 on everybody’s own clock")]
    [TestCase("checkin new Friday wins in #team", "every Friday at 15:00 on everybody’s own clock")]
    [TestCase("checkin new Retrospective in #team at 11:00", "every 2 weeks on Friday at 11:00 on everybody’s own clock")]
    [TestCase("checkin new Daily in #team at 8:00 on mondays and thursdays New_York", "every Monday and Thursday at 08:00 America/New_York")]
    [TestCase("checkin new Daily in #team on mon-fri at 8:15", "every weekday at 08:15 on everybody’s own clock")]
    [TestCase("checkin new Daily in #team at 9:30 in New York on weekdays channel", "every weekday at 09:30 America/New_York, for everyone in #team (6), open for 8 h, by a message in #team")]
    [TestCase("checkin new Daily at 9:30 on weekdays channel", "every weekday at 09:30 Europe/Lisbon, for everyone in #team (6), open for 8 h, by a message in #team")]
    [TestCase("checkin new Daily every weekday at 9:30 for 4h open for 4h", "I know nobody here by the name “4h”")]
    [TestCase("checkin new \"Plans for today\" every day at 7:00 for @ben ask 'What's up?'", "1. What's up?")]
    public async Task A_sentence_is_read_whole_and_a_template_fills_in_what_it_leaves_out(string line, string shown)
    {
        Assert.That((await Team.Says("ana", "#team", line)).Text, Does.Contain(shown));
    }

    [Test]
    public async Task A_name_alone_opens_a_form_and_the_form_is_as_good_as_the_sentence()
    {
        var form = await Team.Says("ana", "#team", "checkin new Friday wins");
        var given = form.Form!.Inputs.ToDictionary(input => input.Name, input => input.Value ?? "");
        given["form.for"] = "Ben, Emi";
        given["form.clock"] = "all at the same time";
        var shown = await Team.Submits("ana", form, [.. given.Select(each => (each.Key, each.Value))]);

        Assert.That(given["form.name"], Is.EqualTo("Friday wins"));
        Assert.That(shown.Text, Does.StartWith("Friday wins in #team"));
        Assert.That(shown.Labels, Does.Contain("Create"));
        await Team.Presses("ana", shown, "Create");
        Assert.That((await Team.Says("ana", "#team", "checkin list")).Text, Does.Contain("Friday wins in #team — every Friday at 15:00 Europe/Lisbon, 2 people, kept by @Ana"));
    }

    [TestCase("\"How are you? (anonymous scale)\"", "1. How are you? (1 to 5, without names)")]
    [TestCase("\"How are you?\" (anonymous scale)", "1. How are you? (1 to 5, without names)")]
    [TestCase("How are you? (anonymous scale)", "1. How are you? (1 to 5, without names)")]
    [TestCase("\"Mood? (scale)\"", "1. Mood? (1 to 5)")]
    [TestCase("\"Ready? (yes/no)\"", "1. Ready? (yes or no)")]
    [TestCase("\"How many? (number)\"", "1. How many? (a number)")]
    [TestCase("\"Which? (choice: red, green)\"", "1. Which? (red, green)")]
    [TestCase("\"What else? (links too)\" (text)", "1. What else? (links too)")]
    public async Task A_kind_stands_behind_the_quotes_or_in_them(string question, string shown)
    {
        Assert.That((await Team.Says("ana", "#team", $"checkin new Pulse in #team at 9:30 on weekdays ask {question}")).Text, Does.Contain(shown + "\n"));
    }

    [Test]
    public async Task A_kind_in_the_quotes_that_there_is_not_is_refused_so_that_no_typing_slip_publishes_names()
    {
        var refused = await Team.Says("ana", "#team", "checkin new Pulse in #team at 9:30 on weekdays ask \"Mood? (anonymus scale)\"");

        Assert.That(refused.IsRefused);
        Assert.That(refused.Text, Does.StartWith("“(anonymus scale)” is no kind of question; there is (yes/no), (number), (scale), (anonymous scale)"));
    }

    [TestCase("checkin new at 10:30 on weekdays ask \"Plan?\"", "Daily in #team\nevery weekday at 10:30 on everybody’s own clock")]
    [TestCase("checkin new at 10:30am every monday ask \"Plan?\"", "Weekly in #team\nevery Monday at 10:30")]
    [TestCase("checkin new every day at 7:00 for @ben ask \"Plan?\"", "Daily in #team\nevery day at 07:00")]
    [TestCase("checkin new in #team at 8:00", "Daily in #team\nevery weekday at 08:00")]
    [TestCase("checkin new On call at 9:00 on weekdays ask \"Plan?\"", "On call in #team\nevery weekday at 09:00")]
    [TestCase("checkin new \"at 10:30\" at 9:00 on weekdays ask \"Plan?\"", "at 10:30 in #team\nevery weekday at 09:00")]
    public async Task A_time_is_no_name_and_what_has_none_gets_one(string line, string shown)
    {
        Assert.That((await Team.Says("ana", "#team", line)).Text, Does.StartWith(shown));
    }

    [Test]
    public async Task Each_wrong_field_of_the_form_is_told_at_once_and_nothing_that_was_filled_in_is_lost()
    {
        var form = await Team.Says("ana", "#team", "checkin new");
        var given = form.Form!.Inputs.ToDictionary(input => input.Name, input => input.Value ?? "");
        var wrong = await Team.Submits("ana", form, 
            ("form.name", " "), ("form.channel", "nowhere"), ("form.questions", "Mood? (song)"), ("form.when", "at 25:00"), ("form.for", "@nobody"), ("form.open", "a while"));

        Assert.That(wrong.Errors.Keys, Is.EquivalentTo(new[] { "form.name", "form.channel", "form.questions", "form.when", "form.for", "form.open" }));
        Assert.That(wrong.Errors["form.name"], Is.EqualTo("It has no name."));
        Assert.That(wrong.Errors["form.channel"], Is.EqualTo("You are in no channel #nowhere."));
        Assert.That(wrong.Errors["form.questions"], Does.StartWith("“(song)” is no kind of question"));
        Assert.That(wrong.Errors["form.when"], Does.Contain("25:00"));
        Assert.That(wrong.Errors["form.for"], Is.EqualTo("I know nobody here by the name “@nobody”."));

        var right = await Team.Submits("ana", form, [.. given.Select(each => (each.Key, each.Key == "form.open" ? "until 17:30" : each.Value))]);
        Assert.That(right.Text, Does.StartWith("Daily in #team").And.Contain("open for 8 h"));
        await Team.Presses("ana", right, "Create");
        var taken = await Team.Submits("ana", await Team.Says("ana", "#team", "checkin new"), [.. given.Select(each => (each.Key, each.Value))]);
        Assert.That(taken.Errors.Single(), Is.EqualTo(new KeyValuePair<string, string>("form.name", "#team has a check-in named Daily already.")));
    }

    [TestCase("checkin status Dialy")]
    [TestCase("checkin change Plans banana")]
    [TestCase("checkin change Dialy at 10:00")]
    [TestCase("checkin change Plans at 25:00")]
    [TestCase("checkin change Plans")]
    [TestCase("checkin remove Plans @nobody")]
    [TestCase("checkin add Plans @nobody")]
    [TestCase("checkin new Plans at 25:00")]
    [TestCase("checkin pause Dialy")]
    [TestCase("checkin edit Dialy")]
    public async Task What_a_refusal_says_to_try_works_as_it_stands(string line)
    {
        await Sets("ana", "checkin new Plans in #oncall at 11:00 on weekdays Lisbon for @ana @emi ask \"What is next?\"", "#oncall");
        Team.Directory.Leave("ana", "team");
        var refused = await Team.Says("ana", "dm", line);
        var tried = refused.Text[(refused.Text.IndexOf("Try: ", StringComparison.Ordinal) + 5)..];
        if (line.StartsWith("checkin edit", StringComparison.Ordinal))
        {
            await Until("2026-03-02 11:30");
            await Team.Says("ana", "dm", "checkin answer Mine");
        }

        Assert.That(refused.IsRefused);
        Assert.That((await Team.Says("ana", "dm", tried)).IsRefused, Is.False, tried);
    }

    [Test]
    public async Task Whoever_may_not_change_the_one_of_that_name_is_told_to_see_it()
    {
        await Sets("ana", Daily);

        Assert.That((await Team.Says("ben", "#team", Daily)).Text, Does.EndWith("To see that one: checkin status Daily"));
        Assert.That((await Team.Says("ana", "#team", Daily)).Text, Does.EndWith("To change that one: checkin change Daily at 10:00 on weekdays open for 4h"));
    }

    [Test]
    public async Task Other_questions_are_read_back_with_what_becomes_of_the_run_that_has_begun()
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 10:00");
        var shown = await Team.Says("ana", "#team", "checkin change Daily ask \"What now?\" \"Mood? (scale)\"");
        var changed = await Team.Presses("ana", shown, "Change it");

        Assert.That(shown.Text, Does.Contain("Daily — Mon 2 Mar 2026 has begun, and keeps the questions that it began with."));
        Assert.That(changed.Text, Does.Contain("It asks from now on:\n1. What now?\n2. Mood? (1 to 5)\nDaily — Mon 2 Mar 2026 has begun, and keeps"));
    }

    [Test]
    public async Task Questions_take_numbers_choices_scales_and_yes_or_no()
    {
        await Sets("ana", "checkin new Pulse in #team at 9:30 on weekdays ask \"How many?\" (number) \"Which?\" (choice: red, green) \"Mood?\" (scale) \"Ready?\" (yes/no)");
        await Until("2026-03-02 14:30");
        var wrong = await Answers("ben", "many", "blue", "9", "perhaps");
        var right = await Answers("ben", "2,5", "GREEN", "4/5", "Yes.");
        await Answers("ana", "3", "green", "5", "no");

        Assert.That(wrong.Errors, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["answers.1"] = "“How many?” takes a number such as 12.",
            ["answers.2"] = "“Which?” takes one of red, green.",
            ["answers.3"] = "“Mood?” takes a number from 1 to 5.",
            ["answers.4"] = "“Ready?” takes yes or no.",
        }));
        Assert.That(right.Text, Does.StartWith("Answered: Pulse"));
        Assert.That(Team.TextOf(Root), Does.Contain("How many?: 2.8 on average (2 answers)\nWhich?: green 2\nMood?: 4.5 of 5 (2 answers)\nReady?: yes 1, no 1"));
    }

    private const string NewCheckInExample = "checkin new Standup in #team at 9:30 on weekdays for everyone ask \"What is next?\"";
}
