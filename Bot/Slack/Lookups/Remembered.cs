using System.Collections.Concurrent;

namespace AsyncBot.Bot.Slack.Lookups;

/// <summary>
/// What Slack said, for a while: each thing is asked for once however many want it, nobody waits long for the answer, and what could not be
/// found out is not asked for again at once.
/// </summary>
/// <param name="ask">Null where it could not be found out.</param>
/// <param name="outlives">Whether the last answer still counts while there is no newer one.</param>
internal sealed class Remembered<TKey, TValue>(
    Func<TKey, CancellationToken, Task<Known<TValue>?>> ask,
    TimeSpan fresh,
    bool outlives,
    int most,
    Patience patience,
    TimeProvider time)
    where TKey : notnull
{
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    /// <returns>Null where it is unknown.</returns>
    public async ValueTask<Known<TValue>?> Get(TKey key, CancellationToken ct)
    {
        var entry = Current(key);
        if (!entry.HasEarlier)
            await Wait(entry, ct);
        return entry.Latest;
    }

    /// <returns>Null where it is unknown now, whatever was known before.</returns>
    public async ValueTask<Known<TValue>?> GetFresh(TKey key, CancellationToken ct)
    {
        var entry = Current(key);
        await Wait(entry, ct);
        return entry.Newest;
    }

    /// <summary>What is known and fresh, without asking; null where there is nothing.</summary>
    public Known<TValue>? Peek(TKey key) => _entries.GetValueOrDefault(key) is { Answer.Task.IsCompleted: true } entry && !IsOld(entry) ? entry.Latest : null;

    /// <summary>What was last known, however old, without asking; null where there is nothing.</summary>
    public Known<TValue>? Last(TKey key) => _entries.GetValueOrDefault(key)?.Latest;

    public void Set(TKey key, TValue value)
    {
        _entries[key] = Entry.Of(new Known<TValue>(value), time.GetTimestamp());
        Trim();
    }

    /// <summary>Whether it is being asked for.</summary>
    public bool IsUnderWay(TKey key) => _entries.GetValueOrDefault(key) is { Answer.Task.IsCompleted: false };

    /// <summary>Keeps what came along with something else, unless something newer is known.</summary>
    /// <param name="asked">When it was asked for.</param>
    public void Offer(TKey key, TValue value, long asked)
    {
        var offered = Entry.Of(new Known<TValue>(value), asked);
        while (!_entries.TryAdd(key, offered))
        {
            if (!_entries.TryGetValue(key, out var known))
                continue;
            if (known.OfferUnderWay(value) || (known.Newest is not null && known.Ended >= asked) || _entries.TryUpdate(key, offered, known))
                return;
        }

        Trim();
    }

    /// <summary>Changes what is known without making it younger, and what is still under way when it comes.</summary>
    public void Change(TKey key, Func<TValue, TValue> change)
    {
        while (_entries.TryGetValue(key, out var entry))
        {
            if (entry.ChangeUnderWay(change) || entry.Latest is not { } known
                || _entries.TryUpdate(key, Entry.Of(new Known<TValue>(change(known.Value)), entry.Ended), entry))
                return;
        }
    }

    public void Forget(TKey key) => _entries.TryRemove(key, out _);

    public int Count => _entries.Count;

    /// <summary>Forgets what was found out longer ago than this.</summary>
    public void ForgetOlder(TimeSpan age)
    {
        foreach (var (key, entry) in _entries.Where(each => each.Value.Answer.Task.IsCompleted && time.GetElapsedTime(each.Value.Ended) >= age).ToList())
            _entries.TryRemove(KeyValuePair.Create(key, entry));
    }

    private Entry Current(TKey key)
    {
        while (true)
        {
            var known = _entries.GetValueOrDefault(key);
            if (known is not null && !IsOld(known))
                return known;
            var entry = new Entry(time.GetTimestamp(), outlives ? known?.Latest : null);
            if (known is null ? !_entries.TryAdd(key, entry) : !_entries.TryUpdate(key, entry, known))
                continue;
            Trim();
            _ = Fill(key, entry);
            return entry;
        }
    }

    private bool IsOld(Entry entry) => entry.Answer.Task.IsCompleted
        && time.GetElapsedTime(entry.Ended) > (entry.Answer.Task.Result is null ? BetweenFailures : fresh);

    private async Task Wait(Entry entry, CancellationToken ct)
    {
        if (entry.Answer.Task.IsCompleted)
            return;
        var longest = patience.LeftSince(entry.Begun);
        if (longest <= TimeSpan.Zero)
            return;
        try
        {
            await entry.Answer.Task.WaitAsync(longest, time, ct);
        }
        catch (TimeoutException)
        {
            // It comes too late for this command, and is there for the next.
        }

        if (entry.Newest is null)
            patience.WaitedInVain(entry.Begun);
    }

    private async Task Fill(TKey key, Entry entry)
    {
        Known<TValue>? answer = null;
        try
        {
            answer = await ask(key, CancellationToken.None);
            if (answer is not null)
                patience.Answered();
        }
        catch (Exception error)
        {
            patience.Broke(error); // nobody awaits this task, and whoever asked is told that it is unknown
        }
        finally
        {
            entry.End(answer, time.GetTimestamp());
        }
    }

    private void Trim()
    {
        if (_entries.Count <= most)
            return;
        foreach (var (key, entry) in _entries.Where(each => each.Value.Answer.Task.IsCompleted).OrderBy(each => each.Value.Ended).Take(1 + most / 4).ToList())
            _entries.TryRemove(KeyValuePair.Create(key, entry));
    }

    private sealed class Entry(long begun, Known<TValue>? earlier)
    {
        private readonly Lock _gate = new();
        private readonly List<Func<TValue, TValue>> _changes = [];
        private bool _isEnded;
        private Known<TValue>? _latest = earlier;

        public long Begun => begun;

        public long Ended { get; private set; }

        /// <summary>Whether there is an older answer while the new one is under way.</summary>
        public bool HasEarlier { get; } = earlier is not null;

        public TaskCompletionSource<Known<TValue>?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Known<TValue>? Latest
        {
            get
            {
                lock (_gate)
                    return _latest;
            }
        }

        /// <summary>What came of this question; null while nothing did.</summary>
        public Known<TValue>? Newest => Answer.Task.IsCompleted ? Answer.Task.Result : null;

        public static Entry Of(Known<TValue> known, long at)
        {
            var entry = new Entry(at, null);
            entry.End(known, at);
            return entry;
        }

        /// <returns>False when the answer has come.</returns>
        public bool ChangeUnderWay(Func<TValue, TValue> change)
        {
            lock (_gate)
            {
                if (_isEnded)
                    return false;
                _latest = Changed(_latest, change);
                _changes.Add(change);
                return true;
            }
        }

        /// <summary>What counts until the answer comes, and if none does.</summary>
        /// <returns>False when the answer has come.</returns>
        public bool OfferUnderWay(TValue value)
        {
            lock (_gate)
            {
                if (_isEnded)
                    return false;
                _latest = _changes.Aggregate(new Known<TValue>(value), (known, change) => new(change(known.Value)));
                return true;
            }
        }

        public void End(Known<TValue>? answer, long at)
        {
            lock (_gate)
            {
                _isEnded = true;
                answer = _changes.Aggregate(answer, Changed);
                _latest = answer ?? _latest;
                Ended = at;
            }

            Answer.SetResult(answer);
        }

        private static Known<TValue>? Changed(Known<TValue>? known, Func<TValue, TValue> change) => known is null ? null : new(change(known.Value));
    }
}

/// <summary>Something that is known, be it that there is nothing.</summary>
internal sealed record Known<T>(T Value);
