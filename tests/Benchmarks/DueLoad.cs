using System.Diagnostics;
using AsyncBot.Core.Attention;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Due;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Benchmarks;

/// <summary>Very much that is due: what it costs to wait for it, and how fast a thousand people are told at one instant, beside the engine alone.</summary>
public static class DueLoad
{
    private const int ATime = 1_000;
    private const int Seconds = 20;

    public static async Task Run(int items, int people, Report report)
    {
        await using var team = await Team.Open();
        for (var person = 1; person <= people; person++)
            team.Directory.Add($"p{person}", "Europe/Lisbon");

        // Everybody's first is due at one instant, all others on some later day.
        var atOnce = Instant.FromUtc(2040, 1, 2, 9, 0);
        var watch = Stopwatch.StartNew();
        for (var first = 1; first <= items; first += ATime)
        {
            var batch = new Batch(Team.Workspace, "fill");
            for (var number = first; number < Math.Min(items + 1, first + ATime); number++)
                Add(batch, number, TestDirectory.IdOf($"p{(number - 1) % people + 1}"), number <= people ? atOnce : atOnce + Duration.FromHours(number));
            await team.Store.Commit(batch, CancellationToken.None);
        }

        report.Figure($"write {items} items", watch.Elapsed.TotalSeconds, "s");
        await Wait(team.CopyOfFiles(), report);
        await Fire(team, atOnce, people, report);
    }

    private static void Add(Batch batch, int number, PersonId person, Instant at)
    {
        var to = ConversationId.Of(person);
        var item = new DueItem(
            number, person, to, to, $"Task {number} that must not slip, with as many words as people use", DueTime.Of(at, "Europe/Lisbon"), null, [], false,
            DueState.Open, Team.Start, [new DueEvent(Team.Start, person, DueDeed.Added)], Next: at);
        batch.Put(DueItem.Type, item, Batch.New);
        batch.Enqueue(Queues.Jobs, $"due {number}", $"tell {to}", at, new Tell(to));
    }

    private static async Task Wait(string database, Report report)
    {
        await using var bot = await BotProcess.Start(database);
        report.Figure("start to ready", bot.Ready.TotalMilliseconds, "ms", atMost: 3_000);
        await Task.Delay(TimeSpan.FromSeconds(5));
        var cpu = bot.Cpu;
        var begun = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(Seconds));
        report.Figure($"CPU over {Seconds} s", (bot.Cpu - cpu) / Stopwatch.GetElapsedTime(begun) * 100, "% of a core", atMost: 0.5);
        report.Figure("memory", bot.ResidentMegabytes, "MB", atMost: 300);
    }

    private static async Task Fire(Team team, Instant at, int people, Report report)
    {
        var engine = await Commits(team, people);
        report.Figure("engine, commits in groups", engine, "/s");
        team.Clock.Reset(at);
        var watch = Stopwatch.StartNew();
        await team.RunJobs();
        var fired = people / watch.Elapsed.TotalSeconds;
        watch.Restart();
        await team.Deliver();
        var delivered = people / watch.Elapsed.TotalSeconds;
        report.Figure($"{people} fire at one instant", fired, "/s");
        report.Figure("  beside the engine", fired / engine, "of its commits", atLeast: 0.5);
        report.Figure("  delivered", delivered, "/s");
        var told = team.Chat.Messages.Count(message => message.In.Person is not null);
        report.Truth("told", $"{told} people", told == people ? [] : [$"{people} should have been told"]);
    }

    /// <summary>As many commits of a document and a waiting thing at once, without anything that decides about them.</summary>
    private static async Task<double> Commits(Team team, int commits)
    {
        var body = new Posted(new PostId("x"), ConversationId.Of(PersonId.Bot), new MessageId("m"), new string('x', 500));
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(1, commits), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, ct) =>
        {
            var batch = new Batch(Team.Workspace, "engine");
            batch.Put(Posted.Type, body with { Id = new PostId($"engine {number}") }, Batch.New);
            batch.Enqueue(Queues.Jobs, $"engine {number}", $"engine {number}", Team.Start + Duration.FromDays(3_000), new Tell(ConversationId.Of(PersonId.Bot)));
            await team.Store.Commit(batch, ct);
        });
        return commits / watch.Elapsed.TotalSeconds;
    }
}
