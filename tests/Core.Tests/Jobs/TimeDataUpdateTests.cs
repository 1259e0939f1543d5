using AsyncBot.Core.Attention;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Due;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Jobs;

/// <summary>A country changed its clocks after the bot had reckoned when to speak.</summary>
public sealed class TimeDataUpdateTests
{
    private static readonly Instant Due = Instant.FromUtc(2026, 3, 6, 14, 0);

    private Team _team = null!;

    [SetUp]
    public async Task Open()
    {
        _team = await Team.Open();
        await _team.Says("ana", "dm", "due Call Bob friday at 14:00");
        await ReckonedAnHourLate();
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task What_waits_comes_at_the_time_that_was_meant()
    {
        await _team.TimeData.Apply("TZDB: 2031a", default);
        await _team.ClockTo(Due);

        Assert.That(_team.Posts("@ana"), Is.EqualTo(new[] { "⏰ #1 Call Bob" }));
    }

    [Test]
    public async Task However_much_waits_all_of_it_is_reckoned()
    {
        await _team.AtOnce(Enumerable.Range(0, 2_300).Select(number => _team.Says($"p{number / 100}", "dm", "due add Call Bob on friday at 14:00")));
        await ReckonedAnHourLate(2_300);
        await _team.TimeData.Apply("TZDB: 2031a", default);
        await _team.Settle();

        Assert.That((await _team.Find(DueItem.Type, "1"))!.Next, Is.EqualTo(Due));
        Assert.That((await _team.Find(DueItem.Type, "2300"))!.Next, Is.EqualTo(Due));
    }

    [Test]
    public async Task With_the_same_data_nothing_is_reckoned_or_stored()
    {
        await _team.TimeData.Apply("TZDB: 2031a", default);
        await _team.Settle();
        await ReckonedAnHourLate();
        var commits = _team.Store.Commits;
        await _team.TimeData.Apply("TZDB: 2031a", default);
        await _team.Settle();

        Assert.That(_team.Store.Commits, Is.EqualTo(commits));
        await _team.TimeData.Apply("TZDB: 2031b", default);
        await _team.ClockTo(Due);
        Assert.That(_team.Posts("@ana"), Has.Count.EqualTo(1));
    }

    /// <summary>As older rules had it.</summary>
    private async Task ReckonedAnHourLate(int number = 1)
    {
        var late = Due + Duration.FromHours(1);
        var stored = (await _team.Store.Find(Team.Workspace, DueItem.Type, DueItem.IdOf(number), default))!;
        var batch = new Batch(Team.Workspace, "test");
        batch.Put(DueItem.Type, stored.Value with { Next = late }, stored.Version);
        batch.Cancel(Queues.Jobs, $"due {number}");
        batch.Enqueue(Queues.Jobs, $"due {number}", $"tell {stored.Value.To}", late, new Tell(stored.Value.To));
        await _team.Store.Commit(batch, default);
    }
}
