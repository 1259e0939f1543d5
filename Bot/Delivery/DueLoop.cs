using AsyncBot.Core.Documents;

namespace AsyncBot.Bot.Delivery;

/// <summary>
/// Starts what falls due in one queue, and sleeps until the next thing does or something earlier is committed. There are two:
/// the job ticker and the outbox pump.
/// </summary>
public sealed partial class DueLoop<T>(
    DueQueue<T> queue, WatchedStore store, IBotClock clock, Func<Instant, CancellationToken, Task<IReadOnlyList<Task>>> start, ILogger log) : BackgroundService
    where T : class
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A lease that runs out wakes nobody, so a sleep is at most as long as a lease.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly HashSet<Task> _running = [];

    /// <summary>Holds the loop and waits for what it started, so that somebody else can run the queue step by step.</summary>
    public async Task<IDisposable> Hold(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        await Running();
        return new Held(this);
    }

    /// <summary>Does everything that is due by an instant; the loop must be held.</summary>
    public async Task RunDue(Instant now, CancellationToken ct)
    {
        while (await start(now, ct) is { Count: > 0 } started)
            await Task.WhenAll(started);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wakeUp = store.On(queue.Name);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                wakeUp.Clear();
                if (!await StartDue(stoppingToken))
                    await Sleep(wakeUp, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (StoreFailedException)
            {
                break;
            }
            catch (Exception error)
            {
                Failed(log, queue.Name, error);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Running();
    }

    private async Task<bool> StartDue(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            // What was begun is finished also while the process stops; its lease is short.
            var started = await start(clock.GetCurrentInstant(), CancellationToken.None);
            foreach (var task in started)
                _ = Track(task);
            return started.Count > 0;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task Track(Task task)
    {
        lock (_running)
            _running.Add(task);
        try
        {
            await task;
        }
        catch (StoreFailedException)
        {
            // The host ends the process; what was leased is due again at the next start.
        }
        catch (Exception error)
        {
            Failed(log, queue.Name, error);
        }
        finally
        {
            lock (_running)
                _running.Remove(task);
            Wake();
        }
    }

    private async Task Sleep(WakeUp wakeUp, CancellationToken ct)
    {
        var next = await store.NextDue(queue, ct);
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(wakeUp.Called(awake.Token), clock.Reaches(next, awake.Token), Task.Delay(LongestSleep, awake.Token));
        await awake.CancelAsync();
    }

    private void Wake() => store.On(queue.Name).Call();

    private async Task Running()
    {
        while (true)
        {
            Task[] running;
            lock (_running)
                running = [.. _running];
            if (running.Length == 0)
                return;
            // How they end is looked at where they were begun; here it only counts that they have.
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Yield();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The loop of {Queue} stumbled and goes on")]
    private static partial void Failed(ILogger log, string queue, Exception error);

    private sealed class Held(DueLoop<T> loop) : IDisposable
    {
        public void Dispose()
        {
            loop._gate.Release();
            loop.Wake();
        }
    }
}
