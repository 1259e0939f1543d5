using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Everybody is asked at the same time of their own day, whatever the clocks do.</summary>
public sealed class ClockChangesTests : CheckInDiary
{
    private static readonly LocalDate First = new(2026, 3, 2);
    private static readonly LocalDate Last = new(2026, 4, 3);

    [Test]
    public async Task Over_both_changes_of_the_clocks_each_of_six_is_asked_at_half_past_nine_on_each_of_their_weekdays()
    {
        await Sets("ana", Daily);
        var preview = (await Team.Says("ana", "#team", "checkin preview Daily 31")).Text;
        var asked = await Asked("2026-04-04 07:00");

        foreach (var person in Everybody)
        {
            var days = Weekdays().Where(date => date > First || person is "ana" or "ben" or "sam");
            Assert.That(asked[person], Is.EqualTo(days.Select(date => $"{date.ToString("ddd d MMM", System.Globalization.CultureInfo.InvariantCulture)} 09:30")), person);
        }

        Assert.That(Roots().Count, Is.EqualTo(Weekdays().Count()));
        foreach (var root in Roots())
            Assert.That(Thread(root).Count(text => text.StartsWith("Closed:", StringComparison.Ordinal)), Is.EqualTo(1), Team.TextOf(root));
        Assert.That(preview, Does.Contain("@Ben: 09:30 America/New_York, which is Mon 9 Mar 2026, 13:30 Europe/Lisbon (in 7 days 4 h) — the first after the clocks change"));
        Assert.That(preview, Does.Contain("Mon 30 Mar 2026").And.Contain("@Ana: 09:30 Europe/Lisbon — the first after the clocks change"));
    }

    [Test]
    public async Task In_one_zone_all_are_asked_at_one_instant()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays New_York for everyone " + Three);
        var asked = await Asked("2026-03-11 00:00");

        Assert.That(asked["ben"], Is.EqualTo(new[]
        {
            "Mon 2 Mar 09:30", "Tue 3 Mar 09:30", "Wed 4 Mar 09:30", "Thu 5 Mar 09:30", "Fri 6 Mar 09:30", "Mon 9 Mar 09:30", "Tue 10 Mar 09:30",
        }));
        Assert.That(asked["emi"].Take(5), Is.All.EndsWith("23:30"));
        Assert.That(asked["emi"].Skip(5), Is.All.EndsWith("22:30"));
        Assert.That(asked["dana"][0], Is.EqualTo("Mon 2 Mar 20:00"));
    }

    [TestCase("Australia/Lord_Howe", "2026-04-03 00:00", "2026-04-07 12:00", 3)]
    [TestCase("Pacific/Kiritimati", "2026-03-26 00:00", "2026-04-01 00:00", 6)]
    [TestCase("Pacific/Pago_Pago", "2026-03-26 00:00", "2026-04-01 00:00", 5)]
    [TestCase("America/Santiago", "2026-04-02 00:00", "2026-04-07 22:00", 6)]
    [TestCase("Australia/Sydney", "2026-04-02 00:00", "2026-04-07 22:00", 6)]
    [TestCase("Europe/London", "2026-03-27 00:00", "2026-04-01 00:00", 5)]
    public async Task In_both_hemispheres_and_at_both_ends_of_the_day_the_date_is_the_members_own(string zone, string from, string until, int least)
    {
        Team.Directory.Add("ben", zone);
        await Until(from);
        await Sets("ana", "checkin new Daily in #team every day at 02:15 for @ben ask \"What is next?\"");
        var asked = await Asked(until);

        Assert.That(asked["ben"], Has.Count.GreaterThanOrEqualTo(least));
        Assert.That(asked["ben"].Distinct().Count(), Is.EqualTo(asked["ben"].Count));
        Assert.That(asked["ben"], Is.All.Match("(02:15|02:45|03:15)$"));
        Assert.That(Roots().Select(root => Team.TextOf(root).Split('\n')[0].Trim()), Is.EqualTo(asked["ben"].Select(
            time => $"Daily — {string.Join(' ', time.Split(' ')[..3])} 2026")));
    }

    [Test]
    public async Task A_time_that_the_clocks_skip_comes_later_by_the_gap_and_one_that_they_repeat_comes_once()
    {
        await Until("2026-03-28 00:00");
        await Sets("ana", "checkin new Night in #team every day at 01:30 for @ana ask \"Awake?\" open for 30m");
        var shown = await Team.Says("ana", "#team", "checkin preview Night 3");
        var spring = await Asked("2026-03-31 00:00");
        await Until("2026-10-24 00:00");
        var autumn = await Asked("2026-10-27 00:00");

        Assert.That(shown.Text, Does.Contain("@Ana: 02:30 Europe/Lisbon — the clocks skip 1 h then, so it comes that much later"));
        Assert.That(spring["ana"], Is.EqualTo(new[] { "Sat 28 Mar 01:30", "Sun 29 Mar 02:30", "Mon 30 Mar 01:30" }));
        Assert.That(autumn["ana"], Is.EqualTo(new[] { "Sat 24 Oct 01:30", "Sun 25 Oct 01:30", "Mon 26 Oct 01:30" }));
    }

    [TestCase("23:59")]
    [TestCase("0:00")]
    [TestCase("22:00")]
    public async Task A_window_over_midnight_belongs_to_the_date_on_which_it_opened(string time)
    {
        await Sets("ana", $"checkin new Late in #team at {time} on weekdays for @ana @ben ask \"What is next?\"");
        await Until("2026-03-03 02:00");
        var answered = await Team.Says("ana", "dm", "checkin answer Sleep");
        await Until("2026-03-04 23:00");

        var date = time == "0:00" ? "Tue 3 Mar 2026" : "Mon 2 Mar 2026";
        Assert.That(answered.Text, Does.StartWith($"Answered: Late — {date}."));
        Assert.That(Roots().Select(Team.TextOf).First(text => text.Contains(date, StringComparison.Ordinal)), Does.Contain("Answered: 1 of 2: @Ana").And.Contain("No answer: @Ben"));
    }

    private static IEnumerable<LocalDate> Weekdays()
    {
        for (var date = First; date <= Last; date = date.PlusDays(1))
        {
            if (date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                yield return date;
        }
    }
}
