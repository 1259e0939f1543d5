using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>What is kept, who may read it, and what of it goes. It is Monday 2 March 2026.</summary>
public sealed class RecordTests : CheckInDiary
{
    [Test]
    public async Task Why_tells_line_by_line_what_was_asked_and_to_others_of_an_absence_no_more_than_away()
    {
        await Team.Says("dana", "dm", "online away until friday because of the dentist");
        await Team.Says("emi", "dm", "online away until friday because of a wedding");
        await Team.Says("emi", "dm", "online share off");
        await Sets("ana", Daily);
        await Until("2026-03-03 10:00");

        Assert.That((await Team.Says("ana", "dm", "checkin why")).Text, Does.StartWith("Daily, Tue 3 Mar 2026\n09:30:00 asked by direct message\n09:30:00 it arrived"));
        Assert.That((await Team.Says("dana", "dm", "checkin why")).Text, Does.Contain("not asked: you were away until Fri 6 Mar 2026"));
        var dana = (await Team.Says("ana", "dm", "checkin why @dana")).Text;
        var emi = (await Team.Says("sam", "dm", "checkin why @emi")).Text;
        await Until("2026-03-05 12:00");
        var over = (await Team.Says("sam", "dm", "checkin why @emi 3 march")).Text;
        Assert.That(dana, Does.Contain("not asked: away").And.Not.Contain("dentist").And.Not.Contain("Fri"));
        Assert.That(emi, Does.Contain("at their own time; only they can say more"));
        Assert.That(over, Does.Contain("not asked; only they can say why").And.Not.Contain("away"));
        Assert.That((await Team.Says("ben", "dm", "checkin why @dana")).Text, Does.StartWith("Only those who made a check-in, and admins, see why"));
        Assert.That((await Team.Says("ana", "dm", "checkin why saturday")).Text, Does.Contain("Daily, Sat 28 Feb 2026\nnot asked: it comes every weekday"));
        Assert.That(Team.TextOf(Roots()[^1]), Does.Contain("Away: @Dana").And.Not.Contain("Emi"));
    }

    [TestCase("No blockers")]
    [TestCase("None.")]
    [TestCase("ninguno")]
    [TestCase("-")]
    [TestCase("n/a")]
    [TestCase("Nothing :)")]
    [TestCase("nope!")]
    [TestCase("No blockers today, thanks")]
    [TestCase("I'm not blocked")]
    [TestCase("✅")]
    public async Task No_blockers_is_no_blocker(string text)
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 09:30");
        await Answers("ana", "All", "More", text);

        Assert.That(Team.TextOf(Root), Does.Not.Contain("Blockers"));
    }

    [TestCase("No access to the vault")]
    [TestCase("No idea how to deploy")]
    [TestCase("The none case of the parser crashes")]
    [TestCase("nothing works since Friday")]
    [TestCase("No blockers except the review")]
    [TestCase("no, but I need a key")]
    [TestCase("404")]
    public async Task A_blocker_that_begins_like_none_is_one(string text)
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 09:30");
        await Answers("ana", "All", "More", text);

        Assert.That(Team.TextOf(Root), Does.Contain($"Blockers\n@Ana: {text}"));
    }

    [Test]
    public async Task Answers_without_names_are_shown_from_four_on_and_never_fewer_than_four_at_a_time()
    {
        await Sets("ana", "checkin new Pulse in #team at 9:30 every day Lisbon for everyone ask \"Mood?\" (anonymous scale) \"What is next?\"");
        await Until("2026-03-02 09:30");
        var seen = new List<string>();
        foreach (var (person, mood) in new[] { ("ana", "5"), ("ben", "4"), ("chidi", "3"), ("dana", "2"), ("emi", "1") })
        {
            await Answers(person, mood, "More");
            seen.Add(Team.TextOf(Root).Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("Mood?:", StringComparison.Ordinal)));
        }

        var form = await Team.Says("ana", "dm", "checkin edit Pulse");
        await Team.Says("ana", "dm", "checkin export json Pulse");

        Assert.That(seen, Is.EqualTo(new[]
        {
            "Mood?: shown from 4 answers on", "Mood?: shown from 4 answers on", "Mood?: shown from 4 answers on",
            "Mood?: 3.5 of 5 (4 answers)", "Mood?: 3.5 of 5 (4 answers)",
        }));
        Assert.That(form.Form!.Inputs.Select(input => input.Label), Is.EqualTo(new[] { "What is next?" }));
        Assert.That(Team.Messages("@ana")[^1].File, Does.Contain("More").And.Not.Contain("Mood"));
        Assert.That(Team.Database().Split('\n').Where(line => line.Contains("checkin.entry", StringComparison.Ordinal)), Has.None.Contains("\"texts\":[\"5\""));
    }

    [Test]
    public async Task The_export_has_every_answer_and_no_formula()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"");
        var texts = new[] { "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\tTab", "Plain, with \"quotes\"\nand a line" };
        foreach (var (at, text) in texts.Index())
        {
            await Until($"2026-03-{(at < 5 ? 2 + at : 9):00} 09:30");
            await Answers("ana", text.StartsWith('\t') ? "x" : text);
        }

        var said = await Team.Says("ben", "#team", "checkin export csv Daily");
        var csv = Team.Messages("@ben")[^1].File!;
        await Team.Says("ben", "#team", "checkin export json Daily");

        Assert.That(said.Text, Is.EqualTo("I send you the answers to Daily as a file, by direct message."));
        Assert.That(csv, Does.StartWith("check-in,date,run,person,id,state,answered at,question,answer\r\n"));
        Assert.That(csv, Does.Contain("Daily,2026-03-02,,Ana,U-ana,answered,2026-03-02T09:30:00Z,What is next?,\"'=HYPERLINK(\"\"http://x\"\")\""));
        Assert.That(csv, Does.Contain(",'+1\r\n").And.Contain(",'-1\r\n").And.Contain(",'@SUM(A1)\r\n"));
        Assert.That(csv, Does.Contain("\"Plain, with \"\"quotes\"\"\nand a line\""));
        Assert.That(csv, Does.Contain("Daily,2026-03-02,,Ben,U-ben,no answer,,,"));
        Assert.That(Team.Messages("@ben")[^1].File, Does.Contain("\"answer\": \"=HYPERLINK(\\\"http://x\\\")\""));
    }

    [Test]
    public async Task Participation_counts_those_who_were_really_asked()
    {
        await Team.Says("ben", "dm", "online away until 9 march");
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @chidi ask \"What is next?\"");
        for (var day = 2; day <= 13; day++)
        {
            await Until($"2026-03-{day:00} 10:00");
            if (day is not (7 or 8))
                await Answers("ana", "All");
        }

        await Until("2026-03-14 10:00");
        Assert.That((await Team.Says("ana", "#team", "checkin report Daily")).Text, Does.Contain("Answered of those asked, by week: 50 %, 33 %"));
        var sent = await Team.Says("ana", "#team", "checkin participation Daily");
        var weeks = ((Core.Messages.Participation)Team.LastPost("@ana").Chart!).Weeks;

        Assert.That(sent.Text, Does.StartWith("I send you the picture by direct message."));
        Assert.That(weeks, Has.Count.EqualTo(8));
        Assert.That(weeks.TakeLast(2).Select(week => (week.Answered, week.Asked)), Is.EqualTo(new[] { (5, 10), (5, 15) }));
    }

    [Test]
    public async Task Forgetting_somebody_takes_their_texts_and_leaves_the_count()
    {
        await Sets("ben", Daily);
        await Until("2026-03-02 14:30");
        await Answers("ben", "My secret", "More", "A private blocker");
        await Until("2026-03-03 02:00");
        var export = await Team.Says("ben", "dm", "async export me");
        var told = string.Concat(Team.Messages("@ben").Select(message => message.File));
        var forget = await Team.Says("ben", "dm", "async forget me");
        await Team.Presses("ben", forget, forget.Labels[0]);
        await Until("2026-03-03 03:00");

        Assert.That(export.IsRefused, Is.False);
        Assert.That(told, Does.Contain("My secret"));
        Assert.That(Team.Chat.Messages.Select(Team.TextOf), Has.None.Contains("My secret"));
        Assert.That(Team.Chat.Messages.Select(Team.TextOf), Has.None.Contains("A private blocker"));
        Assert.That(Team.Database(), Does.Not.Contain("My secret").And.Not.Contain("A private blocker"));
        Assert.That((await Team.Says("sam", "#team", "checkin report Daily 2 march")).Text, Does.Contain("Answered: 1 of 3"));
        Assert.That((await Team.Says("sam", "#team", "checkin list")).Text, Does.Contain("5 people, you too, kept by the admins"));
    }

    [Test]
    public async Task What_lives_in_a_channel_one_is_not_in_does_not_exist()
    {
        await Sets("ana", "checkin new Secret in #oncall at 9:30 on weekdays for @ana ask \"What is next?\"", "#oncall");
        await Until("2026-03-02 10:00");

        foreach (var deed in new[] { "status", "report", "preview", "leave", "pause", "export csv" })
            Assert.That((await Team.Says("chidi", "dm", $"checkin {deed} Secret")).Text, Does.StartWith("There are no check-ins here yet."), deed);
        Assert.That((await Team.Says("chidi", "dm", "checkin list")).Text, Does.StartWith("There are no check-ins in your channels."));
    }

    [Test]
    public async Task Who_made_a_channels_check_in_may_give_that_channel_a_day_off()
    {
        await Sets("ana", Daily);

        Assert.That((await Team.Says("ana", "dm", "online holiday 6 march Retreat for #team")).Text, Does.StartWith("A day off: Fri 6 Mar 2026"));
        Assert.That((await Team.Says("ana", "dm", "online holiday 6 march Retreat")).Text, Does.StartWith("Only admins can add days off"));
        Assert.That((await Team.Says("ben", "dm", "online holiday 9 march Retreat for #team")).Text, Does.StartWith("Only admins can add days off"));
    }

    [Test]
    public async Task A_blocker_in_an_answer_is_flagged_when_its_author_says_so_with_its_text_and_a_link()
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 09:30");
        var answered = await Answers("ana", "All", "More", "The key to the vault is gone");
        var before = (await Team.Says("ben", "#team", "blocker")).Text;
        var flagged = await Team.Presses("ana", answered, "Flag as blocker");
        var again = await Team.Presses("ana", answered, "Flag as blocker");

        Assert.That(before, Does.Not.Contain("vault"));
        Assert.That(flagged.Text, Does.StartWith("🚧 #1 flagged: The key to the vault is gone"));
        Assert.That((await Team.Says("ben", "#team", "blocker show 1")).Text, Does.Contain("The key to the vault is gone"));
        Assert.That(again.Text, Does.StartWith("That answer is #1"));
    }

    [Test]
    public async Task An_answer_can_be_captured_as_an_idea_from_its_menu()
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 09:30");
        await Answers("ana", "All", "More", "none");
        var answer = Team.Messages("#team").Single(message => message.Thread == Root.Id);
        var idea = await Team.Captures("ben", answer);

        Assert.That(idea.Text, Does.StartWith("#1 saved in ideas"));
        Assert.That((await Team.Says("ben", "#team", "idea show 1")).Text, Does.Contain("What is next?: More"));
    }

    [Test]
    public async Task Ones_page_shows_what_waits_for_an_answer()
    {
        await Team.Does("ana", Team.Place("@ana"), null, null, new Core.Commands.InboundContent.Call(new Core.Home.OpenHome()));
        await Sets("ana", Daily);
        await Until("2026-03-02 09:31");
        var (_, card) = Team.Chat.Homes[^1];

        Assert.That(card.AllButtons.Select(button => button.Label), Does.Contain("Answer"));
    }

    [Test]
    public async Task Whoever_moves_is_asked_on_their_new_clock_and_once_a_date()
    {
        await Sets("ana", Daily);
        await Until("2026-03-03 01:00");
        await Team.Says("emi", "dm", "online zone Europe/Lisbon");
        await Until("2026-03-05 00:00");

        Assert.That(Prompts("emi").Select(prompt => Team.FirstTextOf(prompt).Split('\n')[0].Trim()), Is.EqualTo(new[] { "Daily — Tue 3 Mar 2026", "Daily — Wed 4 Mar 2026" }));
    }
}
