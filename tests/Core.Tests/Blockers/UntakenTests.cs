using System.Text.RegularExpressions;
using AsyncBot.Core.Tests.Due;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>What happens while nobody takes it. It is Monday 2 March 2026, 09:00 UTC, 04:00 in New York.</summary>
public sealed class UntakenTests : DueDiary
{
    private const string NewYork = "America/New_York";
    private const string Lisbon = "Europe/Lisbon";

    [Test]
    public async Task Where_nobody_is_needed_the_author_is_asked_and_then_the_thread()
    {
        await Team.Says("ana", "#team", "blocker The build is red");
        var thread = Until("2026-03-05 00:00", "#team", Lisbon);

        Assert.That(await thread, Is.EqualTo(new[]
        {
            "Mon 2 Mar 17:00 🚧 After 8 h of @Ana’s work nobody has #1 yet. Could help now: @Ben and @Sam.",
        }));
        Assert.That(Team.Posts("@ana").Select(Short), Is.EqualTo(new[]
        {
            "🚧 Who could help you? After 4 h of your work nobody has #1 The build is red. Could help now: @Chidi. Then say blocker needs 1 @Chidi",
        }));
    }

    [Test]
    public async Task Half_a_day_of_work_spreads_over_two_days()
    {
        await ClockTo("2026-03-02 20:00");
        await Team.Says("ana", "#team", "blocker The build is red needs @ben");

        Assert.That(await TimesUntil("2026-03-10 00:00", "@ben", NewYork), Is.EqualTo(new[] { "Tue 3 Mar 11:00" }));
    }

    [Test]
    public async Task Four_hours_that_end_with_the_day_nudge_the_next_morning()
    {
        await ClockTo("2026-03-02 18:00");
        await Team.Says("ana", "#team", "blocker The build is red needs @ben");

        Assert.That(await TimesUntil("2026-03-10 00:00", "@ben", NewYork), Is.EqualTo(new[] { "Tue 3 Mar 09:00" }));
    }

    [TestCase("2026-03-06 20:59", "@ben", new[] { "Fri 6 Mar 16:00", "Mon 9 Mar 12:00" }, TestName = "A_weekend_and_the_change_of_clocks_in_march_do_not_count")]
    [TestCase("2026-03-06 20:59", "#team", new[] { "Mon 9 Mar 16:00" }, TestName = "Nor_for_the_thread")]
    [TestCase("2026-10-30 19:59", "@ben", new[] { "Fri 30 Oct 16:00", "Mon 2 Nov 12:00" }, TestName = "And_in_november")]
    [TestCase("2026-10-30 19:59", "#team", new[] { "Mon 2 Nov 16:00" }, TestName = "Nor_for_the_thread_in_november")]
    public async Task Time_off_does_not_count(string before, string place, string[] told)
    {
        await ClockTo(before);
        await Team.Advance(Duration.FromMinutes(1));
        await Team.Says("ana", "#team", "blocker The build is red needs @ben");
        var sinceThen = Team.Messages(place).Count;
        var end = Team.Clock.GetCurrentInstant() + Duration.FromDays(6);
        var later = await TimesUntil(end.ToString("uuuu-MM-dd HH:mm", null), place, NewYork);

        Assert.That(place == "@ben" ? later.Prepend(told[0]) : later, Is.EqualTo(told));
        Assert.That(sinceThen, Is.EqualTo(1), "at once, or the post");
    }

    [Test]
    public async Task In_focus_nobody_is_nudged_and_somebody_else_is_named()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await ClockTo("2026-03-02 17:30");
        await Team.Says("ben", "dm", "online focus 3h");

        Assert.That((await Until("2026-03-02 20:29", "#team", NewYork)).Select(Short), Is.EqualTo(new[]
        {
            "Mon 2 Mar 13:00 🚧 Nobody has #1 yet. @Ben is focusing until Mon 2 Mar 2026, 15:30 America/New_York, that is … Could help now: @Sam.",
        }));
        Assert.That(await TimesUntil("2026-03-04 00:00", "@ben", NewYork), Is.EqualTo(new[] { "Mon 2 Mar 15:30" }));
        Assert.That((await Team.Says("dana", "#team", "blocker show 1")).Text, Does.Contain("what was for @Ben is held until"));
    }

    [Test]
    public async Task The_end_of_focus_releases_the_nudge()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await ClockTo("2026-03-02 17:30");
        await Team.Says("ben", "dm", "online focus 3h");
        await ClockTo("2026-03-02 18:30");
        await Team.Says("ben", "dm", "online focus off");

        Assert.That(Team.Posts("@ben")[^1], Does.StartWith("🚧 @Dana is still blocked"));
    }

    [Test]
    public async Task Whoever_is_away_is_told_when_they_are_back_and_somebody_else_is_named_meanwhile()
    {
        await Team.Says("ben", "dm", "online away until thursday");
        var answer = await Team.Says("ana", "#team", "blocker The build is red needs @ben");
        Assert.That(answer.Text, Does.Contain("@Ben is away until Thu 5 Mar 2026, 09:00 America/New_York, for you Thu 5 Mar 2026, 14:00"));

        Assert.That((await Until("2026-03-05 13:00", "#team", Lisbon)).Select(Short), Is.EqualTo(new[]
        {
            "Mon 2 Mar 13:00 🚧 Nobody has #1 yet. @Ben is away until Thu 5 Mar 2026, 09:00 America/New_York, that is … Could help now: @Chidi.",
        }));
        Assert.That(await TimesUntil("2026-03-05 15:00", "@ben", NewYork), Is.EqualTo(new[] { "Thu 5 Mar 09:00" }));
    }

    [Test]
    public async Task An_absence_that_begins_afterwards_names_somebody_else_too()
    {
        await ClockTo("2026-03-02 15:00");
        await Team.Says("ana", "#team", "blocker The build is red needs @ben");
        await ClockTo("2026-03-02 16:00");
        await Team.Says("ben", "dm", "online away until friday");

        Assert.That((await Until("2026-03-06 13:00", "#team", Lisbon)).Select(Short).Single(), Does.Contain("@Ben is away until"));
        Assert.That(await TimesUntil("2026-03-06 18:30", "@ben", NewYork), Is.EqualTo(new[] { "Fri 6 Mar 12:00" }));
    }

    [Test]
    public async Task Of_whoever_wants_to_be_asked_nobody_learns_why()
    {
        await Team.Says("ben", "dm", "online share off");
        await Team.Says("ben", "dm", "online away until thursday");
        var answer = await Team.Says("ana", "#team", "blocker The build is red needs @ben");

        Assert.That(answer.Text, Does.Contain("@Ben gets it in their working hours; when those are, ask them."));
        await ClockTo("2026-03-07 00:00");
        Assert.That(Team.Posts("#team"), Has.None.Contains("away"));
        var shown = (await Team.Says("ana", "#team", "blocker show 1")).Text;
        Assert.That(shown, Does.Not.Contain("@Ben was told").And.Not.Contain("working time"));
        Assert.That((await Team.Says("ben", "dm", "blocker show 1")).Text, Does.Contain("@Ben was told"));
    }

    [Test]
    public async Task A_nudge_waits_where_somebody_heard_enough_that_day()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await ClockTo("2026-03-02 14:05");
        for (var minute = 10; minute < 16; minute++)
            await Team.Says("ben", "dm", $"due Task {minute} by tomorrow 9:{minute} remind 24h before");

        Assert.That(await TimesUntil("2026-03-02 14:20", "@ben", NewYork), Has.Count.EqualTo(6));
        Assert.That((await Until("2026-03-03 14:01", "@ben", NewYork)).Where(line => line.Contains("still blocked", StringComparison.Ordinal)),
            Has.One.StartsWith("Tue 3 Mar 09:00"));
        Assert.That((await Team.Says("ben", "dm", "blocker show 1")).Text, Does.Contain("because of 6 other messages that day"));
    }

    [Test]
    public async Task Whoever_moves_is_told_in_the_hours_of_where_they_are()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await Team.Says("ben", "dm", "online zone Asia/Tokyo");

        Assert.That(await TimesUntil("2026-03-03 08:00", "@ben", "Asia/Tokyo"), Is.EqualTo(new[] { "Tue 3 Mar 09:00", "Tue 3 Mar 13:00" }));
    }

    [Test]
    public async Task Moved_while_at_work_there_they_are_told_at_once()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await Team.Says("ben", "dm", "online zone Europe/Lisbon");

        Assert.That(Team.Posts("@ben"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_day_off_puts_everything_off()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await Team.Says("sam", "#team", "online holiday 2026-03-02 Founders day for @ben");

        Assert.That(await TimesUntil("2026-03-04 00:00", "@ben", NewYork), Is.EqualTo(new[] { "Tue 3 Mar 09:00", "Tue 3 Mar 13:00" }));
    }

    [Test]
    public async Task Each_of_several_is_told_in_their_own_hours_and_the_first_to_take_it_ends_that()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben and @sam");
        Assert.That(await TimesUntil("2026-03-02 14:30", "@ben", NewYork), Is.EqualTo(new[] { "Mon 2 Mar 09:00" }));
        await Team.Presses("ben", Team.LastPost("@ben"), "Take it");

        Assert.That(await TimesUntil("2026-03-05 00:00", "@sam", "America/Los_Angeles"), Is.Empty);
        Assert.That(Team.Posts("@ben"), Is.EqualTo(new[] { "🚧 #1 The build is red — @Ben is on it; raised by @Dana" }));
    }

    [Test]
    public async Task Whoever_is_named_later_gets_their_own_four_and_eight_hours()
    {
        await Team.Says("ana", "#team", "blocker The build is red needs @chidi");
        await ClockTo("2026-03-03 09:00");
        Assert.That(Team.Posts("#team"), Has.Count.EqualTo(2), "the thread named others");
        await Team.Says("ana", "#team", "blocker needs 1 @emi");

        Assert.That(await TimesUntil("2026-03-06 00:00", "@emi", "Asia/Tokyo"), Is.EqualTo(new[] { "Wed 4 Mar 09:00", "Wed 4 Mar 13:00" }));
        Assert.That(Team.Posts("#team").Count(text => text.Contains("After 8 h", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task Whoever_left_is_asked_no_more_and_the_author_hears_of_it()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        Team.Directory.Add("ben", NewYork, isGone: true);

        Assert.That((await Until("2026-03-03 12:00", "@dana", "Asia/Kolkata")).Select(Short).First(), Does.StartWith(
            "Tue 3 Mar 09:00 🚧 @Ben left, so they are not asked any more about #1 The build is red. Could help now: @Emi. Then say blocker needs 1 @Emi"));
        Assert.That((await Team.Says("dana", "#team", "blocker")).Text, Does.Contain("#1 The build is red — @Dana, open"));
        Assert.That(Team.Posts("@ben"), Is.Empty);
    }

    [Test]
    public async Task What_somebody_had_who_left_waits_for_others_again()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @chidi");
        await Team.Says("ben", "#team", "blocker take 1");
        Team.Directory.Add("ben", NewYork, isGone: true);
        await Seed.Left(Team, "ben");

        Assert.That(Team.Posts("@dana")[^1], Is.EqualTo("@Ben left, so nobody has #1 “The build is red” now."));
        Assert.That(Team.Posts("#team")[0], Is.EqualTo("🚧 #1 The build is red — needs @Chidi; raised by @Dana"));
        Assert.That(Team.Posts("@chidi"), Has.Count.EqualTo(2), "asked again");
        Assert.That((await Team.Says("dana", "#team", "blocker show 1")).Text, Does.Contain("@Ben left and had it; nobody has it from then on"));
    }

    [Test]
    public async Task Whoever_had_it_and_was_needed_too_is_one_message_to_the_author()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben and @chidi");
        await Team.Says("ben", "#team", "blocker take 1");
        Team.Directory.Add("ben", NewYork, isGone: true);
        await Seed.Left(Team, "ben");
        await ClockTo("2026-03-04 12:00");

        Assert.That(Team.Posts("@dana").Where(text => text.Contains("@Ben left", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "@Ben left, so nobody has #1 “The build is red” now." }));
        Assert.That(Team.Posts("#team")[0], Is.EqualTo("🚧 #1 The build is red — needs @Chidi; raised by @Dana"));
    }

    [Test]
    public async Task What_somebody_had_who_left_is_given_back_also_where_nobody_said_that_they_left()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @chidi");
        await Team.Says("ben", "#team", "blocker take 1");
        Team.Directory.Add("ben", NewYork, isGone: true);
        await Team.Says("dana", "dm", "online hours mon-fri 9-16");

        Assert.That(Team.Posts("#team")[0], Is.EqualTo("🚧 #1 The build is red — needs @Chidi; raised by @Dana"));
        Assert.That(Team.Posts("@dana")[^1], Is.EqualTo("@Ben left, so nobody has #1 “The build is red” now."));
        Assert.That(Team.Posts("@chidi"), Has.Count.EqualTo(2), "asked again");
    }

    [Test]
    public async Task Hours_of_others_do_not_end_the_focus_of_whoever_is_in_it()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await ClockTo("2026-03-02 17:30");
        await Team.Says("ben", "dm", "online focus 3h");
        await ClockTo("2026-03-02 18:30");
        await Team.Says("dana", "dm", "online hours mon-fri 9-16");
        await Team.Says("dana", "dm", "online hours mon-fri 9-18");

        var shown = (await Team.Says("dana", "#team", "blocker show 1")).Text;
        Assert.That(System.Text.RegularExpressions.Regex.Count(shown, "is held until"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_focus_that_ends_earlier_than_said_at_first_releases_the_nudge_then()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await ClockTo("2026-03-02 17:30");
        await Team.Says("ben", "dm", "online focus 3h");
        await ClockTo("2026-03-02 18:30");
        await Team.Says("ben", "dm", "online focus 30m");

        Assert.That(await TimesUntil("2026-03-02 20:00", "@ben", NewYork), Is.EqualTo(new[] { "Mon 2 Mar 14:00" }));
    }

    [Test]
    public async Task Whose_zone_nobody_knows_is_told_at_once()
    {
        Team.Directory.Add("lee", null);
        Team.Directory.Join("lee", "team");
        var answer = await Team.Says("ana", "#team", "blocker The build is red needs @lee");

        Assert.That(answer.Text, Does.Contain("I tell @Lee now."));
        Assert.That(Team.Posts("@lee"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task After_a_downtime_what_came_meanwhile_is_told_once_and_nobody_is_late_before_they_heard()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        Team.Delivers = false;
        Team.Sleeps(Duration.FromHours(9));
        await Team.Restart();
        await Team.Settle();
        Team.Delivers = true;

        Assert.That(Team.Posts("@ben"), Has.Count.EqualTo(1).And.One.Contains("needs you"));
        Assert.That(await TimesUntil("2026-03-05 00:00", "@ben", NewYork), Is.EqualTo(new[] { "Tue 3 Mar 09:00" }));
    }

    [Test]
    public async Task Many_at_one_moment_are_one_message_that_has_them_all()
    {
        for (var number = 1; number <= 25; number++)
            await Team.Says("dana", "#team", $"blocker Thing {number} needs @ben");
        await ClockTo("2026-03-02 14:00");

        Assert.That(Team.Posts("@ben"), Has.Count.EqualTo(1).And.One.StartsWith("25 messages in one").And.One.Contains("And in short"));
        Assert.That(Enumerable.Range(1, 25).Where(number => !Regex.IsMatch(Team.Posts("@ben")[0], $@"Thing {number}\b")), Is.Empty);
    }

    [Test]
    public async Task A_downtime_that_ends_outside_their_hours_wakes_nobody()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        Team.Delivers = false;
        Team.Sleeps(Duration.FromHours(15));
        await Team.Restart();
        await Team.Settle();
        Team.Delivers = true;

        Assert.That(await TimesUntil("2026-03-03 22:00", "@ben", NewYork), Is.EqualTo(new[] { "Tue 3 Mar 09:00", "Tue 3 Mar 13:00" }));
    }

    /// <summary>Without the other clock.</summary>
    private static string Short(string line) => System.Text.RegularExpressions.Regex.Replace(line, @"that is [^.]*\)\.", "that is …");

    [Test]
    public async Task What_has_no_thread_is_named_to_its_author_with_its_text()
    {
        await Team.Says("ana", "dm", "blocker My private trouble");

        Assert.That((await Until("2026-03-03 12:00", "@ana", Lisbon))[^1], Does.StartWith(
            "Tue 3 Mar 09:00 🚧 After 8 h of your work nobody has #1 My private trouble yet. "));
    }

    [Test]
    public async Task Of_what_somebody_raised_who_left_the_thread_is_asked_once_whether_it_still_matters_and_nobody_is_nudged()
    {
        await Team.Says("ben", "#team", "blocker The build is red needs @ana");
        Team.Directory.Add("ben", NewYork, isGone: true);
        await Seed.Left(Team, "ben");

        var asked = Team.LastPost("#team");
        Assert.That(Team.TextOf(asked), Is.EqualTo(
            "🚧 @Ben, who raised this, left. Does it still matter? Then take it, or say who can help: blocker needs 1 @Chidi. Otherwise it is resolved."));
        Assert.That(asked.Card.AllButtons.Select(button => button.Label), Is.EqualTo(new[] { "Take it", "Resolved" }));
        Assert.That(await TimesUntil("2026-03-06 00:00", "#team", Lisbon), Is.Empty);
        Assert.That(Team.Posts("@ana"), Has.Count.EqualTo(1));

        await Team.Says("dana", "#team", "blocker needs 1 @chidi");
        Assert.That(await TimesUntil("2026-03-10 00:00", "@chidi", "Africa/Lagos"), Is.EqualTo(new[] { "Fri 6 Mar 09:00" }));
    }

    [Test]
    public async Task Every_message_that_offered_something_shows_how_it_ended()
    {
        await Team.Says("ana", "#team", "blocker The build is red needs @chidi");
        await ClockTo("2026-03-03 09:00");
        await Team.Says("dana", "#team", "blocker take 1");
        await Team.Says("dana", "#team", "blocker done 1 Fixed");

        const string end = "✅ #1 The build is red — resolved by @Dana: Fixed";
        Assert.That(Team.Posts("@chidi"), Is.EqualTo(new[] { end, end }), "the first and the nudge");
        Assert.That(Team.Posts("#team"), Is.EqualTo(new[] { end, end, "@Dana is on it.", "✅ Resolved by @Dana: Fixed" }));
        Assert.That(Team.Chat.Messages.SelectMany(message => Team.Now(message).Card.AllButtons), Is.Empty);
    }
}
