using AsyncBot.TestKit;

namespace AsyncBot.Benchmarks;

/// <summary>Ideas by many clients at once against the same ideas one at a time.</summary>
public static class Load
{
    public static async Task Run(int ideas, int clients, Report report)
    {
        using var folder = new TemporaryFolder();
        var database = folder.File("asyncbot.db");
        var ledger = new Ledger();
        await using (var bot = await BotProcess.Start(database))
        {
            var crowd = new Crowd(bot, ledger);
            Show(report, $"add, {clients} at once, fresh process", await crowd.Add(ideas, clients));
            report.Truth("answers", $"{ledger.Count} ideas, numbers 1 to {ideas}", [.. ledger.WrongAnswers, .. ledger.Gaps()]);

            var alone = await crowd.Add(Math.Max(100, ideas / 5), 1);
            Show(report, "add, one at a time", alone);
            var together = await crowd.Add(ideas, clients);
            Show(report, $"add, {clients} at once", together, isPromised: true);
            report.Figure("at once / one at a time", together.PerSecond / alone.PerSecond, "times", atLeast: 2);
            report.Figure("peak memory", bot.PeakMegabytes, "MB");
            await ShowList(report, bot);
            await bot.Stop();
        }

        await using var again = await BotProcess.Start(database);
        report.Figure("restart to ready", again.Ready.TotalMilliseconds, "ms", atMost: 3_000);
        var differences = await ledger.Compare(new PlaygroundClient(again.Http), TimeSpan.Zero);
        report.Truth("after the restart", $"{ledger.Count} ideas", [.. ledger.WrongAnswers, .. ledger.Gaps(), .. differences]);
    }

    public static void Show(Report report, string what, Timings timings, bool isPromised = false)
    {
        report.Figure(what, timings.PerSecond, "/s", atLeast: isPromised ? 400 : null);
        report.Figure("  p50", timings.At(0.5), "ms");
        report.Figure("  p99", timings.At(0.99), "ms", atMost: isPromised ? 250 : null);
        report.Figure("  CPU each", timings.CpuMilliseconds, "ms", atMost: isPromised ? 1.5 : null);
    }

    public static async Task ShowList(Report report, BotProcess bot)
    {
        var client = new PlaygroundClient(bot.Http);
        var list = await Timings.Of(bot, 300, () => client.Say("ben", "/idea list"));
        report.Figure("idea list, p50", list.At(0.5), "ms", atMost: 5);
        report.Figure("  p99", list.At(0.99), "ms");
        report.Figure("  CPU each", list.CpuMilliseconds, "ms");
    }
}
