using System.Collections.Concurrent;

namespace AsyncBot.Bot.Playground;

/// <summary>A memory of the latest things only, so that a long-running playground does not grow.</summary>
public sealed class Recent<TKey, TValue>(int most) where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _values = new();
    private readonly ConcurrentQueue<TKey> _order = new();

    public IEnumerable<TValue> Values => _values.Values;

    public TValue? Find(TKey key) => _values.GetValueOrDefault(key);

    public void Set(TKey key, TValue value)
    {
        _values[key] = value;
        Added(key);
    }

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> create) => _values.GetOrAdd(key, added =>
    {
        Added(added);
        return create(added);
    });

    /// <summary>Removes a value if it is still this one.</summary>
    public void Remove(TKey key, TValue value) => _values.TryRemove(KeyValuePair.Create(key, value));

    public void Clear()
    {
        _values.Clear();
        _order.Clear();
    }

    private void Added(TKey key)
    {
        _order.Enqueue(key);
        while (_order.Count > most && _order.TryDequeue(out var oldest))
            _values.TryRemove(oldest, out _);
    }
}
