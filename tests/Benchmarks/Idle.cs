using System.Diagnostics;
using AsyncBot.TestKit;

namespace AsyncBot.Benchmarks;

/// <summary>What it costs to have the bot and not use it.</summary>
public static class Idle
{
    public static async Task Run(int seconds, int starts, Report report)
    {
        using var folder = new TemporaryFolder();
        var ready = new List<double>();
        for (var start = 1; start < starts; start++)
        {
            await using var bot = await BotProcess.Start(folder.File($"{start}.db"));
            ready.Add(bot.Ready.TotalMilliseconds);
        }

        await using var last = await BotProcess.Start(folder.File("asyncbot.db"));
        var toStart = last.Cpu;
        ready.Add(last.Ready.TotalMilliseconds);
        report.Figure($"start to ready, median of {starts}", ready.Order().ElementAt(ready.Count / 2), "ms", atMost: 1_500);
        report.Figure("  slowest", ready.Max(), "ms");
        report.Figure("  CPU", toStart.TotalMilliseconds, "ms");

        var cpu = last.Cpu;
        var begun = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        report.Figure($"CPU over {seconds} s", (last.Cpu - cpu) / Stopwatch.GetElapsedTime(begun) * 100, "% of a core", atMost: 0.5);
        report.Figure("memory", last.ResidentMegabytes, "MB", atMost: 120);
    }
}
