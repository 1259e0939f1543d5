using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>The bot ends as by <c>kill -9</c> within a round of work, and starts again on what was on disk. It is Monday 2 March 2026.</summary>
public sealed class CheckInAfterKillTests : CheckInDiary
{
    private const int Kills = 50;
    private const string Line = "checkin new Daily in #team at 10:30 every day Lagos for @ana @ben @chidi ask \"What is next?\" open for 3h";

    /// <summary>Each day is cut short again and again: amid the jobs that run side by side, amid commits, and amid deliveries.</summary>
    [Test]
    public async Task Each_is_asked_reminded_and_shown_once_wherever_it_ends()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 09:29");
        var random = new Random(8);
        for (var kill = 0; kill < Kills; kill++)
        {
            var day = At("2026-03-02 09:30") + Duration.FromDays(kill);
            Team.Delivers = false;
            Team.Clock.Reset(day);
            await DieWithin(random.Next(1, 9));
            if (random.Next(3) == 0)
                await DieWithin(random.Next(1, 5));
            await Team.Settle();
            await DieAnswering(day, random);
            await Team.ClockTo(day + Duration.FromHours(1));
            Team.Clock.Reset(day + Duration.FromHours(2));
            await DieWithin(random.Next(1, 4));
            await Team.ClockTo(day + Duration.FromHours(2.5));
            Team.Clock.Reset(day + Duration.FromHours(3));
            await DieWithin(random.Next(1, 6));
            await Team.ClockTo(day + Duration.FromHours(20));
        }

        var titles = Enumerable.Range(0, Kills).Select(day => $"Daily — {Core.Time.Clock.Say(new LocalDate(2026, 3, 2).PlusDays(day))}").ToList();
        foreach (var person in new[] { "ana", "ben", "chidi" })
            Assert.That(Prompts(person).Select(Team.TextOf).Select(TitleOf), Is.EqualTo(titles), person);
        Assert.That(Roots().Select(Team.TextOf).Select(TitleOf), Is.EqualTo(titles));
        foreach (var root in Roots())
        {
            Assert.That(Thread(root).Where(text => text.StartsWith("Closed:", StringComparison.Ordinal)), Is.EqualTo(new[]
            {
                "Closed: 1 of 3 answered. No answer: @Ben, @Chidi.",
            }), Team.TextOf(root));
            Assert.That(Thread(root).Count(text => text.StartsWith("@Ana", StringComparison.Ordinal)), Is.EqualTo(1));
        }

        Assert.That(Reminders("ben"), Is.EqualTo(Kills));
        Assert.That(Reminders("ana"), Is.Zero);
    }

    /// <summary>So many commits of jobs and deliveries are on disk; of what follows, and of what runs beside them, nothing is.</summary>
    private async Task DieWithin(int commits)
    {
        var left = commits;
        Team.Store.BeforeCommit = _ => Interlocked.Decrement(ref left) >= 0
            ? Task.CompletedTask
            : Task.FromException(new OperationCanceledException("The process was killed."));
        for (var round = 0; round < 6 && Volatile.Read(ref left) >= 0; round++)
        {
            await OrDie(RunOnce);
            await OrDie(DeliverOnce);
        }

        await Team.Restart();
    }

    private async Task DieAnswering(Instant day, Random random)
    {
        Team.Clock.Reset(day + Duration.FromMinutes(5));
        await Team.Says("ana", "dm", "checkin answer All", key: $"answer {day}");
        await DieWithin(random.Next(1, 4));
        await Team.Says("ana", "dm", "checkin answer All", key: $"answer {day}");
        await Team.Settle();
    }

    private async Task RunOnce() => await Task.WhenAll(await Team.Runner.Start(Team.Clock.GetCurrentInstant(), CancellationToken.None));

    private async Task DeliverOnce() => await Task.WhenAll(await Team.Courier.Start(Team.Clock.GetCurrentInstant(), CancellationToken.None));

    private static async Task OrDie(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The rest of the round is gone with the process.
        }
    }

    private static string TitleOf(string text) => text.Replace("✅ ", "", StringComparison.Ordinal).Split('\n')[0].Split(": ")[0].Trim();
}
