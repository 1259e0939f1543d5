namespace AsyncBot.TestKit;

/// <summary>Real time for tests of waiting: it passes when the test says so, and timers go off in their order while it does.</summary>
public sealed class SteppedTime : TimeProvider
{
    private readonly Lock _guard = new();
    private readonly List<Timer> _timers = [];
    private long _ticks = new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Pass(Duration time)
    {
        var end = GetTimestamp() + time.BclCompatibleTicks;
        while (Next(end) is { } timer)
            timer.GoOff();
        Interlocked.Exchange(ref _ticks, end);
    }

    /// <summary>Passes to the next timer if it was set for no longer than this; long timers are time-outs, which a test does not mean.</summary>
    public void PassToNext(Duration longest)
    {
        if (Next(long.MaxValue, longest.BclCompatibleTicks) is { } timer)
            timer.GoOff();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private Timer? Next(long end, long longest = long.MaxValue)
    {
        lock (_guard)
        {
            if (_timers.Where(timer => timer.Due <= end && timer.Length <= longest).MinBy(timer => timer.Due) is not { } next)
                return null;
            _timers.Remove(next);
            Interlocked.Exchange(ref _ticks, Math.Max(_ticks, next.Due));
            return next;
        }
    }

    private sealed class Timer(SteppedTime time, TimerCallback callback, object? state) : ITimer
    {
        public long Due { get; private set; }

        public long Length { get; private set; }

        public void GoOff() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._guard)
            {
                time._timers.Remove(this);
                if (dueTime < TimeSpan.Zero)
                    return true;
                Length = dueTime.Ticks;
                Due = time.GetTimestamp() + dueTime.Ticks;
                time._timers.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
