using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Due;

/// <summary>Dana in Kolkata gives Ben in New York something. It is Monday 2 March 2026, 09:00 UTC.</summary>
public sealed class GiveToSomebodyTests : DueDiary
{
    private const string NewYork = "America/New_York";

    [Test]
    public async Task Both_clocks_are_read_back()
    {
        var answer = await Team.Says("dana", "#team", "due add Send the deck by friday 17:00 New York for @ben");

        TestContext.Out.WriteLine(answer.Text);
        TestContext.Out.WriteLine(string.Join(" | ", answer.Labels));
        foreach (var line in Team.Posts("@ben"))
            TestContext.Out.WriteLine(line);
        foreach (var line in await Until("2026-03-12 00:00", "@ben", NewYork))
            TestContext.Out.WriteLine(line);
        TestContext.Out.WriteLine((await Team.Says("ben", "@ben", "due why 1")).Text);
        foreach (var line in Team.Posts("@dana"))
            TestContext.Out.WriteLine(line);
        TestContext.Out.WriteLine((await Team.Says("ben", "@ben", "due")).Text);
        var last = Team.LastPost("@ben");
        TestContext.Out.WriteLine((await Team.Presses("ben", last, "Snooze")).Text);
        TestContext.Out.WriteLine((await Team.Presses("ben", last, "Done")).Text);
        TestContext.Out.WriteLine((await Team.Presses("ben", last, "Done")).Text);
        TestContext.Out.WriteLine(Team.TextOf(Team.Messages("@ben")[^1]));
        Assert.That(answer.Text, Is.Not.Empty);
    }

    [Test]
    public async Task They_are_told_at_once_a_day_before_an_hour_before_and_at_the_time()
    {
        await Team.Says("dana", "#team", "due add Send the deck by friday 17:00 New York for @ben");

        Assert.That(Team.Posts("@ben"), Has.Count.EqualTo(1));
        Assert.That(await TimesUntil("2026-03-07 00:00", "@ben", NewYork), Is.EqualTo(new[] { "Thu 5 Mar 17:00", "Fri 6 Mar 16:00", "Fri 6 Mar 17:00" }));
    }

    [Test]
    public async Task What_would_come_outside_their_hours_comes_at_the_end_of_their_day_before()
    {
        await Team.Says("dana", "#team", "due add Send the deck by 9 march 9:00 New York for @ben");

        Assert.That(await TimesUntil("2026-03-09 23:00", "@ben", NewYork), Is.EqualTo(new[] { "Fri 6 Mar 17:00", "Mon 9 Mar 09:00" }));
    }

    [TestCase("2026-03-09 20:00", "by 9 march 17:00 New York", new[] { "Fri 6 Mar 17:00", "Mon 9 Mar 16:00", "Mon 9 Mar 17:00" })]
    public async Task The_change_of_clocks_moves_nothing(string end, string when, string[] times)
    {
        await Team.Says("dana", "#team", $"due add Send the deck {when} for @ben");

        Assert.That(await TimesUntil("2026-03-09 23:00", "@ben", NewYork), Is.EqualTo(times));
        _ = end;
    }
}
