using AsyncBot.Bot.Delivery;

namespace AsyncBot.Bot.Hosting;

/// <summary>Real time; the only place that names the system's clock.</summary>
public sealed class SystemBotClock : IBotClock
{
    /// <summary>A long sleep is cut, so that a clock that was set is noticed.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

#pragma warning disable RS0030 // the one use of the system clock; everything else is given an IClock
    private static readonly SystemClock System = SystemClock.Instance;
#pragma warning restore RS0030

    /// <summary>Whole microseconds, because that is what every storage engine can give back.</summary>
    public Instant GetCurrentInstant() => Instant.FromUnixTimeTicks(System.GetCurrentInstant().ToUnixTimeTicks() / 10 * 10);

    public Task Reaches(Instant? due, CancellationToken ct)
    {
        if (due is not { } instant)
            return Task.Delay(Timeout.InfiniteTimeSpan, ct);
        var wait = (instant - GetCurrentInstant()).ToTimeSpan();
        return wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait < Longest ? wait : Longest, ct);
    }
}
