using System.Text.RegularExpressions;
using AsyncBot.Core.Commands;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Due;

/// <summary>Dana in Kolkata gives Ben in New York something. It is Monday 2 March 2026, 09:00 UTC.</summary>
public sealed class GiveToSomebodyTests : DueDiary
{
    private const string NewYork = "America/New_York";
    private const string Given = "due add Send the deck by friday 17:00 New York for @ben";

    [Test]
    public async Task Both_clocks_are_read_back()
    {
        var answer = await Team.Says("dana", "#team", Given);

        Assert.That(answer.Text, Is.EqualTo(
            "#1 for @Ben: Send the deck — due Sat 7 Mar 2026, 03:30 Asia/Kolkata (in 4 days 13 h). "
            + "That is Fri 6 Mar 2026, 17:00 America/New_York (in 4 days 13 h) for @Ben. I told them."));
        Assert.That(answer.Labels, Is.EqualTo(new[] { "Change", "Cancel", "Undo" }));
    }

    [Test]
    public async Task They_are_told_at_once_and_need_do_nothing()
    {
        await Team.Says("dana", "#team", Given);

        Assert.That(Team.Posts("@ben"), Is.EqualTo(new[]
        {
            "@Dana asks you: #1 Send the deck — due Fri 6 Mar 2026, 17:00 America/New_York (in 4 days 13 h). I remind you before: "
            + "Thu 5 Mar 2026, 17:00 America/New_York (in 3 days 13 h) and Fri 6 Mar 2026, 16:00 America/New_York (in 4 days 12 h). You need do nothing now.",
        }));
    }

    [TestCase("by friday 17:00 New York", new[] { "Thu 5 Mar 17:00", "Fri 6 Mar 16:00", "Fri 6 Mar 17:00", "Mon 9 Mar 09:00" }, TestName = "On_a_friday")]
    [TestCase("by 9 march 9:00 New York", new[] { "Fri 6 Mar 17:00", "Mon 9 Mar 09:00", "Tue 10 Mar 09:00" }, TestName = "On_a_monday_morning")]
    [TestCase("by 9 march 17:00 New York", new[] { "Fri 6 Mar 17:00", "Mon 9 Mar 16:00", "Mon 9 Mar 17:00", "Tue 10 Mar 09:00" }, TestName = "Behind_the_change_of_clocks")]
    [TestCase("by 8 march 12:00 New York", new[] { "Fri 6 Mar 17:00", "Sun 8 Mar 12:00", "Mon 9 Mar 09:00" }, TestName = "On_the_sunday_of_the_change")]
    public async Task They_are_reminded_in_their_own_hours_and_at_the_time(string when, string[] times)
    {
        await Team.Says("dana", "#team", $"due add Send the deck {when} for @ben");

        Assert.That(await TimesUntil("2026-03-12 00:00", "@ben", NewYork), Is.EqualTo(times));
    }

    [Test]
    public async Task Over_the_change_of_clocks_in_november_too()
    {
        await Team.ClockTo(Instant.FromUtc(2026, 10, 28, 9, 0));
        await Team.Says("dana", "#team", "due add Send the deck by 2 november 17:00 New York for @ben");

        Assert.That(
            await TimesUntil("2026-11-04 00:00", "@ben", NewYork),
            Is.EqualTo(new[] { "Fri 30 Oct 17:00", "Mon 2 Nov 16:00", "Mon 2 Nov 17:00", "Tue 3 Nov 09:00" }));
    }

    [Test]
    public async Task Who_is_away_is_told_before_they_go_and_at_the_time()
    {
        await Team.Says("dana", "#team", Given);
        await Team.Says("ben", "dm", "online away from thursday until 9 march");

        Assert.That(
            await TimesUntil("2026-03-12 00:00", "@ben", NewYork), Is.EqualTo(new[] { "Wed 4 Mar 17:00", "Fri 6 Mar 17:00", "Mon 9 Mar 09:00" }));
    }

    [Test]
    public async Task The_asker_hears_that_they_will_be_away()
    {
        await Team.Says("ben", "dm", "online away from thursday until 9 march");

        Assert.That((await Team.Says("dana", "#team", Given)).Text, Does.Contain("They are away then, until Mon 9 Mar 2026, 18:30 Asia/Kolkata"));
    }

    [Test]
    public async Task Who_moves_is_reminded_in_their_new_hours()
    {
        await Team.Says("dana", "#team", Given);
        await Team.Says("ben", "dm", "online zone Asia/Tokyo");

        Assert.That(
            await TimesUntil("2026-03-12 00:00", "@ben", "Asia/Tokyo"), Is.EqualTo(new[] { "Thu 5 Mar 17:00", "Fri 6 Mar 17:00", "Sat 7 Mar 07:00", "Mon 9 Mar 09:00" }));
    }

    [Test]
    public async Task Whom_the_platform_knows_elsewhere_now_is_reminded_there()
    {
        await Team.Says("dana", "#team", Given);
        Team.Directory.Add("ben", "Asia/Tokyo");
        await Team.Does("ben", Team.Place("dm", "ben"), null, null, new InboundContent.Call(new MovedZone(NewYork, "Asia/Tokyo")));

        Assert.That(
            await TimesUntil("2026-03-08 00:00", "@ben", "Asia/Tokyo"), Is.EqualTo(new[] { "Thu 5 Mar 17:00", "Fri 6 Mar 17:00", "Sat 7 Mar 07:00" }));
    }

    [TestCase("for @ben")]
    [TestCase("for #team")]
    public async Task A_day_off_that_is_said_later_counts(string whom)
    {
        await Team.Says("dana", "#team", Given);
        await Team.Says("sam", "#team", $"online holiday 2026-03-05 Founders day {whom}");

        Assert.That(
            await TimesUntil("2026-03-07 00:00", "@ben", NewYork), Is.SupersetOf(new[] { "Wed 4 Mar 17:00", "Fri 6 Mar 16:00", "Fri 6 Mar 17:00" }));
    }

    [Test]
    public async Task The_asker_is_told_once_in_their_own_morning_that_nobody_said_it_is_done()
    {
        await Team.Says("dana", "#team", Given);

        Assert.That(await Until("2026-03-20 00:00", "@dana", "Asia/Kolkata"), Is.EqualTo(new[]
        {
            "Tue 10 Mar 09:00 ⏰ @Ben has not said that #1 is done: Send the deck — it was due Sat 7 Mar 2026, 03:30 Asia/Kolkata (3 days 5 h ago).",
        }));
    }

    [Test]
    public async Task A_no_reaches_the_asker_and_ends_the_reminders()
    {
        await Team.Says("dana", "#team", Given);

        var declined = await Team.Presses("ben", Team.LastPost("@ben"), "Decline");

        Assert.That(declined.Text, Is.EqualTo("Declined: #1 “Send the deck”. I told @Dana."));
        Assert.That(Team.Posts("@dana"), Is.EqualTo(new[] { "@Ben declined #1 “Send the deck”." }));
        Assert.That(await TimesUntil("2026-03-20 00:00", "@ben", NewYork), Is.Empty);
    }

    [TestCase("Done")]
    [TestCase("Decline")]
    [TestCase("Move")]
    public async Task Nobody_else_can_answer_for_them(string button)
    {
        await Team.Says("dana", "#team", Given);
        var command = Team.LastPost("@ben").Card.AllButtons.Single(each => each.Label == button).Command;

        var answer = await Team.Does("emi", Team.Place("#team"), null, null, new InboundContent.Call(command));

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith("#1 is @Ben’s, asked for by @Dana; only they can "));
        Assert.That((await Team.Says("ben", "dm", "due list")).Text, Does.Contain("#1 Send the deck"));
    }

    [Test]
    public async Task Pressed_twice_it_is_done_once_and_the_second_press_says_so()
    {
        await Team.Says("dana", "#team", Given);
        var button = new InboundContent.Call(Team.LastPost("@ben").Card.AllButtons.Single(each => each.Label == "Done").Command);

        await Team.Does("ben", Team.Place("dm", "ben"), null, null, button);
        var again = await Team.Does("ben", Team.Place("dm", "ben"), null, null, button);

        Assert.That(again.Text, Is.EqualTo("#1 is done already: @Ben said so just now. To change that: due reopen 1"));
        Assert.That(Team.Posts("@dana"), Is.EqualTo(new[] { "@Ben says that #1 “Send the deck” is done." }));
        Assert.That(Team.Posts("@ben"), Is.EqualTo(new[] { "✅ #1 Send the deck — done, says @Ben" }));
    }

    [Test]
    public async Task What_may_wait_does_not_come_at_night_because_the_bot_was_down_in_the_morning()
    {
        await Team.Says("dana", "#team", Given);
        await Until("2026-03-07 00:00", "@ben", NewYork);
        Team.Clock.Reset(Instant.FromUtc(2026, 3, 10, 3, 0)); // 23:00 on Monday in New York; his morning is missed
        await Team.Restart();

        Assert.That(await TimesUntil("2026-03-12 00:00", "@ben", NewYork), Is.EqualTo(new[] { "Tue 10 Mar 09:00" }));
    }

    [Test]
    public async Task Every_message_of_what_is_done_says_so()
    {
        await Team.Says("dana", "#team", Given);
        await Until("2026-03-06 21:30", "@ben", NewYork);
        await Team.Says("ben", "dm", "due done 1");

        Assert.That(Team.Posts("@ben"), Has.Count.EqualTo(3));
        Assert.That(Team.Posts("@ben"), Is.All.EqualTo("✅ #1 Send the deck — done, says @Ben"));
    }

    [Test]
    public async Task Why_tells_also_afterwards_that_it_came_earlier()
    {
        await Team.Says("dana", "#team", "due add Submit the report by monday 9 march 9am New York for @ben");
        await Until("2026-03-07 00:00", "@ben", NewYork);

        Assert.That((await Team.Says("ben", "dm", "due why 1")).Text,
            Does.Contain("@Ben was told before the time, 1 day 15 h earlier than usual, which would have been outside working time"));
    }

    [Test]
    public async Task What_was_asked_of_somebody_who_is_forgotten_goes_back_and_the_asker_is_told()
    {
        await Team.Says("dana", "#team", Given);
        await Team.Presses("ben", await Team.Says("ben", "dm", "async forget me"), "Forget me");
        await Team.Settle();

        Assert.That(Team.Posts("@dana").Single(), Does.Contain("left, so #1 is yours again: Send the deck"));
        Assert.That((await Team.Says("dana", "dm", "due why 1")).Text, Does.Contain("went back to @Dana"));
    }

    [Test]
    public async Task What_somebody_said_with_a_no_goes_from_the_news_when_they_are_forgotten()
    {
        await Team.Says("dana", "#team", Given);
        await Team.Says("ben", "dm", "due decline 1 My cat is ill");
        Assert.That(Team.Posts("@dana").Single(), Does.Contain("My cat is ill"));
        await Team.Presses("ben", await Team.Says("ben", "dm", "async forget me"), "Forget me");
        await Team.Settle();

        Assert.That(Team.Posts("@dana")[0], Is.EqualTo("What was said here about #1 “Send the deck” was removed."));
        Assert.That(Team.Database(), Does.Not.Contain("My cat is ill"));
    }

    [Test]
    public async Task One_person_can_not_fill_the_list_of_another()
    {
        for (var number = 1; number <= 50; number++)
            await Team.Says("dana", "#team", $"due add Task {number} by friday for @ben");
        var refused = await Team.Says("dana", "#team", Given);

        Assert.That(refused.Text, Is.EqualTo("@Ben has 50 open items of yours, which is as many as one may ask of another. See them: due list given"));
        Assert.That((await Team.Says("ben", "dm", "due add Water the plants by friday")).IsRefused, Is.False);
        Assert.That((await Team.Says("emi", "#team", Given)).IsRefused, Is.False);
    }

    [Test]
    public async Task What_somebody_had_who_left_goes_back_to_who_asked()
    {
        await Team.Says("dana", "#team", Given);
        Team.Directory.Add("ben", NewYork, isGone: true);

        var told = await Until("2026-03-20 00:00", "@dana", "Asia/Kolkata");

        Assert.That(told[0], Does.StartWith("Fri 6 Mar 03:30 @Ben left, so #1 is yours again: Send the deck — due Sat 7 Mar 2026, 03:30"));
        Assert.That((await Team.Says("dana", "dm", "due list")).Text, Does.Contain("#1 Send the deck"));
    }

    [Test]
    public async Task Whoever_shares_neither_it_nor_its_channel_does_not_learn_of_it()
    {
        Team.Directory.AddChannel("board", "dana", "ben");
        await Team.Says("dana", "#board", Given);

        Assert.That((await Team.Says("emi", "#team", "due show 1")).Text, Is.EqualTo("There is no due item 1 here. Try: due list"));
        Assert.That((await Team.Says("ben", "dm", "due show 1")).Text, Does.StartWith("Due #1"));
    }

    [Test]
    public async Task Why_names_what_was_sent_and_what_will_be()
    {
        await Team.Says("dana", "#team", Given);
        await ClockTo("2026-03-06 00:00");

        var why = await Team.Says("ben", "dm", "due why 1");

        Assert.That(why.Text.Split('\n').Select(line => Regex.Replace(line, @" America/New_York \([^)]*\)", "")).Skip(1), Is.EqualTo(new[]
        {
            "What happened",
            "Mon 2 Mar 2026, 04:00: asked for by @Dana",
            "Thu 5 Mar 2026, 17:00: @Ben was told before the time",
            "What will be sent",
            "Fri 6 Mar 2026, 16:00: @Ben is told the reminder before it",
            "Fri 6 Mar 2026, 17:00: @Ben is told that it is due; this is never held",
            "Mon 9 Mar 2026, 09:00: @Ben is told that it is overdue, on the next working morning",
            "Mon 9 Mar 2026, 23:30: @Dana is told that nobody said it is done",
        }));
    }
}
