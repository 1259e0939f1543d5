using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Online;

/// <summary>It is Monday 9 March 2026, 13:30 in Lisbon; the clocks of New York and Los Angeles went forward the day before.</summary>
public sealed class FindOverlapTests
{
    private Team _team = null!;

    [SetUp]
    public async Task A_team_that_said_its_hours()
    {
        _team = await Team.Open();
        foreach (var (person, zone, hours) in new[]
        {
            ("ana", "Europe/Lisbon", "mon-fri 9-17"), ("ben", "America/New_York", "mon-fri 9-17"), ("dana", "Asia/Kolkata", "mon-fri 10-18:30"), ("emi", "Asia/Tokyo", "mon-fri 9-18"),
            ("sam", "America/Los_Angeles", "mon-fri 8-16"),
        })
            _team.Directory.Add(person, zone, isAdmin: person == "sam", hours: hours);
        await _team.ClockTo(Instant.FromUtc(2026, 3, 9, 13, 30));
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task It_says_when_on_every_clock_and_why_it_is_not_when_it_was()
    {
        var answer = await Ask("@ana @ben");

        Assert.That(answer.Text.Split('\n'), Is.EqualTo(new[]
        {
            "Common hours from Mon 9 Mar to Sun 15 Mar 2026, 30 min or longer",
            "It is on now: it began at 13:00, and goes on until 17:00.",
            "Mon 9 to Fri 13 Mar: 13:00 to 17:00 Europe/Lisbon, 4 h a day",
            "@Ana 13:00 to 17:00 Europe/Lisbon",
            "@Ben 09:00 to 13:00 America/New_York",
            "A week earlier it was 14:00 to 17:00: on Sun 8 Mar the clocks of America/New_York went forward 1 h.",
            "From Mon 30 Mar it will be 14:00 to 17:00: on Sun 29 Mar the clocks of Europe/Lisbon go forward 1 h.",
        }));
    }

    [Test]
    public async Task A_later_week_has_its_own_reason()
    {
        var answer = await Ask("@ana @ben week of 30 march");

        Assert.That(answer.Text.Split('\n'), Is.EqualTo(new[]
        {
            "Common hours from Mon 30 Mar to Sun 5 Apr 2026, 30 min or longer",
            "Mon 30 Mar to Fri 3 Apr: 14:00 to 17:00 Europe/Lisbon, 3 h a day",
            "@Ana 14:00 to 17:00 Europe/Lisbon",
            "@Ben 09:00 to 12:00 America/New_York",
            "A week earlier it is 13:00 to 17:00: on Sun 29 Mar the clocks of Europe/Lisbon go forward 1 h.",
        }));
    }

    [Test]
    public async Task The_first_clock_is_that_of_who_asks()
    {
        Assert.That((await Ask("@ana @ben", "sam")).Text, Does.Contain("Mon 9 to Fri 13 Mar: 06:00 to 10:00 America/Los_Angeles, 4 h a day\n"));
        Assert.That((await Ask("@ana @ben", "emi")).Text, Does.Contain("Mon 9 to Fri 13 Mar: 22:00 to 02:00 the next day Asia/Tokyo, 4 h a day\n@Ana 13:00 to 17:00 Europe/Lisbon\n"));
    }

    [Test]
    public async Task Nothing_is_said_of_clocks_that_change_no_hours() =>
        Assert.That((await Ask("@ben @sam next week", "sam")).Text, Does.Not.Contain("clocks"));

    [TestCase("@ben")]
    [TestCase("ben")]
    [TestCase("me ben")]
    [TestCase("with @ben?")]
    [TestCase("between me and @ben, @ana")]
    [TestCase("@U-ben")]
    public async Task Who_names_one_person_asks_for_two(string who) =>
        Assert.That((await Ask(who)).Text, Does.Contain("@Ana 13:00 to 17:00 Europe/Lisbon").And.Contain("@Ben 09:00 to 13:00 America/New_York"));

    [Test]
    public async Task People_on_one_clock_are_one_line()
    {
        _team.Directory.Add("lia", "Europe/Lisbon", hours: "mon-fri 8-16");
        _team.Directory.AddChannel("lisbon", "ana", "lia", "ben");

        Assert.That((await Ask("#lisbon")).Text, Does.Contain("13:00 to 16:00 Europe/Lisbon, 3 h a day\n@Ana, @Lia 13:00 to 16:00 Europe/Lisbon\n@Ben 09:00 to 12:00 America/New_York"));
    }

    [Test]
    public async Task The_longest_windows_come_first_and_what_is_cut_is_said()
    {
        _team.Directory.Add("ana", "Europe/Lisbon", hours: "mon 15-16, tue 10-12, wed 11-12, thu 12-13, fri 13-14");
        _team.Directory.Add("ben", "Europe/Berlin", hours: "daily 0-24");
        var answer = await Ask($"{Picked.Of(TestDirectory.IdOf("ana"), "Ana Maria")} @ben");

        Assert.That(answer.Text.Split('\n').Skip(1).Take(4), Is.EqualTo(new[]
        {
            "Tue 10 Mar: 10:00 to 12:00 Europe/Lisbon, 2 h", "@Ana 10:00 to 12:00 Europe/Lisbon", "@Ben 11:00 to 13:00 Europe/Berlin", "Mon 9 Mar: 15:00 to 16:00 Europe/Lisbon, 1 h",
        }));
        Assert.That(answer.Text, Does.Contain("\n2 other times are not shown. One day alone: online overlap @Ana Maria @ben on thu 12 mar"));
        Assert.That((await Ask("@ana @ben on thu 12 mar")).Text, Does.StartWith("Common hours on Thu 12 Mar 2026"));
    }

    [Test]
    public async Task Many_clocks_are_cut_too()
    {
        string[] zones = ["Europe/Berlin", "Europe/Paris", "Europe/Rome", "Europe/Madrid", "Europe/Vienna", "Europe/Oslo", "Europe/Prague", "Europe/Warsaw", "Europe/London", "Europe/Dublin", "Africa/Lagos"];
        _team.Directory.AddChannel("europe", "ana");
        for (var n = 0; n < zones.Length; n++)
        {
            _team.Directory.Add($"p{n}", zones[n], hours: "mon-fri 9-17");
            _team.Directory.Join($"p{n}", "europe");
        }

        Assert.That((await Ask("#europe")).Text, Does.Contain("\nand 4 others on 4 other clocks").And.Not.Contain("Lagos"));
    }

    [Test]
    public async Task Without_common_hours_it_says_what_hurts_least_and_whom()
    {
        var answer = await Ask("@emi @sam");

        Assert.That(answer.Text.Split('\n'), Is.EqualTo(new[]
        {
            "No 30 min in common from Mon 9 Mar to Sun 15 Mar 2026; this is least bad",
            "Mon 9 to Thu 12 Mar: 23:00 to 23:30 Europe/Lisbon",
            "08:00 a day later for @Emi, 1 h before their day",
            "16:00 for @Sam, until 30 min after their day",
            "Mon 9 to Thu 12 Mar: 23:30 to 24:00 Europe/Lisbon",
            "16:30 for @Sam, until 1 h after their day",
            "08:30 a day later for @Emi, 30 min before their day",
            "Mon 9 to Thu 12 Mar: 22:30 to 23:00 Europe/Lisbon",
            "07:30 a day later for @Emi, 1 h 30 min before their day",
            "fine for @Sam",
        }));
    }

    [TestCase("this week", "from Mon 9 Mar to Sun 15 Mar 2026")]
    [TestCase("Next Week", "from Mon 16 Mar to Sun 22 Mar 2026")]
    [TestCase("the next week", "from Mon 16 Mar to Sun 22 Mar 2026")]
    [TestCase("in 3 weeks", "from Mon 30 Mar to Sun 5 Apr 2026")]
    [TestCase("in 3 days", "on Thu 12 Mar 2026")]
    [TestCase("week of 30 march", "from Mon 30 Mar to Sun 5 Apr 2026")]
    [TestCase("the week of april 2", "from Mon 30 Mar to Sun 5 Apr 2026")]
    [TestCase("week of 2026-04-02", "from Mon 30 Mar to Sun 5 Apr 2026")]
    [TestCase("today", "on Mon 9 Mar 2026")]
    [TestCase("tomorrow", "on Tue 10 Mar 2026")]
    [TestCase("on monday", "on Mon 9 Mar 2026")]
    [TestCase("on tuesday", "on Tue 10 Mar 2026")]
    [TestCase("tuesday", "on Tue 10 Mar 2026")]
    [TestCase("on 30 march", "on Mon 30 Mar 2026")]
    [TestCase("on friday, march 20", "on Fri 20 Mar 2026")]
    [TestCase("2026-03-20", "on Fri 20 Mar 2026")]
    public async Task Days_are_said_in_many_ways(string days, string title)
    {
        Assert.That((await Ask($"@ana @ben {days}")).Text, Does.StartWith($"Common hours {title}, 30 min or longer"));
        Assert.That((await Ask($"{days} @ana @ben for 1h")).Text, Does.StartWith($"Common hours {title}, 1 h or longer"));
    }

    [TestCase("for 45m", "45 min")]
    [TestCase("for 1 hour 30 minutes", "1 h 30 min")]
    [TestCase("for 90 min next week", "1 h 30 min")]
    public async Task Only_windows_that_are_long_enough_count(string length, string title) =>
        Assert.That((await Ask($"@ana @ben {length}")).Text, Does.Match($"^Common hours from .*, {title} or longer\n"));

    [TestCase("", "Say whose hours: people, or a channel.")]
    [TestCase("next week", "Say whose hours: people, or a channel.")]
    [TestCase("me", "It takes two people whose hours I know.")]
    [TestCase("@ana @ben for 4m", "“for 4m” is no length from 5 minutes to 12 hours.")]
    [TestCase("@ana @ben for 13 hours", "“for 13 hours” is no length from 5 minutes to 12 hours.")]
    [TestCase("@ana @ben for", "“for” is no length from 5 minutes to 12 hours.")]
    [TestCase("@ana @ben for 1h for 2h", "Two lengths are named; say one.")]
    [TestCase("@ana @ben 45m", "I can’t read “45m” as a day or a week.")]
    [TestCase("@ana @ben tomorrow at 9", "I can’t read “at 9” as a day or a week.")]
    [TestCase("@ana @ben next month", "I can’t read “next month” as a day or a week.")]
    [TestCase("@ana @ben in 2 hours", "I can’t read “in 2 hours” as a day or a week.")]
    [TestCase("@ana @ben on 31 february", "I can’t read “on 31 february” as a day or a week.")]
    [TestCase("@ana @ben today tomorrow", "Days are named twice; say one day or one week.")]
    public async Task What_it_does_not_understand_it_refuses_with_an_example(string words, string problem)
    {
        var answer = await Ask(words);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Is.EqualTo($"{problem} Try: online overlap @ana @ben for 45m next week"));
    }

    [Test]
    public async Task A_date_that_could_be_two_is_asked_about()
    {
        var answer = await Ask("@ana on 4/3 @ben for 1h");

        Assert.That(answer.Labels, Is.EqualTo(new[] { "4 March", "3 April" }));
        Assert.That((await _team.Presses("ana", answer, "3 April")).Text, Does.StartWith("Common hours on Fri 3 Apr 2026, 1 h or longer"));
    }

    [Test]
    public async Task A_name_that_could_be_several_is_asked_about()
    {
        _team.Directory.Add("benno", "Europe/Berlin");
        _team.Directory.Join("benno", "team");
        var answer = await Ask("@be @ana for 1h next week");

        Assert.That(answer.Text, Is.EqualTo("“@be” could be several people; whom do you mean?"));
        Assert.That(answer.Labels, Is.EqualTo(new[] { "Ben (@U-ben)", "Benno (@U-benno)" }));
        Assert.That((await _team.Presses("ana", answer, "Ben (@U-ben)")).Text, Does.StartWith("Common hours from Mon 16 Mar to Sun 22 Mar 2026, 1 h or longer\n").And.Contain("@Ben 09:00"));
    }

    [Test]
    public async Task Unknown_strangers_and_those_who_share_nothing_are_left_out_alike()
    {
        _team.Directory.Add("zoe", "Asia/Tokyo", hours: "mon-fri 9-17");
        _team.Directory.AddChannel("elsewhere", "zoe");
        await _team.Says("emi", "#team", "online share off");

        foreach (var who in new[] { "nobody", "zoe", "emi" })
        {
            var answer = await Ask($"@ana {who} @ben");
            Assert.That(answer.Text, Does.EndWith($"\nI can’t say when “{who}” is around; ask them.").And.Contain("@Ben 09:00 to 13:00 America/New_York").And.Not.Contain("Tokyo"));
            Assert.That((await Ask(who)).Text, Is.EqualTo($"I can’t say when “{who}” is around; ask them. It takes two people whose hours I know. Try: online overlap @ana @ben for 45m next week"));
        }

        Assert.That((await Ask("@nobody and emi zoe @ana, @ben")).Text, Does.EndWith("I can’t say when “@nobody” or “emi” or “zoe” are around; ask them."));
        Assert.That((await Ask("#team")).Text, Does.Contain("I can’t say when “Emi” is around; ask them."));
        Assert.That((await Ask("@ana", "emi")).Text, Does.Contain("for @Emi"), "Who shares nothing knows their own hours.");
    }

    [Test]
    public async Task Who_is_away_or_has_a_holiday_is_named_on_the_days_that_fall_out_for_it()
    {
        var away = new PlannedAbsence(new LocalDateTime(2026, 3, 11, 0, 0), new LocalDateTime(2026, 3, 13, 0, 0), "America/New_York", "a <wedding>", TestDirectory.IdOf("ben"), Team.Start);
        var batch = new Batch(Team.Workspace, "test");
        batch.Put(Profile.Type, new Profile(TestDirectory.IdOf("ben"), Absences: [away]), Batch.New);
        batch.Put(DayOff.Type, new DayOff("1", new LocalDate(2026, 3, 10), "", null, [TestDirectory.IdOf("ana")], TestDirectory.IdOf("sam")), Batch.New);
        await _team.Store.Commit(batch, CancellationToken.None);

        var answer = await Ask("@ben");

        Assert.That(answer.Text, Does.Contain("\nMon 9 and Fri 13 Mar: 13:00 to 17:00 Europe/Lisbon, 4 h a day\n"));
        Assert.That(answer.Text, Does.EndWith("\n@Ana has a holiday on Tue 10 Mar.\n@Ben is away on Wed 11 and Thu 12 Mar: a <wedding>."));
        Assert.That((await Ask("@ana @ben @chidi on wednesday")).Text, Does.StartWith("No 30 min in common on Wed 11 Mar 2026; this is least bad\nWed 11 Mar: 09:00 to 09:30 Europe/Lisbon\n@Ben is away: a <wedding>\nfine for @Ana, @Chidi\n"));
    }

    [Test]
    public async Task At_the_weekend_this_week_means_the_next()
    {
        await _team.ClockTo(Instant.FromUtc(2026, 3, 14, 10, 0));

        Assert.That((await Ask("@ben")).Text, Does.StartWith("Common hours from Mon 16 Mar to Sun 22 Mar 2026, 30 min or longer\nNothing is left of this week, so this is next week.\nMon 16 to Fri 20 Mar: 13:00"));
        Assert.That((await Ask("@emi @sam this week")).Text, Does.StartWith("No 30 min in common from Mon 16 Mar to Sun 22 Mar 2026; this is least bad\nNothing is left"));
        Assert.That((await Ask("@ben today")).Text, Does.StartWith("No 30 min in common on Sat 14 Mar 2026, and nothing comes close"));
    }

    [Test]
    public async Task On_friday_evening_this_week_is_over_too()
    {
        await _team.ClockTo(Instant.FromUtc(2026, 3, 13, 16, 40));

        Assert.That((await Ask("@ben")).Text, Does.Contain("Nothing is left of this week, so this is next week."));
        Assert.That((await Ask("@ben for 15m")).Text, Does.Contain("Fri 13 Mar: 13:00 to 17:00 Europe/Lisbon, 4 h\n"));
    }

    [Test]
    public async Task A_weekday_means_today_until_its_hours_are_past()
    {
        await _team.ClockTo(Instant.FromUtc(2026, 3, 9, 16, 40));

        Assert.That((await Ask("@ben on monday")).Text, Does.StartWith("Common hours on Mon 16 Mar 2026, 30 min or longer\nNothing is left of today, so this is a week later.\n"));
        Assert.That((await Ask("@ben on monday for 15m")).Text, Does.StartWith("Common hours on Mon 9 Mar 2026, 15 min or longer\nIt is on now: it began at 13:00"));
        Assert.That((await Ask("@ben on 9 march")).Text, Does.StartWith("No 30 min in common on Mon 9 Mar 2026; this is least bad\nMon 9 Mar: 17:00 to 17:30 Europe/Lisbon\n17:00 for @Ana, until 30 min after their day\nfine for @Ben"));
    }

    [Test]
    public async Task Hours_that_nobody_said_are_said_to_be_assumed() =>
        Assert.That((await Ask("@chidi")).Text, Does.EndWith("\nAssumed to work mon-fri 9-17: @Chidi. online hours mon-fri 9-17 says one’s own."));

    [Test]
    public async Task A_zone_that_nobody_said_is_said_to_be_a_guess()
    {
        _team.Directory.Add("kim", null, hours: "mon-fri 9-17");
        _team.Directory.Join("kim", "team");

        Assert.That((await Ask("@kim")).Text, Does.EndWith("\nNobody said on which clock @Kim lives; I took UTC."));
    }

    [Test]
    public async Task Forty_people_are_compared_and_more_are_not()
    {
        string[] zones = ["Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"];
        _team.Directory.AddChannel("crowd", "ana");
        for (var n = 0; n < 39; n++)
        {
            _team.Directory.Add($"p{n}", zones[n % zones.Length], hours: n % 5 == 0 ? "mon-fri 22-06" : "mon-fri 9-12 and 13-17");
            _team.Directory.Join($"p{n}", "crowd");
        }

        var answer = await Ask("#crowd");
        Assert.That(answer.Text.Split('\n'), Has.Length.LessThanOrEqualTo(14), answer.Text);
        Assert.That(answer.Text, Does.StartWith("No 30 min in common"));
        Assert.That((await Ask("#crowd @ben")).Text, Is.EqualTo("41 people are more than the 40 whose hours I compare. Try: online overlap @ana @ben for 45m next week"));
    }

    [Test]
    public async Task Ten_thousand_characters_are_refused()
    {
        foreach (var words in new[] { "a ", "@ana ", "for ", "on monday ", "*_~`<!channel>", "\u202E" })
            Assert.That((await Ask(string.Concat(Enumerable.Repeat(words, 10_000 / words.Length)))).IsRefused);
        var answer = await Ask("@ana @ben " + string.Concat(Enumerable.Repeat("<!channel> ", 80)));
        Assert.That(answer.Text.Split('\n')[^1], Has.Length.LessThan(300));
    }

    [Test]
    public async Task The_week_after_is_a_button_away()
    {
        var answer = await Ask("@ben for 1h");
        var next = await _team.Presses("ana", answer, "The week after");

        Assert.That(next.Text, Does.StartWith("Common hours from Mon 16 Mar to Sun 22 Mar 2026, 1 h or longer"));
        Assert.That((await _team.Presses("ana", next, "The week after")).Text, Does.StartWith("Common hours from Mon 23 Mar to Sun 29 Mar 2026, 1 h or longer"));
    }

    [TestCase("for 4h on friday", "Common hours on Fri 13 Mar 2026, 4 h or longer", "Fri 13 Mar: 22:00 to 02:00 the next day Europe/Lisbon, 4 h")]
    [TestCase("for 1h on saturday", "Common hours on Sat 14 Mar 2026, 1 h or longer", "Sat 14 Mar: 00:00 to 02:00 Europe/Lisbon, 2 h")]
    [TestCase("for 3h on thursday", "Common hours on Thu 12 Mar 2026, 3 h or longer", "Thu 12 Mar: 22:00 to 02:00 the next day Europe/Lisbon, 4 h")]
    [TestCase("for 4h this week", "Common hours from Mon 9 Mar to Sun 15 Mar 2026, 4 h or longer", "Mon 9 to Fri 13 Mar: 22:00 to 02:00 the next day Europe/Lisbon, 4 h a day")]
    [TestCase("for 4h next week", "Common hours from Mon 16 Mar to Sun 22 Mar 2026, 4 h or longer", "Mon 16 to Fri 20 Mar: 22:00 to 02:00 the next day Europe/Lisbon, 4 h a day")]
    public async Task A_night_belongs_to_the_day_on_which_it_begins(string question, string title, string hours)
    {
        NightsInLisbon("mon-fri 22-02");

        var theirs = hours[(hours.IndexOf(": ", StringComparison.Ordinal) + 2)..hours.IndexOf(',', StringComparison.Ordinal)];
        Assert.That((await Ask($"@ben {question}")).Text.Split('\n'), Is.EqualTo(new[] { title, hours, $"@Ana, @Ben {theirs}" }));
    }

    [Test]
    public async Task What_is_left_of_the_night_before_is_offered_apart()
    {
        NightsInLisbon("mon-fri 22-02");

        Assert.That((await Ask("@ben for 2h on friday")).Text.Split('\n'), Is.EqualTo(new[]
        {
            "Common hours on Fri 13 Mar 2026, 2 h or longer",
            "Fri 13 Mar: 22:00 to 02:00 the next day Europe/Lisbon, 4 h",
            "@Ana, @Ben 22:00 to 02:00 the next day Europe/Lisbon",
            "Fri 13 Mar: 00:00 to 02:00 Europe/Lisbon, 2 h",
            "@Ana, @Ben 00:00 to 02:00 Europe/Lisbon",
        }));
    }

    [Test]
    public async Task A_week_begins_with_what_is_left_of_the_night_before()
    {
        NightsInLisbon("mon-sun 22-02");
        await _team.ClockTo(Instant.FromUtc(2026, 3, 16, 0, 30));

        Assert.That((await Ask("@ben for 1h")).Text, Does.StartWith("Common hours from Mon 16 Mar to Sun 22 Mar 2026, 1 h or longer\nIt is on now, and goes on until 02:00.\nMon 16 to Sun 22 Mar: 22:00 to 02:00 the next day")
            .And.Contain("\nMon 16 Mar: 00:00 to 02:00 Europe/Lisbon, 2 h\n").And.Not.Contain("clocks"));
        await _team.ClockTo(Instant.FromUtc(2026, 3, 17, 0, 30));
        Assert.That((await Ask("@ben for 1h")).Text, Does.Contain("\nIt is on now: it began at 22:00, and goes on until 02:00.\n"));
    }

    [TestCase("mon-fri 22-23", "mon-fri 22-06", "for 90m", "22:00 to 23:30 Europe/Lisbon\n22:00 for @Ana, until 30 min after their day\nfine for @Ben\n")]
    [TestCase("mon-fri 0-24", "mon-fri 22-02", "for 5h", "21:00 to 02:00 the next day Europe/Lisbon\n21:00 for @Ben, 1 h before their day\nfine for @Ana\n")]
    [TestCase("mon-fri 20-22", "mon-fri 23-06", "for 30m", "22:00 to 22:30 Europe/Lisbon\n22:00 for @Ben, 1 h before their day\n22:00 for @Ana, until 30 min after their day\n")]
    [TestCase("mon-fri 9-17", "mon-fri 0-5", "for 30m", "06:30 to 07:00 Europe/Lisbon\n06:30 for @Ana, 2 h 30 min before their day\n06:30 for @Ben, until 2 h after their day\n")]
    public async Task The_night_of_who_works_at_night_is_no_night(string ana, string ben, string length, string best)
    {
        _team.Directory.Add("ana", "Europe/Lisbon", hours: ana);
        _team.Directory.Add("ben", "Europe/Lisbon", hours: ben);

        Assert.That((await Ask($"@ben {length} on tuesday")).Text.Split('\n', 2)[1], Does.StartWith("Tue 10 Mar: " + best));
    }

    [Test]
    public async Task Soon_after_midnight_is_after_the_day_before()
    {
        _team.Directory.Add("ana", "Europe/Lisbon", hours: "mon-fri 20-24");
        _team.Directory.Add("ben", "Europe/Lisbon", hours: "tue-sat 0-6");

        Assert.That((await Ask("@ben on saturday")).Text, Does.Contain("Sat 14 Mar: 00:00 to 00:30 Europe/Lisbon\n00:00 for @Ana, until 30 min after their day\nfine for @Ben\n"));
    }

    [Test]
    public async Task A_weekday_is_compared_with_the_same_weekday()
    {
        _team.Directory.Add("kim", "Pacific/Kiritimati", hours: "mon-fri 9-17");
        _team.Directory.Join("kim", "team");
        await _team.ClockTo(Instant.FromUtc(2026, 10, 28, 8, 30));

        Assert.That((await Ask("@kim on friday", "sam")).Text, Does.StartWith("No 30 min in common on Fri 30 Oct 2026").And.Not.Contain("clocks"));
        Assert.That((await Ask("@kim on thursday", "sam")).Text, Does.EndWith("\nFrom Thu 5 Nov it will be 11:00 to 16:00: on Sun 1 Nov the clocks of America/Los_Angeles go back 1 h."));
    }

    [Test]
    public async Task Clocks_of_days_that_nobody_asked_about_are_not_mentioned()
    {
        _team.Directory.Add("lia", "Australia/Lord_Howe", hours: "mon-sun 1-4");
        _team.Directory.Join("lia", "team");
        await _team.ClockTo(Instant.FromUtc(2026, 10, 3, 14, 0));

        Assert.That((await Ask("@lia for 30m on sunday")).Text, Is.EqualTo("No 30 min in common on Sun 4 Oct 2026, and nothing comes close"));
    }

    [Test]
    public async Task The_clocks_of_a_reader_who_does_not_come_count_only_where_they_alone_changed_the_hours()
    {
        Assert.That((await Ask("@ana @ben", "sam")).Text, Does.Contain("\nA week earlier it was 06:00 to 09:00: on Sun 8 Mar the clocks of America/New_York went forward 1 h.\n"));
        Assert.That((await Ask("@dana @emi", "sam")).Text, Does.Contain("\nA week earlier it was 20:30 to 01:00 the next day: on Sun 8 Mar the clocks of America/Los_Angeles went forward 1 h."));
        Assert.That((await Ask("@ana @ben @sam", "sam")).Text, Does.Contain("the clocks of America/New_York and America/Los_Angeles went forward"));
    }

    [Test]
    public async Task Two_people_of_one_name_are_told_apart()
    {
        _team.Directory.AddChannel("lees", "ana", "lee", "Lee");
        _team.Directory.Add("lee", "Europe/Lisbon");
        _team.Directory.Add("Lee", "Africa/Lagos");
        var answer = await Ask("#lees");

        Assert.That(answer.Text, Does.Contain("\n@Lee (@U-Lee) 10:00 to 17:00 Africa/Lagos")
            .And.Contain("\n@Ana, @Lee (@U-lee) 09:00 to 16:00 Europe/Lisbon")
            .And.Contain(": @Lee (@U-lee) and @Lee (@U-Lee)."));
    }

    [Test]
    public async Task The_others_whom_a_time_hurts_are_named()
    {
        foreach (var (person, zone) in new[] { ("kim", "Pacific/Kiritimati"), ("lia", "Europe/Berlin"), ("mia", "Asia/Dubai") })
            _team.Directory.Add(person, zone, hours: "mon-fri 9-17");
        _team.Directory.AddChannel("early", "ana", "ben", "dana", "emi", "sam", "lia", "kim");
        Assert.That((await Ask("#early")).Text, Does.Contain("\nit hurts @Sam and @Ben, too; fine for @Ana, @Dana, @Lia\n"));
        _team.Directory.Join("mia", "early");
        Assert.That((await Ask("#early for 4h")).Text, Does.Contain("\nit hurts @Dana, @Sam, @Mia and 1 other, too; fine for @Ana, @Lia\n"));
    }

    [TestCase("@ben is there?", "is")]
    [TestCase("when are @ana @ben there", "when")]
    [TestCase("thanks? @ana @ben", "thanks?")]
    [TestCase("Both @ana @ben", "Both")]
    public async Task A_word_that_is_no_name_is_more_than_it_understands(string words, string word)
    {
        var answer = await Ask(words);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Is.EqualTo($"I can’t read “{word}” as a person, a day or a length. Try: online overlap @ana @ben for 45m next week"));
    }

    [Test]
    public async Task Who_is_called_as_no_name_is_can_be_asked_about_too()
    {
        _team.Directory.Add("are", "Europe/Oslo", hours: "mon-fri 9-17");
        _team.Directory.Join("are", "team");

        Assert.That((await Ask("are")).Text, Does.Contain("@Are 10:00 to 17:00 Europe/Oslo"));
        Assert.That((await Ask("ben? @ana")).Text, Does.Contain("@Ben 09:00"));
        await _team.Says("are", "#team", "online share off");
        Assert.That((await Ask("@ana are")).Text, Is.EqualTo((await Ask("@ana who")).Text.Replace("who", "are", StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_channel_of_too_many_is_refused_before_anything_is_gathered_of_them()
    {
        _team.Directory.AddChannel("crowd", "ana");
        for (var n = 0; n < 300; n++)
        {
            _team.Directory.Add($"p{n}", "Europe/Lisbon");
            _team.Directory.Join($"p{n}", "crowd");
        }

        var before = _team.Store.Reads;
        Assert.That((await Ask("#crowd")).Text, Does.StartWith("301 people are more than the 40"));
        Assert.That(_team.Store.Reads - before, Is.LessThan(400), "Once for the zones that they chose.");
    }

    private void NightsInLisbon(string hours)
    {
        foreach (var person in new[] { "ana", "ben" })
            _team.Directory.Add(person, "Europe/Lisbon", hours: hours);
    }

    private Task<Heard> Ask(string words, string person = "ana") => _team.Says(person, "#team", $"online overlap {words}".TrimEnd());
}
