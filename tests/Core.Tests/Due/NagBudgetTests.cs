using System.Text.RegularExpressions;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Due;

/// <summary>What may wait does so in focus, and after six messages a day. It is Monday 2 March 2026, 09:00 in Lisbon.</summary>
public sealed class NagBudgetTests : DueDiary
{
    private const string Lisbon = "Europe/Lisbon";

    [Test]
    public async Task The_seventh_of_a_day_waits_for_the_next_morning_with_all_behind_it()
    {
        for (var minute = 0; minute < 9; minute++)
            await Team.Says("ana", "dm", $"due Task {minute} by tomorrow 10:0{minute} remind 24h before");
        var today = await TimesUntil("2026-03-03 08:59", "@ana", Lisbon);
        var morning = await Until("2026-03-03 09:30", "@ana", Lisbon);

        Assert.That(today, Is.EqualTo(new[] { "Mon 2 Mar 10:00", "Mon 2 Mar 10:01", "Mon 2 Mar 10:02", "Mon 2 Mar 10:03", "Mon 2 Mar 10:04", "Mon 2 Mar 10:05" }));
        Assert.That(morning, Has.Count.EqualTo(1));
        Assert.That(morning[0], Does.StartWith("Tue 3 Mar 09:00 3 messages in one").And.Contain("#7 Task 6").And.Contain("#8 Task 7").And.Contain("#9 Task 8"));
        Assert.That((await Team.Says("ana", "dm", "due why 8")).Text, Does.Contain(
            "Mon 2 Mar 2026, 10:07 Europe/Lisbon (23 h 23 min ago): held until Tue 3 Mar 2026, 09:00 Europe/Lisbon (30 min ago), because of 6 other messages that day"));
    }

    [Test]
    public async Task What_is_due_is_never_held()
    {
        for (var minute = 0; minute < 9; minute++)
            await Team.Says("ana", "dm", $"remind me at 10:0{minute} to do task {minute}");

        Assert.That(await TimesUntil("2026-03-02 12:00", "@ana", Lisbon), Has.Count.EqualTo(9));
    }

    [Test]
    public async Task Focus_holds_what_may_wait_and_nothing_else()
    {
        await Team.Says("ana", "dm", "due Send the deck by 12:00");
        await Team.Says("ana", "dm", "remind me at 11:30 to call Bob");
        await Team.Says("ana", "dm", "online focus until 11:45");

        Assert.That(
            await TimesUntil("2026-03-02 13:00", "@ana", Lisbon), Is.EqualTo(new[] { "Mon 2 Mar 11:30", "Mon 2 Mar 11:45", "Mon 2 Mar 12:00" }));
    }

    [Test]
    public async Task What_was_held_is_not_told_behind_its_time()
    {
        await Team.Says("ana", "dm", "due Send the deck by 12:00");
        await Team.Says("ana", "dm", "online focus until 13:00");

        Assert.That(await TimesUntil("2026-03-02 15:00", "@ana", Lisbon), Is.EqualTo(new[] { "Mon 2 Mar 12:00" }));
    }

    [Test]
    public async Task The_end_of_focus_releases_what_it_held()
    {
        await Team.Says("ana", "dm", "due Send the deck by 15:00 remind 5h before");
        await Team.Says("ana", "dm", "online focus until 14:00");
        await ClockTo("2026-03-02 10:10");
        await Team.Says("ana", "dm", "online focus off");

        Assert.That(Team.Posts("@ana"), Has.Count.EqualTo(1));
        Assert.That(await TimesUntil("2026-03-02 15:00", "@ana", Lisbon), Is.EqualTo(new[] { "Mon 2 Mar 15:00" }));
    }

    [Test]
    public async Task What_lands_at_one_moment_is_one_message()
    {
        await Team.Says("ana", "dm", "due Send the deck by 12:00");
        await Team.Says("ana", "dm", "remind me at 12:00 to have lunch");

        Assert.That(await Until("2026-03-02 13:00", "@ana", Lisbon), Is.EqualTo(new[]
        {
            "Mon 2 Mar 11:00 ⏰ #1 Send the deck — due Mon 2 Mar 2026, 12:00 Europe/Lisbon (in 1 h).",
            "Mon 2 Mar 12:00 2 messages in one ⏰ Due now: #1 Send the deck. ⏰ #2 have lunch",
        }));
    }

    [Test]
    public async Task After_a_downtime_twenty_people_get_twenty_messages_and_no_flood()
    {
        Team.Directory.AddChannel("all", [.. Enumerable.Range(1, 20).Select(number => $"p{number}"), "ana"]);
        for (var person = 1; person <= 20; person++)
        {
            Team.Directory.Add($"p{person}", "Europe/Lisbon");
            for (var item = 0; item < 25; item++)
                await Team.Says($"p{person}", "dm", $"remind me tomorrow at {8 + item / 5}:{item % 5}0 to do task {item}");
        }

        Team.Sleeps(Duration.FromDays(3));
        await Team.Restart();
        await Team.Settle();

        for (var person = 1; person <= 20; person++)
        {
            Assert.That(Team.Posts($"@p{person}"), Has.Count.EqualTo(1), $"p{person}");
            Assert.That(Team.Posts($"@p{person}")[0], Does.StartWith("25 messages in one").And.Contain("And in short"));
            Assert.That(Enumerable.Range(0, 25).Where(item => !Regex.IsMatch(Team.Posts($"@p{person}")[0], $@"do task {item}\b")), Is.Empty);
        }
    }
}
