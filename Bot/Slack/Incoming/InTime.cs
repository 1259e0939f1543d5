namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>What came of a delivery.</summary>
/// <param name="Reply">What goes back while Slack waits.</param>
/// <param name="Otherwise">How it is answered where Slack waits no longer, or where the reply is empty.</param>
public readonly record struct Finished(SlackReply Reply, Func<Task> Otherwise)
{
    /// <summary>There is nothing to say.</summary>
    public static readonly Finished Silently = new(SlackReply.Acknowledged, () => Task.CompletedTask);

    /// <summary>Nothing was done, and Slack should deliver it again.</summary>
    public static readonly Finished Later = new(SlackReply.Later, () => Task.CompletedTask);
}

/// <summary>
/// Keeps Slack's three seconds: what is done in time is answered at once, and what takes longer is acknowledged, finished, and answered
/// afterwards. The process waits for what it began before it ends.
/// </summary>
public sealed partial class InTime(TimeProvider time, ILogger<InTime> log) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly HashSet<Task> _underway = [];

    public ValueTask<SlackReply> Answer(Func<Task<Finished>> work) => Answer(work, isDeliveredAgain: false);

    /// <summary>For what Slack delivers again until it is acknowledged: that happens when it is on disk, and not before.</summary>
    public ValueTask<SlackReply> AnswerEvent(Func<Task<Finished>> work) => Answer(work, isDeliveredAgain: true);

    private async ValueTask<SlackReply> Answer(Func<Task<Finished>> work, bool isDeliveredAgain)
    {
        var working = work();
        if (!working.IsCompleted && !await IsDone(working))
        {
            Go(isDeliveredAgain ? working : Later(working));
            return isDeliveredAgain ? SlackReply.Later : SlackReply.Acknowledged;
        }

        var finished = await working;
        if (finished.Reply is { IsTaken: true, Json.IsEmpty: true })
            Go(finished.Otherwise());
        return finished.Reply with { Otherwise = finished.Otherwise };
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
        var isDone = await Task.WhenAny(working, Task.Delay(Patience, time, called.Token)) == working;
        await called.CancelAsync();
        return isDone;
    }

    private static async Task Later(Task<Finished> working) => await (await working).Otherwise();

    /// <summary>Does something that Slack does not wait for.</summary>
    private void Go(Task task)
    {
        if (task.IsCompletedSuccessfully)
            return;
        lock (_underway)
            _underway.Add(task);
        _ = Watch(task);
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
