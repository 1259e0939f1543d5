using System.Runtime.InteropServices;
using AsyncBot.TestKit;

namespace AsyncBot.Benchmarks;

/// <summary>Kills the bot with SIGKILL at a random moment of the load, again and again on the same file, and compares what is there with what was answered.</summary>
public static class Kill
{
    private static readonly TimeSpan Delivery = TimeSpan.FromSeconds(5);

    public static async Task Run(int rounds, int clients, Report report)
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await Run(folder.File("asyncbot.db"), rounds, clients, report, stop.Token);
        }
        catch when (stop.IsCancellationRequested)
        {
            report.Truth("interrupted", "", ["the rest was not tried"]);
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true; // so that the bot is ended and the folder removed first
            stop.Cancel();
        }
    }

    private static async Task Run(string database, int rounds, int clients, Report report, CancellationToken ct)
    {
        var ledger = new Ledger();
        for (var kills = 0; ; kills++)
        {
            await using var bot = await BotProcess.Start(database);
            if (kills > 0)
            {
                report.Figure($"kill {kills}: restart to ready", bot.Ready.TotalMilliseconds, "ms", atMost: 3_000);
                report.Truth("  answered so far", $"{ledger.Count} ideas", [.. ledger.WrongAnswers, .. await ledger.Compare(new PlaygroundClient(bot.Http), Delivery)]);
            }
            if (kills == rounds)
                return;

            var load = new Crowd(bot, ledger).AddUntilGone(clients);
            try
            {
                await Amid(ledger, ct);
            }
            finally
            {
                await bot.Kill();
                await load;
            }
        }
    }

    /// <summary>Some moment after some answer, so that also a slow machine is killed at work.</summary>
    private static async Task Amid(Ledger ledger, CancellationToken ct)
    {
        var enough = ledger.Count + Random.Shared.Next(1, 500);
        var until = Environment.TickCount64 + 20_000;
        while (ledger.Count < enough && Environment.TickCount64 < until)
            await Task.Delay(1, ct);
        await Task.Delay(Random.Shared.Next(0, 50), ct);
    }
}
