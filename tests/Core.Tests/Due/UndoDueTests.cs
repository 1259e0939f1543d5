using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Due;

/// <summary>What is taken back, reopened, forgotten or left behind. It is Monday 2 March 2026, 09:00 in Lisbon.</summary>
public sealed class UndoDueTests : DueDiary
{
    private const string Given = "due Send the deck by friday 17:00 for @ben";

    [Test]
    public async Task A_move_that_is_taken_back_loses_nothing()
    {
        await Team.Says("ana", "dm", "due Send the deck by 12:00");
        var moved = await Team.Says("ana", "dm", "due move 1 in 2 minutes");
        await ClockTo("2026-03-02 09:03");

        await Team.Presses("ana", moved, "Undo");

        Assert.That(await TimesUntil("2026-03-02 13:00", "@ana", "Europe/Lisbon"), Is.EqualTo(new[] { "Mon 2 Mar 11:00", "Mon 2 Mar 12:00" }));
    }

    [Test]
    public async Task What_was_told_meanwhile_stays_told()
    {
        await Team.Says("ana", "dm", "remind me in 10 minutes to call Bob");
        await ClockTo("2026-03-02 09:09");
        var edited = await Team.Says("ana", "dm", "due edit 1 call Rob");
        await ClockTo("2026-03-02 09:11");

        await Team.Presses("ana", edited, "Undo");

        Assert.That((await Team.Says("ana", "dm", "due why 1")).Text, Does.Contain("@Ana was told at the time"));
        Assert.That(await TimesUntil("2026-03-02 20:00", "@ana", "Europe/Lisbon"), Is.Empty);
    }

    [Test]
    public async Task Whoever_has_it_can_take_back_also_where_they_see_nothing_else()
    {
        await Team.Says("dana", "dm", Given);
        var done = await Team.Presses("ben", Team.LastPost("@ben"), "Done");

        Assert.That((await Team.Presses("ben", done, "Undo")).Text, Is.EqualTo("Taken back: due 1 is as before."));
        Assert.That(Team.Posts("@ben")[0], Does.StartWith("⏰ #1 Send the deck — due Fri 6 Mar 2026"));
        Assert.That(Team.Posts("@dana")[^1], Does.StartWith("@Ben took back what they had done with #1"));
    }

    [Test]
    public async Task No_undo_brings_back_what_somebody_had_forgotten()
    {
        await Team.Says("dana", "#team", Given);
        var snoozed = await Team.Says("ben", "dm", "due snooze 1");
        await Team.Presses("dana", await Team.Says("dana", "dm", "async forget me"), "Forget me");

        var undone = await Team.Presses("ben", snoozed, "Undo");

        Assert.That(undone.IsRefused);
        Assert.That(Team.Posts("@ben").Concat(Team.Posts("#team")), Has.None.Contain("Send the deck"));
        Assert.That(Team.Database(), Does.Not.Contain("Send the deck"));
    }

    [Test]
    public async Task What_is_reopened_late_tells_nothing_of_the_time_between()
    {
        await Team.Says("dana", "#team", Given);
        await Team.Says("ben", "dm", "due done 1");
        await ClockTo("2026-03-14 13:00");
        var (ben, dana) = (Team.Posts("@ben").Count, Team.Posts("@dana").Count);

        await Team.Says("ben", "dm", "due reopen 1");

        Assert.That(Team.Posts("@ben"), Has.Count.EqualTo(ben));
        Assert.That(Team.Posts("@dana").Skip(dana), Is.EqualTo(new[] { Team.Posts("@dana")[^1] }).And.All.Contain("@Ben reopened"));
    }

    [Test]
    public async Task A_reminder_that_nobody_answered_leaves_the_list_after_a_month_and_can_come_back()
    {
        await Team.Says("ana", "dm", "remind me in 1 hour to call Bob");
        await ClockTo("2026-04-20 09:00");

        Assert.That((await Team.Says("ana", "dm", "due list")).Text, Does.StartWith("Nothing of yours is due."));
        Assert.That((await Team.Says("ana", "dm", "due reopen 1")).Text, Does.StartWith("Reopened: #1"));
        Assert.That((await Team.Says("ana", "dm", "due move 1 tomorrow at 9")).Text, Does.StartWith("Moved: #1"));
    }

    [Test]
    public async Task After_a_long_downtime_a_reminder_is_told_before_it_lapses()
    {
        await Team.Says("ana", "dm", "remind me in 1 hour to call Bob");
        Team.Sleeps(Duration.FromDays(40));
        await Team.Restart();
        await Team.Settle();

        Assert.That(Team.Posts("@ana"), Has.Count.EqualTo(1).And.One.StartsWith("⏰ #1 call Bob — it was to come"));
        Assert.That((await Team.Says("ana", "dm", "due list")).Text, Does.Contain("#1 call Bob"));
    }

    [Test]
    public async Task Nobody_is_named_as_late_for_what_they_only_hear_now()
    {
        await Team.Says("dana", "#team", Given);
        Team.Sleeps(Duration.FromDays(10));
        await Team.Restart();
        await Team.Settle();

        Assert.That(Team.Posts("@dana"), Is.Empty);
        Assert.That(await TimesUntil("2026-03-20 00:00", "@dana", "Asia/Kolkata"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_asker_does_not_wait_for_months()
    {
        await Team.Says("ben", "dm", "online away from friday until 1 june");
        await Team.Says("dana", "#team", Given);

        Assert.That(await TimesUntil("2026-03-20 00:00", "@dana", "Asia/Kolkata"), Is.EqualTo(new[] { "Mon 9 Mar 09:00" }));
    }

    [Test]
    public async Task Why_does_not_tell_the_hours_of_whoever_shares_none()
    {
        await Team.Says("ben", "dm", "online share off");
        await Team.Says("dana", "#team", "due Send the deck by 9 march 9:00 New York for @ben");
        await Team.Says("ben", "dm", "due decline 1 a private reason");

        var dana = (await Team.Says("dana", "#team", "due why 1")).Text;
        var emi = (await Team.Says("emi", "#team", "due why 1")).Text;

        Assert.That(dana, Does.Contain("a private reason").And.Not.Contain("outside working hours"));
        Assert.That(emi, Does.Contain("declined by @Ben").And.Not.Contain("a private reason"));
    }

    [Test]
    public async Task Admins_can_end_what_somebody_left_behind_in_a_channel()
    {
        await Team.Says("chidi", "#team", "due Standup every day at 9 for #team");
        Team.Directory.Add("chidi", "Africa/Lagos", isGone: true);

        var ana = await Team.Says("ana", "#team", "due cancel 1");
        var sam = await Team.Says("sam", "#team", "due cancel 1");

        Assert.That(ana.Text, Does.StartWith("#1 is @Chidi’s; only they or an admin can cancel it."));
        Assert.That(sam.Text, Does.StartWith("Cancelled: #1 “Standup”"));
    }

    [Test]
    public async Task Reminders_that_were_told_take_no_place()
    {
        for (var item = 0; item < 100; item++)
            await Team.Says("ana", "dm", $"remind me in 10 minutes to do task {item}");
        Assert.That((await Team.Says("ana", "dm", "remind me tomorrow at 9 to rest")).Text, Does.StartWith("You have 100 open items"));
        await ClockTo("2026-03-02 10:00");

        Assert.That((await Team.Says("ana", "dm", "remind me tomorrow at 9 to rest")).IsRefused, Is.False);
    }
}
