using System.Collections.Concurrent;
using AsyncBot.Bot.Delivery;
using AsyncBot.Core.Documents;
using Microsoft.Extensions.Logging;

namespace AsyncBot.Bot.Tests.Delivery;

public sealed class DueLoopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private DeliveryStore _delivery = null!;
    private DueLoop<Errand> _loop = null!;
    private RecordingLog _log = null!;
    private int _looked;
    private readonly ConcurrentQueue<string> _done = new();
    private Func<Lease<Errand>, Task> _run = null!;
    private Func<Exception?> _failure = null!;

    [SetUp]
    public async Task Open()
    {
        _delivery = await DeliveryStore.Open();
        _log = new RecordingLog();
        _looked = 0;
        _done.Clear();
        _run = _ => Task.CompletedTask;
        _failure = () => null;
        _loop = new DueLoop<Errand>(DeliveryStore.Errands, _delivery.Store, _delivery.Clock, Start, _log);
    }

    [TearDown]
    public async Task Close()
    {
        await _loop.StopAsync(default);
        _loop.Dispose();
        await _delivery.DisposeAsync();
    }

    [Test]
    public async Task An_idle_loop_looks_once_and_sleeps_until_something_concerns_it()
    {
        await _loop.StartAsync(default);
        Assert.That(await _delivery.Clock.NextSleep(), Is.Null);
        Assert.That(_looked, Is.EqualTo(1));

        for (var i = 0; i < 10; i++)
        {
            await _delivery.Commit(batch => batch.Put(DeliveryStore.Notes, new Errand($"note {i}"), Batch.New));
            await _delivery.Commit(batch => batch.Enqueue(DeliveryStore.Others, $"other {i}", "", Now, new Errand("other")));
        }
        await _delivery.Enqueue("tomorrow", Duration.FromDays(1));

        Assert.That(await _delivery.Clock.NextSleep(), Is.EqualTo(Now + Duration.FromDays(1)));
        Assert.That(_looked, Is.EqualTo(2));
        Assert.That(_delivery.Clock.HasUnseenSleeps, Is.False);
    }

    [Test]
    public async Task The_loop_wakes_when_the_clock_reaches_what_it_waits_for()
    {
        await _delivery.Enqueue("tomorrow", Duration.FromDays(1));
        await _loop.StartAsync(default);
        var due = (await _delivery.Clock.NextSleep())!.Value;

        _delivery.Clock.MoveTo(due - Duration.FromMilliseconds(1));
        Assert.That(_done, Is.Empty);
        _delivery.Clock.MoveTo(due);

        Assert.That(await SleepWithout("tomorrow"), Is.Null);
        Assert.That(_done, Is.EqualTo(new[] { "tomorrow" }));
    }

    [Test]
    public async Task The_loop_wakes_for_something_earlier_and_for_something_due_now()
    {
        await _delivery.Enqueue("tomorrow", Duration.FromDays(1));
        await _loop.StartAsync(default);
        await _delivery.Clock.NextSleep();

        await _delivery.Enqueue("in an hour", Duration.FromHours(1));
        Assert.That(await _delivery.Clock.NextSleep(), Is.EqualTo(Now + Duration.FromHours(1)));
        await _delivery.Enqueue("now");

        Assert.That(await SleepWithout("now"), Is.EqualTo(Now + Duration.FromHours(1)));
        Assert.That(_done, Is.EqualTo(new[] { "now" }));
    }

    [Test]
    public async Task What_fails_is_logged_and_the_loop_goes_on()
    {
        var failures = new Queue<Exception?>([new InvalidOperationException("the first"), null]);
        _failure = () => failures.Count > 0 ? failures.Dequeue() : null;
        await _delivery.Enqueue("now");

        await _loop.StartAsync(default);

        await SleepWithout("now");
        Assert.That(_done, Is.EqualTo(new[] { "now" }));
        Assert.That(_log.Errors.Select(error => error?.Message), Is.EqualTo(new[] { "the first" }));
    }

    [Test]
    public async Task An_errand_that_fails_is_logged_and_holds_up_neither_the_loop_nor_whoever_wants_to_hold_it()
    {
        _run = lease => lease.Id == "bad" ? Task.FromException(new InvalidOperationException("bad")) : Task.CompletedTask;
        var slow = new TaskCompletionSource();
        await _delivery.Enqueue("bad");
        await _loop.StartAsync(default);
        await _delivery.Clock.NextSleep();
        await _delivery.Enqueue("good");
        await SleepWithout("good");
        var begun = new TaskCompletionSource();
        _run = _ =>
        {
            begun.SetResult();
            return slow.Task;
        };
        await _delivery.Enqueue("slow and bad");
        await begun.Task.WaitAsync(Patience);

        var holding = _loop.Hold(default);
        slow.SetException(new InvalidOperationException("slow and bad"));
        (await holding.WaitAsync(Patience)).Dispose();
        (await _loop.Hold(default).WaitAsync(Patience)).Dispose();

        Assert.That(_done, Is.EqualTo(new[] { "good" }));
        Assert.That(_log.Errors.Select(error => error?.Message), Is.EqualTo(new[] { "bad", "slow and bad" }));
    }

    [Test]
    public async Task Who_holds_the_loop_runs_the_queue_alone_and_sees_what_was_begun_end_first()
    {
        var slow = new TaskCompletionSource();
        _run = _ => slow.Task;
        await _delivery.Enqueue("slow");
        await _loop.StartAsync(default);
        await _delivery.Clock.NextSleep();

        var holding = _loop.Hold(default);
        Assert.That(holding.IsCompleted, Is.False);
        slow.SetResult();
        using (await holding.WaitAsync(Patience))
        {
            Assert.That(_done, Is.EqualTo(new[] { "slow" }));
            await _delivery.Enqueue("by hand");
            await _delivery.Enqueue("tomorrow", Duration.FromDays(1));
            await _loop.RunDue(Now, default);
            Assert.That(_done, Is.EqualTo(new[] { "slow", "by hand" }));
            await _loop.RunDue(Now + Duration.FromDays(1), default);
            Assert.That(_done, Is.EqualTo(new[] { "slow", "by hand", "tomorrow" }));
        }

        await _delivery.Enqueue("after");
        await SleepWithout("after");
        Assert.That(_done, Has.Member("after"));
    }

    [Test]
    public async Task An_orderly_stop_finishes_what_was_begun()
    {
        var slow = new TaskCompletionSource();
        _run = _ => slow.Task;
        await _delivery.Enqueue("slow");
        await _loop.StartAsync(default);
        await _delivery.Clock.NextSleep();

        var stopping = _loop.StopAsync(default);
        Assert.That(stopping.IsCompleted, Is.False);
        slow.SetResult();
        await stopping.WaitAsync(Patience);

        Assert.That(_done, Is.EqualTo(new[] { "slow" }));
    }

    [Test]
    public async Task When_the_store_failed_the_loop_ends()
    {
        _failure = () => new StoreFailedException("gone");

        await _loop.StartAsync(default);

        await _loop.ExecuteTask!.WaitAsync(Patience);
        Assert.That(_looked, Is.EqualTo(1));
    }

    private Instant Now => _delivery.Clock.GetCurrentInstant();

    /// <summary>Waits until the loop sleeps with this errand done, and says until when.</summary>
    private async Task<Instant?> SleepWithout(string errand)
    {
        var until = await _delivery.Clock.NextSleep();
        while (!_done.Contains(errand) || until <= Now)
            until = await _delivery.Clock.NextSleep();
        while (_delivery.Clock.HasUnseenSleeps)
            until = await _delivery.Clock.NextSleep();
        return until;
    }

    private async Task<IReadOnlyList<Task>> Start(Instant now, CancellationToken ct)
    {
        Interlocked.Increment(ref _looked);
        if (_failure() is { } failure)
            throw failure;
        var leases = await _delivery.Store.Take(DeliveryStore.Errands, now, 100, Duration.FromMinutes(5), ct);
        return [.. leases.Select(Run)];
    }

    private async Task Run(Lease<Errand> lease)
    {
        await _run(lease);
        await _delivery.Commit(batch => batch.Ack(lease));
        _done.Enqueue(lease.Id);
    }

    private sealed class RecordingLog : ILogger
    {
        public ConcurrentQueue<Exception?> Errors { get; } = new();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
                Errors.Enqueue(exception);
        }
    }
}
