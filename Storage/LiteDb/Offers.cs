namespace AsyncBot.Storage.LiteDb;

/// <summary>What a queue could hand out: the things without a lane, and the first one of each lane that nobody holds.</summary>
internal sealed class Offers
{
    /// <summary>By due time and then in the order of their commits.</summary>
    public static readonly Comparer<QueueItem> InOrder = Comparer<QueueItem>.Create((left, right) =>
        left.Due != right.Due ? left.Due.CompareTo(right.Due) : left.Sequence.CompareTo(right.Sequence));

    private static readonly Comparer<QueueItem> ByRetry = Comparer<QueueItem>.Create((left, right) =>
        left.ReadyAt != right.ReadyAt ? left.ReadyAt.CompareTo(right.ReadyAt) : left.Sequence.CompareTo(right.Sequence));

    private readonly SortedSet<QueueItem> _fresh = new(InOrder);

    // Retried things wait by the time of their retry; once that has come they keep their old place, which is another order.
    private readonly SortedSet<QueueItem> _retrying = new(ByRetry);
    private readonly SortedSet<QueueItem> _back = new(InOrder);
    private readonly SortedSet<QueueItem> _backByRetry = new(ByRetry);

    public void Add(QueueItem item) => (item.NotBefore is null ? _fresh : _retrying).Add(item);

    public void Remove(QueueItem item)
    {
        if (!_fresh.Remove(item) && !_retrying.Remove(item) && _back.Remove(item))
            _backByRetry.Remove(item);
    }

    public long? NextDue()
    {
        var next = Math.Min(
            _fresh.Min?.Due ?? long.MaxValue,
            Math.Min(_retrying.Min?.ReadyAt ?? long.MaxValue, _backByRetry.Min?.ReadyAt ?? long.MaxValue));
        return next == long.MaxValue ? null : next;
    }

    /// <summary>The first thing in order that is due by then.</summary>
    public QueueItem? First(long due)
    {
        while (_retrying.Min is { } item && item.ReadyAt <= due)
        {
            _retrying.Remove(item);
            _back.Add(item);
            _backByRetry.Add(item);
        }
        while (_backByRetry.Max is { } item && item.ReadyAt > due) // the bot's clock was set back
        {
            Remove(item);
            _retrying.Add(item);
        }
        var first = _fresh.Min is not { } fresh ? _back.Min
            : _back.Min is not { } back || InOrder.Compare(fresh, back) < 0 ? fresh
            : back;
        return first?.Due <= due ? first : null;
    }
}
