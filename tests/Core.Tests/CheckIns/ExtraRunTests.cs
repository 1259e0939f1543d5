using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>A check-in that is run by hand beside the run of that day. It is Monday 2 March 2026, 09:00 in Lisbon.</summary>
public sealed class ExtraRunTests : CheckInDiary
{
    private const string OfThree = "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @sam ask \"What is next?\"";

    [Test]
    public async Task While_a_run_is_open_nobody_is_asked_again_and_it_is_said_what_there_is()
    {
        await Sets("ana", OfThree);
        await Until("2026-03-02 10:00");
        await Answers("ben", "All");
        var refused = await Team.Says("ana", "#team", "checkin run Daily");

        Assert.That(refused.Text, Does.Match(
            @"^Daily — Mon 2 Mar 2026 is open already until Mon 2 Mar 2026, 17:30 .*, and 1 of 3 have answered\..* To see it here: checkin status Daily$"));
        Assert.That(Everybody.Select(person => Prompts(person).Count), Is.EqualTo(new[] { 1, 1, 0, 0, 0, 1 }));
        Assert.That((await Team.Says("ana", "#team", "checkin status Daily")).Text, Does.Contain("Answered: 1 of 3: @Ben"));
    }

    [Test]
    public async Task Whoever_wants_a_second_one_gets_it_and_every_place_tells_the_two_apart()
    {
        await Sets("ana", OfThree);
        await Until("2026-03-02 10:00");
        await Answers("ben", "First");
        await Team.Presses("ana", await Team.Says("ana", "#team", "checkin run Daily"), "Ask everybody once more");
        await Answers("ben", "Second");
        var which = await Team.Says("ana", "dm", "checkin answer");

        Assert.That(Roots().Select(root => Team.TextOf(root).Split('\n')[0]), Is.EqualTo(new[] { "Daily — Mon 2 Mar 2026", "Daily — Mon 2 Mar 2026 (extra run)" }));
        Assert.That(which.Labels, Is.EqualTo(new[] { "Daily, Mon 2 Mar 2026", "Daily, Mon 2 Mar 2026 (extra run)" }));
        foreach (var line in new[] { "checkin status Daily", "checkin report Daily 2 march", "checkin report Daily today" })
        {
            Assert.That((await Team.Says("sam", "#team", line)).Text, Does.Match(
                @"(?s)Daily — Mon 2 Mar 2026\n.*Answered: 1 of 3: @Ben.*Daily — Mon 2 Mar 2026 \(extra run\)\n.*Answered: 1 of 3: @Ben"), line);
        }

        Assert.That((await Team.Says("sam", "#team", "checkin report Daily 2 march")).Text, Does.Match("(?s)First.*extra run.*Second"));
        Assert.That((await Team.Says("ben", "dm", "checkin why")).Text, Does.Match(
            @"(?s)Daily, Mon 2 Mar 2026\n.*04:30:00 asked by direct message.*Daily, Mon 2 Mar 2026 \(extra run\)\n.*05:00:00 asked by direct message"));
    }

    [Test]
    public async Task A_second_press_of_somebody_else_asks_nobody_a_third_time()
    {
        await Sets("ana", OfThree);
        await Until("2026-03-02 10:00");
        var (one, other) = (await Team.Says("ana", "#team", "checkin run Daily"), await Team.Says("sam", "#team", "checkin run Daily"));
        await Team.AtOnce([Team.Presses("ana", one, "Ask everybody once more"), Team.Presses("sam", other, "Ask everybody once more")]);

        Assert.That(Prompts("ben"), Has.Count.EqualTo(2));
        Assert.That((await Team.Says("ana", "#team", "checkin run Daily")).Text, Does.StartWith("Daily — Mon 2 Mar 2026 (extra run) is open already"));
    }

    [Test]
    public async Task Several_that_follow_one_another_on_a_day_have_numbers_also_in_the_file()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana ask \"What is next?\"");
        foreach (var text in new[] { "One", "Two" })
        {
            await Team.Says("ana", "#team", "checkin run Daily");
            await Answers("ana", text);
        }

        await Until("2026-03-02 09:31");
        await Answers("ana", "Three");
        await Team.Says("ana", "#team", "checkin export csv Daily");
        var rows = Team.Messages("@ana")[^1].File!.Split("\r\n");

        Assert.That(rows[0], Does.StartWith("check-in,date,run,person,"));
        Assert.That(rows[1..^1].Select(row => row.Split(',')).Select(cells => (cells[1], cells[2], cells[^1])), Is.EquivalentTo(new[]
        {
            ("2026-03-02", "extra run", "One"), ("2026-03-02", "extra run 2", "Two"), ("2026-03-02", "", "Three"),
        }));
        Assert.That((await Team.Says("ana", "#team", "checkin report Daily 2 march")).Text, Does.Match(
            @"(?s)\(extra run\)\n.*One.*\(extra run 2\)\n.*Two.*Daily — Mon 2 Mar 2026\n.*Three"));
    }

    [Test]
    public async Task A_run_by_hand_on_a_day_without_one_does_not_hide_why_there_was_none()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on tuesdays Lisbon for @ana ask \"What is next?\"");
        await Team.Says("ana", "#team", "checkin run Daily");

        Assert.That((await Team.Says("ana", "dm", "checkin why")).Text, Does.Contain("Daily, Mon 2 Mar 2026 (extra run)").And.Contain("09:00:00 asked by direct message")
            .And.Contain("not asked: it comes every Tuesday"));
    }
}
