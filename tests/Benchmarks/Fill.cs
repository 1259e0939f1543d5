using AsyncBot.TestKit;

namespace AsyncBot.Benchmarks;

/// <summary>A workspace of many years: what a long list costs, in time, in memory and at the next start.</summary>
public static class Fill
{
    public static async Task Run(int ideas, int clients, Report report)
    {
        using var folder = new TemporaryFolder();
        var database = folder.File("asyncbot.db");
        var ledger = new Ledger();
        await using (var bot = await BotProcess.Start(database))
        {
            var crowd = new Crowd(bot, ledger);
            Load.Show(report, $"fill with {ideas}", await crowd.Add(ideas, clients));
            Load.Show(report, "add, one at a time", await crowd.Add(200, 1));
            Load.Show(report, $"add, {clients} at once", await crowd.Add(1_000, clients));
            await Load.ShowList(report, bot);
            report.Figure("memory", bot.ResidentMegabytes, "MB", atMost: 250);
            report.Figure("peak memory", bot.PeakMegabytes, "MB");
            await bot.Stop();
        }

        report.Figure("file", Directory.GetFiles(folder.Path).Sum(file => new FileInfo(file).Length) / 1e6, "MB");
        await using var again = await BotProcess.Start(database);
        report.Figure("restart to ready", again.Ready.TotalMilliseconds, "ms", atMost: 3_000);
        var first = await new Crowd(again, ledger).Add(1, 1);
        report.Figure("first add after it", first.At(0), "ms");
        await Load.ShowList(report, again);
        report.Figure("memory", again.ResidentMegabytes, "MB", atMost: 250);
        var differences = await ledger.Compare(new PlaygroundClient(again.Http), TimeSpan.Zero);
        report.Truth("after the restart", $"{ledger.Count} ideas", [.. ledger.WrongAnswers, .. ledger.Gaps(), .. differences]);
    }
}
