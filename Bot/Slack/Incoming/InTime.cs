using AsyncBot.Core.Commands;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>
/// Keeps Slack's three seconds: what is done in time is answered at once, and what takes longer is acknowledged, finished, and answered
/// afterwards. The process waits for what it acknowledged before it ends.
/// </summary>
public sealed partial class InTime(TimeProvider time, ILogger<InTime> log) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly HashSet<Task> _underway = [];

    /// <param name="work">What was asked for.</param>
    /// <param name="now">The answer in time.</param>
    /// <param name="later">The answer after the acknowledgement.</param>
    public async ValueTask<SlackReply> Answer(Func<Task<(Inbound, Answer)>> work, Func<Inbound, Answer, Task<SlackReply>> now, Func<Inbound, Answer, Task> later)
    {
        var working = work();
        if (!working.IsCompleted && !await IsDone(working))
        {
            Go(Later(working, later));
            return SlackReply.Acknowledged;
        }

        var (inbound, answer) = await working;
        return await now(inbound, answer);
    }

    /// <summary>Does something that Slack does not wait for.</summary>
    public void Go(Task task)
    {
        if (task.IsCompletedSuccessfully)
            return;
        lock (_underway)
            _underway.Add(task);
        _ = Watch(task);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] underway;
        lock (_underway)
            underway = [.. _underway];
        await Task.WhenAll(underway).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> IsDone(Task working)
    {
        using var called = new CancellationTokenSource();
        var done = await Task.WhenAny(working, Task.Delay(Patience, time, called.Token)) == working;
        await called.CancelAsync();
        return done;
    }

    private static async Task Later(Task<(Inbound Inbound, Answer Answer)> working, Func<Inbound, Answer, Task> later)
    {
        var (inbound, answer) = await working;
        await later(inbound, answer);
    }

    private async Task Watch(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception error)
        {
            Failed(error);
        }
        finally
        {
            lock (_underway)
                _underway.Remove(task);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer could not be given")]
    private partial void Failed(Exception error);
}
