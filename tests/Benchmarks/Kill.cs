using AsyncBot.TestKit;

namespace AsyncBot.Benchmarks;

/// <summary>Kills the bot with SIGKILL at a random moment of the load, again and again on the same file, and compares what is there with what was answered.</summary>
public static class Kill
{
    private static readonly TimeSpan Delivery = TimeSpan.FromSeconds(5);

    public static async Task Run(int rounds, int clients, Report report)
    {
        using var folder = new TemporaryFolder();
        var database = folder.File("asyncbot.db");
        var ledger = new Ledger();
        var bot = await BotProcess.Start(database);
        try
        {
            for (var round = 1; round <= rounds; round++)
            {
                var load = new Crowd(bot, ledger).AddUntilGone(clients);
                await Amid(ledger);
                await bot.Kill();
                await load;
                await bot.DisposeAsync();

                bot = await BotProcess.Start(database);
                report.Figure($"kill {round}: restart to ready", bot.Ready.TotalMilliseconds, "ms", atMost: 3_000);
                report.Truth("  answered so far", $"{ledger.Count} ideas", [.. ledger.WrongAnswers, .. await ledger.Compare(new PlaygroundClient(bot.Http), Delivery)]);
            }
        }
        finally
        {
            await bot.DisposeAsync();
        }
    }

    /// <summary>Some moment after some answer, so that also a slow machine is killed at work.</summary>
    private static async Task Amid(Ledger ledger)
    {
        var enough = ledger.Count + Random.Shared.Next(1, 500);
        var until = Environment.TickCount64 + 20_000;
        while (ledger.Count < enough && Environment.TickCount64 < until)
            await Task.Delay(1);
        await Task.Delay(Random.Shared.Next(0, 50));
    }
}
