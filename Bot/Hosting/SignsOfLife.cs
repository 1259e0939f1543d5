using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Hosting;

/// <summary>Notes when this process begins to do what is due, and until when it does.</summary>
public sealed partial class SignsOfLife(Uptime uptime, TimeProvider time, ILogger<SignsOfLife> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await uptime.Begin(cancellationToken);
        }
        catch (Exception error) when (error is not (StoreFailedException or OperationCanceledException))
        {
            // Without it the bot works as well, and only knows of no downtime.
            Unreadable(log, error);
            return;
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>It ends last, so nothing is done after this.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (ExecuteTask is not null)
            await Leave(uptime.Live, CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Uptime.Often.ToTimeSpan(), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Leave(uptime.LiveOn, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It stops.
        }
    }

    private async Task Leave(Func<CancellationToken, Task> sign, CancellationToken ct)
    {
        try
        {
            await sign(ct);
        }
        catch (StoreFailedException)
        {
            // The host ends the process.
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The signs of life of earlier processes can't be read, so no downtime is known")]
    private static partial void Unreadable(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "No sign of life could be left; the next is tried")]
    private static partial void Failed(ILogger log, Exception error);
}
