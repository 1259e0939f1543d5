namespace AsyncBot.Bot.Slack.Api;

/// <summary>
/// Keeps the bot within Slack's limits. A method that Slack has stopped answers at once how long it stays stopped, alone; a message waits
/// for its channel's turn; everything else is let through or put off, and never queued.
/// </summary>
public sealed class SlackThrottle(TimeProvider time)
{
    private const int FewestSwept = 1_000;

    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(1);

    /// <summary>A message whose turn is further away is put off by whoever sends it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly Lock _guard = new();
    private readonly Dictionary<(string Method, string? Channel), Gate> _gates = [];
    private readonly long _start = time.GetTimestamp();
    private int _sweepAt = FewestSwept;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>How many channels and methods are remembered.</summary>
    public int Remembered
    {
        get
        {
            lock (_guard)
                return _gates.Count;
        }
    }

    /// <summary>Waits until a call may go out.</summary>
    /// <returns>Null when it may; otherwise the time in which it may not.</returns>
    public async ValueTask<TimeSpan?> Enter(ISlackMethod method, string? channel, CancellationToken ct)
    {
        TimeSpan wait;
        lock (_guard)
        {
            var gate = GateOf(method, channel);
            if (gate.StoppedUntil > Now)
                return gate.StoppedUntil - Now;
            if (method.Tier != SlackTier.PerChannel)
                return gate.Take(Now, PerMinute(method.Tier));
            wait = gate.Next - Now;
            if (wait > LongestWait)
                return wait;
            gate.Next = (wait > TimeSpan.Zero ? gate.Next : Now) + BetweenMessages;
        }

        if (wait <= TimeSpan.Zero)
            return null;
        await Task.Delay(wait, time, ct);
        lock (_guard)
            return GateOf(method, channel).StoppedUntil is var until && until > Now ? until - Now : null;
    }

    /// <summary>Slack asked to be left alone: by this method, or by messages in this channel.</summary>
    public void Stop(ISlackMethod method, string? channel, TimeSpan after)
    {
        lock (_guard)
        {
            var gate = GateOf(method, channel);
            if (Now + after > gate.StoppedUntil)
                gate.StoppedUntil = Now + after;
        }
    }

    private static int PerMinute(SlackTier tier) => tier switch
    {
        SlackTier.Tier1 => 1,
        SlackTier.Tier2 => 20,
        SlackTier.Tier3 => 50,
        SlackTier.Tier4 => 100,
        _ => 600,
    };

    private Gate GateOf(ISlackMethod method, string? channel)
    {
        var key = (method.Name, method.Tier == SlackTier.PerChannel ? channel : null);
        if (_gates.TryGetValue(key, out var known))
            return known;
        if (_gates.Count >= _sweepAt)
            Sweep();
        return _gates[key] = new Gate(Now);
    }

    private void Sweep()
    {
        foreach (var (key, _) in _gates.Where(each => each.Key.Channel is not null && each.Value.Next <= Now && each.Value.StoppedUntil <= Now).ToList())
            _gates.Remove(key);
        _sweepAt = Math.Max(FewestSwept, 2 * _gates.Count);
    }

    private sealed class Gate(TimeSpan now)
    {
        private TimeSpan _filled = now;
        private double? _left;

        public TimeSpan StoppedUntil { get; set; }

        public TimeSpan Next { get; set; }

        /// <summary>Takes one of the calls of a minute; they come back one by one.</summary>
        /// <returns>Null when there was one; otherwise the time until there is.</returns>
        public TimeSpan? Take(TimeSpan now, int perMinute)
        {
            var left = Math.Min(perMinute, (_left ?? perMinute) + (now - _filled).TotalMinutes * perMinute);
            (_filled, _left) = (now, left >= 1 ? left - 1 : left);
            return left >= 1 ? null : TimeSpan.FromMinutes((1 - left) / perMinute) + TimeSpan.FromMilliseconds(1);
        }
    }
}
