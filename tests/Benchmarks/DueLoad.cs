using System.Diagnostics;
using AsyncBot.Core.Attention;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Due;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Benchmarks;

/// <summary>Very much that is due: what it costs to wait for it, and how fast a thousand people are told at one instant, beside the engine alone.</summary>
public static class DueLoad
{
    private const int ATime = 1_000;
    private const int Seconds = 20;
    private const int WarmUp = 200;

    public static async Task Run(int items, int people, Report report)
    {
        await using var team = await Team.Open();
        for (var person = 1; person <= people; person++)
            team.Directory.Add($"p{person}", "Europe/Lisbon");

        // Everybody's first is due at one instant, their next two wait for the engine alone; all others are due on some later day.
        var atOnce = Instant.FromUtc(2040, 1, 2, 9, 0);
        var watch = Stopwatch.StartNew();
        for (var first = 1; first <= items; first += ATime)
        {
            var batch = new Batch(Team.Workspace, "fill");
            for (var number = first; number < Math.Min(items + 1, first + ATime); number++)
                Add(batch, number, OwnerOf(number, people), number <= 3 * people && number % 3 == 1 ? atOnce : atOnce + Duration.FromHours(number));
            await team.Store.Commit(batch, CancellationToken.None);
        }

        var early = new Batch(Team.Workspace, "fill");
        for (var number = items + 1; number <= items + WarmUp; number++)
            Add(early, number, TestDirectory.IdOf($"w{number}"), atOnce - Duration.FromHours(1));
        await team.Store.Commit(early, CancellationToken.None);
        report.Figure($"write {items} items", watch.Elapsed.TotalSeconds, "s");
        await Wait(team.CopyOfFiles(), report);
        await Fire(team, atOnce, people, report);
    }

    private static void Add(Batch batch, int number, PersonId person, Instant at)
    {
        var to = ConversationId.Of(person);
        batch.Put(DueItem.Type, ItemOf(number, person, at), Batch.New);
        batch.Enqueue(Queues.Jobs, $"due {number}", $"tell {to}", at, new Tell(to));
    }

    private static DueItem ItemOf(int number, PersonId person, Instant at)
    {
        var to = ConversationId.Of(person);
        return new DueItem(
            number, person, to, to, $"Task {number} that must not slip, with as many words as people use", DueTime.Of(at, "Europe/Lisbon"), null, [], false,
            DueState.Open, Team.Start, [new DueEvent(Team.Start, person, DueDeed.Added)], Next: at);
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

    private static async Task Fire(Team team, Instant atOnce, int people, Report report)
    {
        // What runs for the first time is compiled first; a bot that waits for this has long run.
        await Told(team, atOnce - Duration.FromHours(1), WarmUp);
        var first = await Commits(team, atOnce, people, 2);
        var before = team.Chat.Messages.Count;
        team.Clock.Reset(atOnce);
        var watch = Stopwatch.StartNew();
        await team.RunJobs();
        var fired = people / watch.Elapsed.TotalSeconds;
        watch.Restart();
        await team.Deliver();
        var delivered = people / watch.Elapsed.TotalSeconds;

        // Whoever comes first finds the file cold, so the engine goes both before and behind, and its better time counts.
        var engine = Math.Max(first, await Commits(team, atOnce, people, 3));
        report.Figure("the same commits, nothing decided", engine, "/s");
        report.Figure($"{people} fire at one instant", fired, "/s");
        report.Figure("  beside the same commits", fired / engine, "", atLeast: 0.5);
        report.Figure("  delivered", delivered, "/s");
        var told = team.Chat.Messages.Skip(before).Select(message => message.In).Distinct().Count();
        report.Truth("told", $"{told} people", told == people ? [] : [$"{people} should have been told"]);
    }

    private static async Task Told(Team team, Instant at, int most)
    {
        team.Clock.Reset(at);
        await team.RunJobs();
        await team.Deliver();
        if (team.Chat.Messages.Count != most)
            throw new InvalidOperationException($"{team.Chat.Messages.Count} were told instead of {most}.");
    }

    private static PersonId OwnerOf(int number, int people) => TestDirectory.IdOf($"p{(number - 1) / 3 % people + 1}");

    /// <summary>The commits of as many firings, made ready before: an item that was told, the end of its waiting, and a message.</summary>
    private static async Task<double> Commits(Team team, Instant at, int commits, int from)
    {
        var batches = new List<Batch>();
        for (var number = from; number <= 3 * commits; number += 3)
        {
            var person = OwnerOf(number, commits);
            var (to, then) = (ConversationId.Of(person), at + Duration.FromHours(number));
            var item = ItemOf(number, person, then);
            var told = item.After(new DueEvent(at, PersonId.Bot, DueDeed.ToldDue, Until: then)) with { Said = ["time"], Next = then + Duration.FromDays(30) };
            var batch = new Batch(Team.Workspace, "engine");
            batch.Put(DueItem.Type, told, 1);
            batch.Cancel(Queues.Jobs, $"due {number}");
            batch.Enqueue(Queues.Jobs, $"due {number}", $"tell {to}", then + Duration.FromDays(30), new Tell(to));
            var post = new Post(to, DueText.Reminder(item, Telling.Due, then, 0, then), Subject: $"due {number}", Quotes: [$"due {number}"]);
            batch.Enqueue(Queues.Outbox, $"engine.{number}", to.Value, then, post);
            batches.Add(batch);
        }

        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (batch, ct) => await team.Store.Commit(batch, ct));
        return commits / watch.Elapsed.TotalSeconds;
    }
}
