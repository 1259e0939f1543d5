using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Due;

/// <summary>What comes round. It is Monday 2 March 2026.</summary>
public sealed class RecurringDueTests : DueDiary
{
    private const string Lisbon = "Europe/Lisbon";

    [Test]
    public async Task Over_fourteen_months_none_is_lost_or_doubled_whatever_is_done_to_some()
    {
        await Team.Says("ana", "dm", "due Send the invoices every last friday of the month at 4pm");
        var times = new List<string>(await TimesUntil("2026-04-24 15:00", "@ana", Lisbon));
        await Team.Presses("ana", Team.LastPost("@ana"), "Snooze");
        times.AddRange(await TimesUntil("2026-05-01 00:00", "@ana", Lisbon));
        await Team.Says("ana", "dm", "due skip 1");
        times.AddRange(await TimesUntil("2026-06-27 00:00", "@ana", Lisbon));
        var first = await Team.Says("ana", "dm", "due done 1");
        var second = await Team.Says("ana", "dm", "due done 1");
        times.AddRange(await TimesUntil("2027-05-01 00:00", "@ana", Lisbon));

        Assert.That(first.IsRefused, Is.False);
        Assert.That(second.Text, Does.StartWith("That time of #1 is done already: @Ana said so just now. It comes round next Fri 31 Jul 2026, 16:00"));
        Assert.That(times, Is.EqualTo(new[]
        {
            "Fri 27 Mar 16:00", "Fri 24 Apr 16:00", "Fri 24 Apr 17:00", "Fri 26 Jun 16:00", "Fri 31 Jul 16:00", "Fri 28 Aug 16:00", "Fri 25 Sep 16:00",
            "Fri 30 Oct 16:00", "Fri 27 Nov 16:00", "Fri 25 Dec 16:00", "Fri 29 Jan 16:00", "Fri 26 Feb 16:00", "Fri 26 Mar 16:00", "Fri 30 Apr 16:00",
        }));
    }

    [Test]
    public async Task Its_message_says_that_this_time_is_done_until_that_is_taken_back()
    {
        await Team.Says("ana", "dm", "due Stretch every day at 15:00");
        await ClockTo("2026-03-02 15:00");
        var told = Team.LastPost("@ana");
        var done = await Team.Presses("ana", told, "Done");
        Assert.That(Team.TextOf(told), Does.StartWith("✅ #1 Stretch — done for this time, says @Ana. It comes round next Tue 3 Mar 2026, 15:00"));

        await Team.Presses("ana", done, "Undo");
        Assert.That(Team.Now(told).Card.AllButtons.Select(button => button.Label), Does.Contain("Done"));
        await Team.Presses("ana", told, "Done");
        await ClockTo("2026-03-03 15:00");
        Assert.That(Team.TextOf(told), Does.StartWith("✅"));
        Assert.That(Team.TextOf(Team.LastPost("@ana")), Does.StartWith("⏰ #1 Stretch"));
    }

    [Test]
    public async Task Each_message_is_about_its_own_time()
    {
        await Team.Says("ana", "dm", "remind me to water every day at 10:00");
        await ClockTo("2026-03-02 10:30");
        var monday = Team.LastPost("@ana");
        await Team.Presses("ana", monday, "Done");
        await ClockTo("2026-03-03 10:30");
        var tuesday = Team.LastPost("@ana");
        var done = await Team.Presses("ana", tuesday, "Done");
        Assert.That(done.Text, Does.StartWith("Done for this time: #1"));
        Assert.That(Team.TextOf(tuesday), Does.StartWith("✅"));

        await ClockTo("2026-03-05 10:30");
        var wednesday = Team.Messages("@ana")[^2];
        await Team.Presses("ana", wednesday, "Done");
        Assert.That(Team.TextOf(Team.LastPost("@ana")), Does.StartWith("⏰"), "Thursday's is still to do");
        Assert.That((await Team.Says("ana", "dm", "due done 1")).Text, Does.StartWith("Done for this time"));
        Assert.That((await Team.Says("ana", "dm", "due done 1")).Text, Does.StartWith("That time of #1 is done already"));
    }

    [Test]
    public async Task What_was_left_out_is_said_until_it_is_over_and_the_form_takes_its_own_words()
    {
        await Team.Says("ana", "dm", "remind me to water every day at 10:00");
        await Team.Says("ana", "dm", "due skip 1");
        Assert.That((await Team.Says("ana", "dm", "due")).Text, Does.Contain("but not on Mon 2 Mar 2026"));
        var form = await Team.Says("ana", "dm", "due move 1");
        var sent = await Team.Submits("ana", form, ("number", "1"), ("when", form.Form!.Inputs.Single(input => input.Name == "when").Value!));
        Assert.That(sent.Text, Does.StartWith("#1 is every day at 10:00 Europe/Lisbon, but not on Mon 2 Mar 2026").And.Contain("already"));

        await ClockTo("2026-03-04 12:00");
        Assert.That((await Team.Says("ana", "dm", "due")).Text, Does.Not.Contain("but not on"));
        Assert.That((await Team.Says("ana", "dm", "due move 1 tomorrow at 8")).Text, Does.Contain("It does not come round any more."));
    }

    [Test]
    public async Task Where_the_clocks_move_it_that_is_said()
    {
        await ClockTo("2026-03-28 12:00");

        Assert.That((await Team.Says("ana", "dm", "remind me to feed the cat every day at 1:30am")).Text,
            Does.Contain("next Sun 29 Mar 2026, 02:30 Europe/Lisbon (in 13 h 30 min), because the clocks skip 01:30 that day"));
    }

    [Test]
    public async Task A_snooze_is_shown()
    {
        await Team.Says("ana", "dm", "due Call by friday");
        await Team.Says("ana", "dm", "due snooze 1 tomorrow at 9");

        Assert.That((await Team.Says("ana", "dm", "due")).Text, Does.Contain("snoozed until Tue 3 Mar 2026, 09:00"));
        Assert.That((await Team.Says("ana", "dm", "due show 1")).Text, Does.Contain("Snoozed until: Tue 3 Mar 2026, 09:00"));
    }

    [Test]
    public async Task Lines_of_a_task_are_kept()
    {
        await Team.Says("ana", "dm", "due first\nsecond\nthird by friday");

        Assert.That((await Team.Says("ana", "dm", "due show 1")).Text, Does.Contain("first\nsecond\nthird"));
    }

    [Test]
    public async Task What_came_round_while_the_bot_was_down_is_one_message()
    {
        await Team.Says("ana", "dm", "due Stretch every day at 15:00");
        Team.Sleeps(Duration.FromDays(3));
        await Team.Restart();
        await Team.Settle();

        Assert.That(Team.Posts("@ana"), Is.EqualTo(new[]
        {
            "⏰ #1 Stretch — it was to come Wed 4 Mar 2026, 15:00 Europe/Lisbon (18 h ago). It came round 3 times meanwhile.",
        }));
        Assert.That(await TimesUntil("2026-03-06 00:00", "@ana", Lisbon), Is.EqualTo(new[] { "Thu 5 Mar 15:00" }));
    }

    [Test]
    public async Task What_is_done_goes_on()
    {
        await Team.Says("ana", "dm", "due Stretch every day at 15:00");
        await ClockTo("2026-03-02 15:00");

        var done = await Team.Presses("ana", Team.LastPost("@ana"), "Done");

        Assert.That(done.Text, Is.EqualTo("Done for this time: #1 “Stretch”. It comes round next Tue 3 Mar 2026, 15:00 Europe/Lisbon (in 1 day)."));
        Assert.That(done.Labels, Is.EqualTo(new[] { "Stop it for good", "Undo" }));
        Assert.That((await Team.Presses("ana", done, "Stop it for good")).Text, Does.StartWith("Cancelled: #1"));
        Assert.That(await TimesUntil("2026-03-06 00:00", "@ana", Lisbon), Is.Empty);
    }
}
