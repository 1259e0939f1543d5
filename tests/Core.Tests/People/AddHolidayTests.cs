using AsyncBot.Core.Commands;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC, which is 01:00 for Sam, the admin.</summary>
public sealed class AddHolidayTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("25 december Christmas", "Fri 25 Dec 2026: “Christmas”, for everybody")]
    [TestCase("3 april Good Friday", "Fri 3 Apr 2026: “Good Friday”, for everybody")]
    [TestCase("1 may 2026 May Day", "Fri 1 May 2026: “May Day”, for everybody")]
    [TestCase("2026-12-24 Christmas  <Eve>", "Thu 24 Dec 2026: “Christmas  <Eve>”, for everybody")]
    [TestCase("today Launch", "Mon 2 Mar 2026: “Launch”, for everybody")]
    [TestCase("2 march Launch", "Mon 2 Mar 2026: “Launch”, for everybody")]
    [TestCase("friday Day for peace", "Fri 6 Mar 2026: “Day for peace”, for everybody")]
    [TestCase("6 may Party for everybody", "Wed 6 May 2026: “Party”, for everybody")]
    [TestCase("6 may Party for #team", "Wed 6 May 2026: “Party”, for everybody in #team")]
    [TestCase("6 may Party for @ana and @emi", "Wed 6 May 2026: “Party”, for @Ana, @Emi")]
    [TestCase("6 may Party for ana", "Wed 6 May 2026: “Party”, for @Ana")]
    public async Task An_admin_adds_one_and_it_is_read_back(string words, string line)
    {
        Assert.That((await _team.Says("sam", "#team", "online holiday " + words)).Text, Is.EqualTo($"A day off: {line}."));
        Assert.That((await _team.Says("sam", "#team", "online holiday list")).Text.Split('\n')[1], Is.EqualTo(line));
        var again = await _team.Says("sam", "#team", "online holiday " + words);
        Assert.That(again.IsRefused);
        Assert.That(again.Text, Is.EqualTo($"That is there already: {line}. See: online holiday list"));
    }

    [Test]
    public async Task Whoever_was_picked_and_is_in_no_channel_of_the_admin_is_refused_by_name()
    {
        _team.Directory.Add("zoe", "Europe/Paris");
        var answer = await _team.Says("sam", "#team", $"online holiday 5 may Party for {Picked.Of(TestDirectory.IdOf("zoe"), "Zoe")}");

        Assert.That(answer.Text, Does.StartWith("I know nobody and no channel of yours by the name “@Zoe”."));
    }

    [TestCase("yesterday Launch", "“yesterday” is past.")]
    [TestCase("2026-01-05 Launch", "“2026-01-05” is past.")]
    [TestCase("1 january 2020 Launch", "“1 january 2020” is past.")]
    [TestCase("2040-01-05 Launch", "“2040-01-05” is more than 5 years ahead.")]
    [TestCase("25 december", "The name is missing. Try: online holiday 2026-12-25 Company day")]
    [TestCase("25 december for #team", "The name is missing.")]
    [TestCase("friday 15:00 Afternoon off", "“friday 15:00” is more than a date; a day off is one whole day.")]
    [TestCase("tomorrow afternoon Off", "“tomorrow afternoon” is more than a date; a day off is one whole day.")]
    [TestCase("every friday Free", "“every friday” is more than a date; a day off is one whole day.")]
    [TestCase("Christmas", "“Christmas” is no date that I can read.")]
    [TestCase("4/3 Something", "“4/3” could be 4 March or 3 April.")]
    [TestCase("30 february Something", "")]
    [TestCase("5 may Party for #nowhere", "I know nobody and no channel of yours by the name “#nowhere”.")]
    [TestCase("5 may Party for @nobody", "I know nobody and no channel of yours by the name “@nobody”.")]
    [TestCase("5 may Party for #team and @ana", "A day off is for one channel or for some people; add the others as another one.")]
    [TestCase("5 may Party for #team #oncall", "A day off is for one channel or for some people; add the others as another one.")]
    [TestCase("list tomorrowish", "“tomorrowish” is no date that I can read. Try: online holiday list")]
    public async Task What_is_none_is_refused_with_an_example(string words, string said)
    {
        var answer = await _team.Says("sam", "#team", "online holiday " + words);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith(said).And.Contain(" Try: online holiday "));
        Assert.That((await _team.Says("sam", "#team", "online holiday list")).Text, Does.StartWith("There are no days off to come."));
    }

    [Test]
    public async Task A_name_has_at_most_100_characters() =>
        Assert.That((await _team.Says("sam", "#team", "online holiday 5 may " + new string('x', 101))).Text, Does.StartWith("A name can have at most 100 characters, and this has 101."));

    [Test]
    public async Task Only_admins_add_and_remove_and_everybody_lists()
    {
        Assert.That((await _team.Says("ana", "#team", "online holiday 25 december Christmas")).Text, Is.EqualTo(
            "Only admins can add days off, and whoever made a channel’s check-in for that channel; async settings names the admins. "
            + "To see the days off: online holiday list"));
        await _team.Says("sam", "#team", "online holiday 25 december Christmas");
        var list = await _team.Says("ana", "#team", "online holiday list");
        Assert.That(list.Text, Is.EqualTo("Days off:\nFri 25 Dec 2026: “Christmas”, for everybody\nAdmins can add some."));
        Assert.That(list.Labels, Is.Empty);

        var id = ((RemoveHoliday)(await _team.Says("sam", "#team", "online holiday")).Buttons[0].Command).Id;
        Assert.That((await _team.Does("ana", Team.Place("#team"), null, null, new InboundContent.Call(new RemoveHoliday(id)))).Text, Does.StartWith("Only admins can do that"));
    }

    [Test]
    public async Task Undo_takes_a_new_one_away()
    {
        await _team.Presses("sam", await _team.Says("sam", "#team", "online holiday 25 december Christmas"), "Undo");

        Assert.That((await _team.Says("sam", "#team", "online holiday list")).Text, Does.StartWith("There are no days off to come."));
    }

    [Test]
    public async Task A_channel_s_is_listed_only_to_those_in_it_and_people_s_to_those_who_know_them()
    {
        await _team.Says("sam", "#team", "online holiday 6 may Retreat for #oncall");
        await _team.Says("sam", "#team", "online holiday 7 may Wedding for @emi @chidi");
        await _team.Says("chidi", "#team", "online share off");
        _team.Directory.Add("otto", "Europe/Paris");

        Assert.That((await _team.Says("ana", "dm", "online holiday list")).Text, Does.Contain("Retreat").And.Contain("for @Emi\n"));
        Assert.That((await _team.Says("chidi", "dm", "online holiday list")).Text, Does.Not.Contain("Retreat").And.Contain("for @Emi, @Chidi"));
        Assert.That((await _team.Says("otto", "dm", "online holiday list")).Text, Is.EqualTo("There are no days off to come. Admins can add some."));
    }

    [Test]
    public async Task Another_admin_learns_no_more_than_others_of_whose_day_off_it_is()
    {
        await _team.Says("sam", "#team", "async admin @ana");
        _team.Directory.Add("otto", "Europe/Paris");
        _team.Directory.AddChannel("paris", "otto", "sam");
        await _team.Says("sam", "#team", "online holiday 6 may Wedding for @chidi");
        await _team.Says("sam", "#team", "online holiday 7 may Birth for @emi @chidi");
        await _team.Says("sam", "#paris", "online holiday 8 may Move for @otto");
        await _team.Says("chidi", "dm", "online share off");
        var list = await _team.Says("sam", "dm", "online holiday list");
        Assert.That(list.Text, Does.Contain("for @Chidi\n").And.Contain("for @Emi, @Chidi").And.Contain("for @Otto"));

        Assert.That((await _team.Says("ana", "dm", "online holiday list")).Text.Split('\n')[1..^1], Is.EqualTo(new[] { "Thu 7 May 2026: “Birth”, for @Emi" }));
        var answers = new List<string>();
        foreach (var button in list.Buttons.Take(3))
            answers.Add((await _team.Does("ana", Team.Place("#team"), null, null, new InboundContent.Call(button.Command))).Text);
        Assert.That(answers, Is.EqualTo(new[]
        {
            "That day off is gone already. See what is left: online holiday list", "No longer a day off: Thu 7 May 2026: “Birth”, for @Emi.", "That day off is gone already. See what is left: online holiday list",
        }));
    }

    [Test]
    public async Task It_counts_for_the_hours_of_those_it_is_for()
    {
        await _team.Says("sam", "#team", "online holiday 6 march Retreat for #oncall");

        Assert.That((await _team.Says("ana", "#team", "online away until friday")).Text, Does.Contain("back Mon 9 Mar"));
        Assert.That((await _team.Says("chidi", "#team", "online away until friday")).Text, Does.Contain("back Fri 6 Mar"));
    }

    [Test]
    public async Task Past_ones_leave_the_list_and_a_long_list_has_pages()
    {
        for (var day = 0; day < 25; day++)
            await _team.Says("sam", "#team", $"online holiday {new LocalDate(2026, 3, 5).PlusDays(day):uuuu-MM-dd} Day {day}");
        var first = await _team.Says("sam", "#team", "online holiday list");
        Assert.That(first.Text, Does.Contain("Day 19").And.Not.Contain("Day 20"));
        Assert.That((await _team.Presses("sam", first, "Later ones")).Text, Does.Contain("Day 20").And.Contain("Day 24").And.Not.Contain("Day 19"));

        await _team.Advance(Duration.FromDays(10));
        Assert.That((await _team.Says("sam", "#team", "online holiday list")).Text, Does.Not.Contain("“Day 5”").And.Contain("“Day 7”"));
    }

    [Test]
    public async Task Five_hundred_may_come()
    {
        for (var n = 0; n < 500; n++)
            Assert.That((await _team.Says("sam", "#team", $"online holiday {new LocalDate(2026, 3, 5).PlusDays(n):uuuu-MM-dd} Day")).IsRefused, Is.False);

        Assert.That((await _team.Says("sam", "#team", "online holiday 2028-01-01 Day")).Text, Is.EqualTo("There are 500 days off to come, which is as many as I keep. Remove one first: online holiday list"));
    }

    [Test]
    public async Task A_form_adds_one_too()
    {
        var form = await _team.Does("sam", Team.Place("#team"), null, null, new InboundContent.Call(OpenForm.For<AddHoliday>()));

        Assert.That((await _team.Submits("sam", form, ("list|date name for #channel|@person", "25 december Christmas"))).Text, Does.StartWith("A day off: Fri 25 Dec 2026"));
    }

    [Test]
    public async Task Of_several_with_the_same_name_ten_are_buttons()
    {
        foreach (var n in Enumerable.Range(0, 12))
        {
            _team.Directory.Add($"zed{n:00}", "Europe/Lisbon");
            _team.Directory.Join($"zed{n:00}", "#team");
        }

        foreach (var line in new[] { "online holiday 5 may Party for @zed", "online away @zed until friday", "online back zed", "online @zed", "online overlap @ana @zed" })
        {
            var asked = await _team.Says("sam", "#team", line);
            Assert.That(asked.Text, Is.EqualTo("“@zed” could be several people; whom do you mean? If it is none of these, say the whole name.").Or.EqualTo("“zed” could be several people; whom do you mean? If it is none of these, say the whole name."));
            Assert.That(asked.Labels, Has.Count.EqualTo(10));
            Assert.That((await _team.Presses("sam", asked, "Zed03 (@U-zed03)")).Text, Does.Contain("Zed03"));
        }

        Assert.That((await _team.Says("sam", "#team", "online holiday list")).Text, Does.Contain("Tue 5 May 2026: “Party”, for @Zed03"));
    }

    [TestCase("tomorrow Off #team", "Is it for #team? That stands at the end, behind “for”.")]
    [TestCase("tomorrow @ana off", "Is it for @ana? That stands at the end, behind “for”.")]
    [TestCase("2026-04-05 to 2026-04-08 Long for #team", "A day off is one day; add each of them.")]
    public async Task Nothing_that_was_meant_for_some_becomes_everybody_s_day_off(string words, string said)
    {
        var answer = await _team.Says("sam", "#team", $"online holiday {words}");

        Assert.That((answer.IsRefused, answer.Text), Is.EqualTo((true, $"{said} Try: online holiday 24 december Christmas Eve for #team")));
    }

    [Test]
    public async Task A_channel_may_be_named_without_its_sign()
    {
        Assert.That((await _team.Says("sam", "#general", "online holiday 24 december Party for team")).Text, Does.Contain("“Party”, for everybody in #team"));
        Assert.That((await _team.Says("sam", "#general", "online holiday 25 december Time for yourself")).Text, Does.Contain("“Time for yourself”, for everybody"));
    }
}
