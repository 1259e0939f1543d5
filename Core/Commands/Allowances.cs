namespace AsyncBot.Core.Commands;

/// <summary>How much each of many may still ask for: so many at once, and more as time passes. It costs nothing while nobody asks.</summary>
/// <param name="atOnce">What somebody may ask for who has long asked for nothing.</param>
public sealed class Allowances<TKey>(int atOnce, double perMinute, TimeProvider time)
    where TKey : notnull
{
    /// <summary>Strangers can come from any number of addresses, so those whose allowance is whole again are forgotten.</summary>
    private const int Many = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Allowance> _allowances = [];
    private int _looksAt = Many;

    public bool Allows(TKey key)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (_allowances.Count >= _looksAt)
                ForgetWhole(now);
            var left = _allowances.TryGetValue(key, out var before) ? Left(before, now) : atOnce;
            _allowances[key] = new Allowance(left < 1 ? left : left - 1, now);
            return left >= 1;
        }
    }

    private void ForgetWhole(long now)
    {
        foreach (var (key, _) in _allowances.Where(each => Left(each.Value, now) >= atOnce).ToList())
            _allowances.Remove(key);
        _looksAt = Math.Max(Many, 2 * _allowances.Count);
    }

    private double Left(Allowance allowance, long now) =>
        Math.Min(atOnce, allowance.Left + time.GetElapsedTime(allowance.At, now).TotalMinutes * perMinute);

    private readonly record struct Allowance(double Left, long At);
}
