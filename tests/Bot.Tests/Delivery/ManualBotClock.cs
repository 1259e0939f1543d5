using System.Threading.Channels;
using AsyncBot.Bot.Delivery;

namespace AsyncBot.Bot.Tests.Delivery;

/// <summary>A clock that the test moves, and that tells when a loop has gone to sleep by it.</summary>
internal sealed class ManualBotClock : IBotClock
{
    private readonly Channel<Instant?> _sleeps = Channel.CreateUnbounded<Instant?>();
    private readonly Lock _gate = new();
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Instant _now = Instant.FromUtc(2026, 3, 9, 12, 0);

    public Instant GetCurrentInstant()
    {
        lock (_gate)
            return _now;
    }

    public async Task Reaches(Instant? due, CancellationToken ct)
    {
        await _sleeps.Writer.WriteAsync(due, ct);
        while (true)
        {
            Task moved;
            lock (_gate)
            {
                if (due <= _now)
                    return;
                moved = _moved.Task;
            }

            await moved.WaitAsync(ct);
        }
    }

    /// <summary>Until when the loop sleeps, when it next goes to sleep.</summary>
    public async Task<Instant?> NextSleep() => await _sleeps.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Whether it went to sleep oftener than the test has seen.</summary>
    public bool HasUnseenSleeps => _sleeps.Reader.Count > 0;

    public void MoveTo(Instant instant)
    {
        TaskCompletionSource moved;
        lock (_gate)
        {
            _now = instant;
            (moved, _moved) = (_moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        moved.SetResult();
    }
}
