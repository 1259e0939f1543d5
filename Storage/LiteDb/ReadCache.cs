using System.Collections.Concurrent;

namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// What was read or written lately, so that most reads never wait for the database thread. Only that thread writes to it,
/// and before a commit is reported, so whoever has seen their commit return reads it here. Anyone may look things up.
/// </summary>
internal sealed class ReadCache<T>(long mostBytes, Func<T, long> sizeOf) where T : class
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly System.Collections.Generic.Queue<Entry> _order = new();
    private long _bytes;

    public long Bytes => _bytes;

    /// <summary>How many places in the order are taken, by what is here and by what was.</summary>
    public int Traces => _order.Count;

    public T? Find(string key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            return null;
        entry.Used = true;
        return entry.Value;
    }

    public void Set(string key, T value)
    {
        var size = sizeOf(value);
        if (_entries.TryGetValue(key, out var entry))
        {
            _bytes += size - entry.Size;
            entry.Value = value;
            entry.Size = size;
        }
        else
        {
            entry = new Entry(key, value, size);
            _entries[key] = entry;
            _order.Enqueue(entry);
            _bytes += size;
        }
        MakeRoom();
    }

    public void Remove(string key)
    {
        if (_entries.TryRemove(key, out var entry))
        {
            _bytes -= entry.Size;
            entry.Size = -1;
        }
        if (_order.Count > 2 * _entries.Count + 1000)
            ForgetRemoved();
    }

    public void Clear()
    {
        _entries.Clear();
        _order.Clear();
        _bytes = 0;
    }

    /// <summary>The oldest goes, unless it was used since it was last looked at: then it gets another round.</summary>
    private void MakeRoom()
    {
        while (_bytes > mostBytes && _order.TryDequeue(out var oldest))
        {
            if (oldest.Size < 0)
                continue;
            if (oldest.Used)
            {
                oldest.Used = false;
                _order.Enqueue(oldest);
                continue;
            }
            _entries.TryRemove(oldest.Key, out _);
            _bytes -= oldest.Size;
        }
    }

    private void ForgetRemoved()
    {
        for (var left = _order.Count; left > 0; left--)
        {
            var entry = _order.Dequeue();
            if (entry.Size >= 0)
                _order.Enqueue(entry);
        }
    }

    private sealed class Entry(string key, T value, long size)
    {
        private volatile T _value = value;
        private volatile bool _used;

        public string Key { get; } = key;

        public long Size { get; set; } = size;

        public T Value { get => _value; set => _value = value; }

        public bool Used { get => _used; set => _used = value; }
    }
}
