namespace AsyncBot.Bot.Slack.Socket;

/// <summary>
/// Lets a bot without a public address hear from Slack: it keeps connections open to Slack and acknowledges every envelope on the one it
/// came over. Two of them, begun apart, so that one is there while the other is renewed.
/// </summary>
public sealed partial class SocketMode(
    ISocketTickets tickets,
    ISocketHandler handler,
    SocketTiming timing,
    TimeProvider time,
    ILogger<SocketMode> log) : BackgroundService
{
    public SocketHealth Health { get; } = new(time);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, timing.Connections).Select(number => Keep(number, stoppingToken)));

    private async Task Keep(int number, CancellationToken stop)
    {
        await Task.Delay(timing.Stagger * number, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await new SocketSlot(tickets, handler, timing, Health, time, log).Run(stop);
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                Stumbled(log, error.GetType().Name); // no message: it could name an address with its ticket
                await Task.Delay(timing.LongestWait, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Socket Mode stumbled ({Error}) and goes on")]
    private static partial void Stumbled(ILogger log, string error);
}
