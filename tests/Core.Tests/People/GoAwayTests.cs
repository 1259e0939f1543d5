using AsyncBot.Core.Commands;
using AsyncBot.Core.People;
using AsyncBot.TestKit;
using CsCheck;

namespace AsyncBot.Core.Tests.People;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC, which is 09:00 in Lisbon.</summary>
public sealed partial class GoAwayTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("until friday", "You are away through Thu 5 Mar 2026, back Fri 6 Mar 2026, 09:00 Europe/Lisbon (in 4 days).")]
    [TestCase("until monday", "You are away through Sun 8 Mar 2026, back Mon 9 Mar 2026, 09:00 Europe/Lisbon (in 7 days).")]
    [TestCase("until friday 15:00", "You are away until Fri 6 Mar 2026, 15:00 Europe/Lisbon (in 4 days 6 h).")]
    [TestCase("until 15:00", "You are away until Mon 2 Mar 2026, 15:00 Europe/Lisbon (in 6 h).")]
    [TestCase("till tomorrow", "You are away through Mon 2 Mar 2026, back Tue 3 Mar 2026, 09:00 Europe/Lisbon (in 1 day).")]
    [TestCase("until midnight", "You are away through Mon 2 Mar 2026, back Tue 3 Mar 2026, 09:00 Europe/Lisbon (in 1 day).")]
    [TestCase("until 23:59", "You are away until Mon 2 Mar 2026, 23:59 Europe/Lisbon (in 14 h 59 min), back Tue 3 Mar 2026, 09:00 Europe/Lisbon (in 1 day).")]
    [TestCase("until end of week", "You are away through Fri 6 Mar 2026, back Mon 9 Mar 2026, 09:00 Europe/Lisbon (in 7 days).")]
    [TestCase("until eod", "You are away through Mon 2 Mar 2026, back Tue 3 Mar 2026, 09:00 Europe/Lisbon (in 1 day).")]
    [TestCase("until 2026-03-29 01:30", "You are away until Sun 29 Mar 2026, 02:30 Europe/Lisbon (in 3 weeks), back Mon 30 Mar 2026, 09:00 Europe/Lisbon (in 3 weeks). The clocks of Europe/Lisbon are put forward that day, so I take 02:30 there.")]
    [TestCase("through friday", "You are away through Fri 6 Mar 2026, back Mon 9 Mar 2026, 09:00 Europe/Lisbon (in 7 days).")]
    [TestCase("from now until friday", "You are away through Thu 5 Mar 2026, back Fri 6 Mar 2026, 09:00 Europe/Lisbon (in 4 days).")]
    [TestCase("today", "You are away through Mon 2 Mar 2026, back Tue 3 Mar 2026, 09:00 Europe/Lisbon (in 1 day).")]
    [TestCase("all day", "You are away through Mon 2 Mar 2026, back Tue 3 Mar 2026, 09:00 Europe/Lisbon (in 1 day).")]
    [TestCase("tomorrow", "You will be away on Tue 3 Mar 2026, back Wed 4 Mar 2026, 09:00 Europe/Lisbon (in 2 days).")]
    [TestCase("all day tomorrow", "You will be away on Tue 3 Mar 2026, back Wed 4 Mar 2026, 09:00 Europe/Lisbon (in 2 days).")]
    [TestCase("friday", "You will be away on Fri 6 Mar 2026, back Mon 9 Mar 2026, 09:00 Europe/Lisbon (in 7 days).")]
    [TestCase("on 24 december", "You will be away on Thu 24 Dec 2026, back Fri 25 Dec 2026, 09:00 Europe/Lisbon (in 9 months).")]
    [TestCase("for 3 days", "You are away through Wed 4 Mar 2026, back Thu 5 Mar 2026, 09:00 Europe/Lisbon (in 3 days).")]
    [TestCase("3 days", "You are away through Wed 4 Mar 2026, back Thu 5 Mar 2026, 09:00 Europe/Lisbon (in 3 days).")]
    [TestCase("for 2 weeks", "You are away through Sun 15 Mar 2026, back Mon 16 Mar 2026, 09:00 Europe/Lisbon (in 2 weeks).")]
    [TestCase("for 2 hours", "You are away until Mon 2 Mar 2026, 11:00 Europe/Lisbon (in 2 h).")]
    [TestCase("for 3 days from friday", "You will be away from Fri 6 Mar 2026 through Sun 8 Mar 2026, back Mon 9 Mar 2026, 09:00 Europe/Lisbon (in 7 days).")]
    [TestCase("3 days from friday", "You will be away from Fri 6 Mar 2026 through Sun 8 Mar 2026, back Mon 9 Mar 2026, 09:00 Europe/Lisbon (in 7 days).")]
    [TestCase("from 9 march to 11 march", "You will be away from Mon 9 Mar 2026 through Wed 11 Mar 2026, back Thu 12 Mar 2026, 09:00 Europe/Lisbon (in 10 days).")]
    [TestCase("from 9 to 11 march", "You will be away from Mon 9 Mar 2026 through Wed 11 Mar 2026, back Thu 12 Mar 2026, 09:00 Europe/Lisbon (in 10 days).")]
    [TestCase("9 march - 11 march", "You will be away from Mon 9 Mar 2026 through Wed 11 Mar 2026, back Thu 12 Mar 2026, 09:00 Europe/Lisbon (in 10 days).")]
    [TestCase("from 9 march until 11 march", "You will be away from Mon 9 Mar 2026 through Tue 10 Mar 2026, back Wed 11 Mar 2026, 09:00 Europe/Lisbon (in 9 days).")]
    [TestCase("from friday to tuesday", "You will be away from Fri 6 Mar 2026 through Tue 10 Mar 2026, back Wed 11 Mar 2026, 09:00 Europe/Lisbon (in 9 days).")]
    [TestCase("from 20 december to 3 january", "You will be away from Sun 20 Dec 2026 through Sun 3 Jan 2027, back Mon 4 Jan 2027, 09:00 Europe/Lisbon (in 10 months).")]
    [TestCase("tomorrow until 15:00", "You will be away from Tue 3 Mar 2026, 00:00 Europe/Lisbon (in 15 h) until Tue 3 Mar 2026, 15:00 Europe/Lisbon (in 1 day 6 h).")]
    [TestCase("from tomorrow 14:00 until 15:00", "You will be away from Tue 3 Mar 2026, 14:00 Europe/Lisbon (in 1 day 5 h) until Tue 3 Mar 2026, 15:00 Europe/Lisbon (in 1 day 6 h).")]
    [TestCase("tomorrow 14:00-15:00", "You will be away from Tue 3 Mar 2026, 14:00 Europe/Lisbon (in 1 day 5 h) until Tue 3 Mar 2026, 15:00 Europe/Lisbon (in 1 day 6 h).")]
    [TestCase("tomorrow from 2 to 3pm", "You will be away from Tue 3 Mar 2026, 14:00 Europe/Lisbon (in 1 day 5 h) until Tue 3 Mar 2026, 15:00 Europe/Lisbon (in 1 day 6 h).")]
    [TestCase("from 14:00 for 1 hour", "You will be away from Mon 2 Mar 2026, 14:00 Europe/Lisbon (in 5 h) until Mon 2 Mar 2026, 15:00 Europe/Lisbon (in 6 h).")]
    [TestCase("from 22:00 to 6:00", "You will be away from Mon 2 Mar 2026, 22:00 Europe/Lisbon (in 13 h) until Tue 3 Mar 2026, 06:00 Europe/Lisbon (in 21 h), back Tue 3 Mar 2026, 09:00 Europe/Lisbon (in 1 day).")]
    [TestCase("from friday 22:00 to 6:00", "You will be away from Fri 6 Mar 2026, 22:00 Europe/Lisbon (in 4 days 13 h) until Sat 7 Mar 2026, 06:00 Europe/Lisbon (in 4 days 21 h), back Mon 9 Mar 2026, 09:00 Europe/Lisbon (in 7 days).")]
    [TestCase("next week", "You will be away from Mon 9 Mar 2026 through Sun 15 Mar 2026, back Mon 16 Mar 2026, 09:00 Europe/Lisbon (in 2 weeks).")]
    [TestCase("this week", "You are away through Sun 8 Mar 2026, back Mon 9 Mar 2026, 09:00 Europe/Lisbon (in 7 days).")]
    [TestCase("through next week", "You are away through Sun 15 Mar 2026, back Mon 16 Mar 2026, 09:00 Europe/Lisbon (in 2 weeks).")]
    [TestCase("until friday 14:00 PT", "You are away until Fri 6 Mar 2026, 22:00 Europe/Lisbon (in 4 days 13 h), back Mon 9 Mar 2026, 09:00 Europe/Lisbon (in 7 days).")]
    public async Task It_is_read_back_with_the_first_working_moment_after_it(string words, string said)
    {
        var answer = await _team.Says("ana", "#team", "online away " + words);

        Assert.That(answer.Text, Is.EqualTo(said));
        Assert.That(answer.IsRefused, Is.False);
        Assert.That((await _team.Says("ana", "#team", "online away")).Text.Split('\n'), Has.Length.EqualTo(3));
    }

    [TestCase("until", "It does not say until when. Try: online away until friday 17:00 because I am travelling")]
    [TestCase("for", "It does not say for how long.")]
    [TestCase("because sick", "It does not say until when.")]
    [TestCase("from friday", "It says from “friday” on, but not until when.")]
    [TestCase("until yesterday", "“yesterday” is past.")]
    [TestCase("from yesterday until friday", "“yesterday” is past.")]
    [TestCase("until today", "Today has begun already. Try: online away today")]
    [TestCase("from 10 march to 9 march", "“9 march” is not after “10 march”.")]
    [TestCase("from friday until tomorrow", "“tomorrow” is not after “friday”.")]
    [TestCase("from 2026-03-10 14:00 until 2026-03-10 13:00", "“2026-03-10 13:00” is not after “2026-03-10 14:00”.")]
    [TestCase("until 2040-01-01", "“2040-01-01” is more than 5 years ahead.")]
    [TestCase("for 6 years", "“6 years” is more than 5 years.")]
    [TestCase("from 2030-01-01 for 200 weeks", "That ends more than 5 years ahead.")]
    [TestCase("for 0 days", "“0 days” is nothing.")]
    [TestCase("for a month", "Months differ in length; say it in weeks or days.")]
    [TestCase("until blue moon", "“blue” was not understood.")]
    [TestCase("until friday or saturday", "Two times are named")]
    [TestCase("friday and monday", "Two times are named")]
    [TestCase("until friday for vacation", "“for” was not understood.")]
    [TestCase("tomorrow afternoon", "It does not say until when.")]
    [TestCase("next month", "It does not say until when.")]
    [TestCase("every friday", "One absence is one stretch of time; what comes every week belongs to your hours. Try: online hours mon-thu 9-17")]
    [TestCase("forever", "“forever” was not understood.")]
    [TestCase("@ben until friday", "Only admins can say that for somebody else.")]
    [TestCase("@nobody until friday", "Only admins can say that for somebody else.")]
    public async Task What_is_no_absence_is_refused_with_an_example_that_works(string words, string said)
    {
        await _team.Says("ana", "#team", "online away until wednesday");
        var before = (await _team.Says("ana", "#team", "online away")).Text;
        var answer = await _team.Says("ana", "#team", "online away " + words);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith(said).And.Contain(" Try: online "));
        Assert.That((await _team.Says("ana", "#team", "online away")).Text, Is.EqualTo(before));
        Assert.That((await _team.Says("ana", "#team", answer.Text[(answer.Text.LastIndexOf(" Try: ", StringComparison.Ordinal) + 6)..])).IsRefused, Is.False);
    }

    [Test]
    public async Task The_day_itself_is_a_button_away()
    {
        var answer = await _team.Says("ana", "#team", "online away until friday because I am travelling");
        Assert.That(answer.Labels, Is.EqualTo(new[] { "Friday too", "Undo" }));

        for (var press = 0; press < 2; press++)
        {
            Assert.That((await _team.Presses("ana", answer, "Friday too")).Text, Is.EqualTo(
                "You are away through Fri 6 Mar 2026, back Mon 9 Mar 2026, 09:00 Europe/Lisbon (in 7 days). Colleagues see why: “I am travelling”."));
        }

        Assert.That((await Of("ana")).Absences, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_day_itself_is_a_button_away_for_a_coming_absence_too()
    {
        var answer = await _team.Says("ana", "#team", "online away from wednesday until friday");
        await _team.Presses("ana", answer, "Friday too");

        Assert.That((await Of("ana")).Absences.Single().To, Is.EqualTo(new LocalDateTime(2026, 3, 7, 0, 0)));
    }

    [Test]
    public async Task Other_readings_of_a_day_are_buttons()
    {
        Assert.That((await _team.Says("ana", "#team", "online away until next friday")).Labels, Does.Contain("Until Fri 6 Mar 2026"));
        Assert.That((await _team.Says("ana", "#team", "online away monday")).Labels, Does.Contain("Mon 9 Mar 2026 instead"));
        var unclear = await _team.Says("ana", "#team", "online away from 4/3 until 6/3 because of “Ünïcode”");
        Assert.That(unclear.Labels, Is.EqualTo(new[] { "4 March", "3 April" }));
        var next = await _team.Presses("ana", unclear, "4 March");
        var done = await _team.Presses("ana", next, "6 March");
        Assert.That(done.Text, Does.StartWith("You will be away from Wed 4 Mar 2026 through Thu 5 Mar 2026").And.Contain("“of “Ünïcode””"));
    }

    [Test]
    public async Task Saying_it_again_while_away_takes_the_place_of_the_first()
    {
        await _team.Says("ana", "#team", "online away until friday");
        await _team.Advance(Duration.FromHours(5));
        var answer = await _team.Says("ana", "#team", "online away until wednesday");

        Assert.That(answer.Text, Does.Contain("This takes the place of: Mon 2 Mar 2026, 09:00 Europe/Lisbon (5 h ago) through Thu 5 Mar 2026."));
        Assert.That((await Of("ana")).Absences, Has.Count.EqualTo(1));
        await _team.Presses("ana", answer, "Undo");
        Assert.That((await Of("ana")).Absences.Single().To, Is.EqualTo(new LocalDateTime(2026, 3, 6, 0, 0)));
    }

    [Test]
    public async Task Fifty_may_come_and_what_is_over_for_a_week_is_forgotten()
    {
        for (var day = 1; day <= 50; day++)
            Assert.That((await _team.Says("ana", "#team", $"online away {new LocalDate(2026, 3, 2).PlusDays(day):uuuu-MM-dd}")).IsRefused, Is.False);
        var refused = await _team.Says("ana", "#team", "online away 2026-12-24");
        Assert.That(refused.IsRefused);
        Assert.That(refused.Text, Is.EqualTo("You have 50 coming absences, which is as many as I keep. Take one out first: online away"));
        Assert.That((await _team.Says("ana", "#team", "online away")).Text, Does.Contain("And 30 more, later."));

        await _team.Advance(Duration.FromDays(30));
        Assert.That((await _team.Says("ana", "#team", "online away 2026-12-24")).IsRefused, Is.False);
        Assert.That((await Of("ana")).Absences[0].From.Date, Is.EqualTo(new LocalDate(2026, 3, 25)));
    }

    [Test]
    public async Task Each_is_taken_out_by_its_button_once()
    {
        await _team.Says("ana", "#team", "online away friday because “x” <b>");
        await _team.Says("ana", "#team", "online away 2026-03-10");
        var list = await _team.Says("ana", "#team", "online away");
        Assert.That(list.Text.Split('\n'), Is.EqualTo(new[]
        {
            "Your absences:", "Fri 6 Mar 2026, because ““x” <b>”", "Tue 10 Mar 2026", "For another one: online away until friday 17:00 because I am travelling",
        }));

        var taken = await _team.Presses("ana", list, "Take out");
        Assert.That(taken.Text, Is.EqualTo("Taken out: Fri 6 Mar 2026, because ““x” <b>”."));
        Assert.That((await _team.Presses("ana", list, "Take out")).Text, Is.EqualTo("That absence is gone already. See what is left: online away"));
        await _team.Presses("ana", taken, "Undo");
        Assert.That((await Of("ana")).Absences, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_reason_has_at_most_200_characters_and_is_kept_to_the_letter()
    {
        Assert.That((await _team.Says("ana", "#team", "online away until friday because " + new string('x', 201))).Text, Does.StartWith("A reason can have at most 200 characters, and this has 201."));
        await _team.Says("ana", "#team", "online away until friday because Mum’s  60th, because <!channel>");
        Assert.That((await Of("ana")).Absences.Single().Reason, Is.EqualTo("Mum’s  60th, because <!channel>"));
        await _team.Says("ana", "#team", "online away until friday because " + string.Concat(Enumerable.Repeat("🎉", 200)));
        Assert.That((await Of("ana")).Absences.Single().Reason, Does.StartWith("🎉"));
    }

    [Test]
    public async Task Any_words_are_an_absence_to_come_or_refused_in_words()
    {
        string[] words =
        [
            "from", "until", "to", "through", "for", "because", "today", "tomorrow", "friday", "monday", "next", "week", "3", "days", "2h", "14:00", "9-17", "march", "24", "december", "2026-03-10",
            "-", ",", "@ana", "@", "the", "end", "of", "PT", "Tokyo", "and", "all", "day", "\uD83D", "🎉", "2026-03-29 01:30", "00:00", "midnight", "now", "in", "on",
        ];
        await Gen.Int[0, words.Length - 1].Select(at => words[at]).List[1, 7].SampleAsync(async line =>
        {
            var answer = await _team.Says("ana", "dm", "online away " + string.Join(' ', line));
            var coming = (await Of("ana")).Absences;
            var isKept = coming.All(each => each.InTime() is var time && time.From < time.To && time.To > Team.Start);
            if (answer.Labels.Contains("Undo"))
                await _team.Presses("ana", answer, "Undo");
            return isKept && answer.Text.Length > 0;
        }, iter: 600, threads: 1);

        Assert.That(_team.Log.Failures, Is.Empty);
    }

    [TestCase("kiri", "Pacific/Kiritimati", "until friday", "back Fri 6 Mar 2026, 09:00 Pacific/Kiritimati")]
    [TestCase("pago", "Pacific/Pago_Pago", "tomorrow", "on Mon 2 Mar 2026, back Tue 3 Mar 2026, 09:00 Pacific/Pago_Pago")]
    [TestCase("katy", "Asia/Kathmandu", "for 1 day", "through Mon 2 Mar 2026, back Tue 3 Mar 2026, 09:00 Asia/Kathmandu")]
    [TestCase("sanna", "America/Santiago", "on 6 september", "on Sun 6 Sep 2026, back Mon 7 Sep 2026, 09:00 America/Santiago")]
    [TestCase("sanna", "America/Santiago", "until 6 september", "through Sat 5 Sep 2026, back Mon 7 Sep 2026, 09:00 America/Santiago")]
    [TestCase("caro", "Africa/Cairo", "2026-04-24", "on Fri 24 Apr 2026, back Mon 27 Apr 2026, 09:00 Africa/Cairo")]
    [TestCase("caro", "Africa/Cairo", "until 2026-04-24 00:30", "until Fri 24 Apr 2026, 01:30 Africa/Cairo")]
    [TestCase("zoe", null, "until friday", "through Thu 5 Mar 2026, back Fri 6 Mar 2026, 00:00 UTC")]
    public async Task Days_are_those_of_ones_own_calendar(string person, string? zone, string words, string said)
    {
        _team.Directory.Add(person, zone);
        _team.Directory.Join(person, "#team");

        Assert.That((await _team.Says(person, "dm", "online away " + words)).Text, Does.Contain(said));
        Assert.That(_team.Log.Failures, Is.Empty);
    }

    [Test]
    public async Task Hours_are_elapsed_where_the_clocks_are_put_back()
    {
        await _team.ClockTo(Instant.FromUtc(2026, 10, 24, 23, 0));
        await _team.Says("ana", "#team", "online away for 1h30m");

        Assert.That((await Of("ana")).Absences.Single().InTime().To, Is.EqualTo(Instant.FromUtc(2026, 10, 25, 0, 30)));
    }

    [Test]
    public async Task Off_is_another_word_for_away()
    {
        Assert.That((await _team.Says("ana", "#team", "online off until friday because rest")).Text, Does.StartWith("You are away through Thu 5 Mar 2026"));
        Assert.That((await _team.Says("ana", "#team", "online off")).Text, Does.Contain("because “rest”"));
    }

    [Test]
    public async Task Alone_without_any_it_shows_how()
    {
        Assert.That((await _team.Says("ana", "#team", "online away")).Text, Is.EqualTo("You have no coming absence. Try: online away until friday 17:00 because I am travelling"));
    }

    [Test]
    public async Task A_form_takes_time_and_reason_apart()
    {
        var form = await _team.Does("ana", Team.Place("#team"), null, null, new InboundContent.Call(OpenForm.For<GoAway>()));
        var answer = await _team.Submits("ana", form, ("[@person] from … until …", "until friday"), ("reason", "because of rest"));

        Assert.That(answer.Text, Does.StartWith("You are away through Thu 5 Mar 2026").And.EndWith("“because of rest”."));
    }

    [Test]
    public async Task It_outlives_a_restart_and_a_repeated_delivery_changes_nothing()
    {
        await _team.Says("ana", "#team", "online away until friday", key: "k1");
        await _team.Restart();
        await _team.Says("ana", "#team", "online back");
        await _team.Says("ana", "#team", "online away until friday", key: "k1");

        Assert.That((await Of("ana")).Absences, Is.Empty);
    }

    [Test]
    public async Task Undo_of_one_s_own_is_not_told()
    {
        await _team.Presses("ana", await _team.Says("ana", "#team", "online away until friday"), "Undo");

        Assert.That(_team.Posts("@ana"), Is.Empty);
    }

    [Test]
    public async Task Nobody_takes_out_what_is_not_theirs()
    {
        await _team.Says("ana", "#team", "online away until friday");
        var key = (await Of("ana")).Absences.Single().Key;
        var answer = await _team.Does("ben", Team.Place("#team"), null, null, new InboundContent.Call(new DropAbsence(key, TestDirectory.IdOf("ana"))));

        Assert.That(answer.IsRefused);
        Assert.That((await Of("ana")).Absences, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Another_reading_brings_nothing_back_that_is_gone()
    {
        var mine = await _team.Says("ana", "#team", "online away until friday");
        await _team.Presses("ana", mine, "Undo");
        var late = await _team.Presses("ana", mine, "Friday too");
        Assert.That((late.IsRefused, late.Text), Is.EqualTo((true, "That absence is gone already, so I left it so. Try: online away until friday 17:00 because I am travelling")));

        var said = await _team.Says("sam", "#team", "online away @ana until friday");
        await _team.Presses("ana", _team.LastPost("@ana"), "Take it back");
        Assert.That((await _team.Presses("sam", said, "Friday too")).IsRefused);
        Assert.That((await Of("ana")).Absences, Is.Empty);
    }

    [Test]
    public async Task A_long_reason_is_called_a_reason() =>
        Assert.That((await _team.Says("ana", "#team", "online away until friday because " + new string('a', 9_000))).Text, Does.StartWith("A reason can have at most 200 characters, and this has 9000."));

    [TestCase("friday", "You will be away on Fri 6 Mar 2026, back Mon 9 Mar 2026, 22:00 Europe/Lisbon (in 7 days 13 h).")]
    [TestCase("thursday", "You will be away on Thu 5 Mar 2026, back Fri 6 Mar 2026, 22:00 Europe/Lisbon (in 4 days 13 h).")]
    public async Task A_whole_day_takes_the_night_s_work_that_begins_on_it(string day, string said)
    {
        await _team.Says("ana", "#team", "online hours mon-fri 22-02");
        Assert.That((await _team.Says("ana", "#team", $"online away {day}")).Text, Is.EqualTo(said));

        // The night that began on Wednesday goes on.
        await _team.ClockTo(Instant.FromUtc(2026, 3, 5, 1, 0));
        Assert.That((await _team.Says("ben", "#team", "online ana")).Text, Does.StartWith("@Ana, 01:00 Europe/Lisbon: at work until 02:00"));
    }

    [TestCase("until 14", "You are away until Mon 2 Mar 2026, 14:00 Europe/Lisbon (in 5 h).")]
    [TestCase("till thursday 9", "You are away until Thu 5 Mar 2026, 09:00 Europe/Lisbon (in 3 days).")]
    [TestCase("until tomorrow at 11", "You are away until Tue 3 Mar 2026, 11:00 Europe/Lisbon (in 1 day 2 h).")]
    [TestCase("until march 9", "You are away through Sun 8 Mar 2026, back Mon 9 Mar 2026, 09:00 Europe/Lisbon (in 7 days).")]
    public async Task A_bare_hour_is_an_hour(string words, string said) =>
        Assert.That((await _team.Says("ana", "#team", $"online away {words}")).Text, Is.EqualTo(said));

    private async Task<Profile> Of(string person) => await _team.Find(Profile.Type, TestDirectory.IdOf(person).Value) ?? new Profile(TestDirectory.IdOf(person));
}
