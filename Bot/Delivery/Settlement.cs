using AsyncBot.Core.Documents;

namespace AsyncBot.Bot.Delivery;

/// <summary>
/// Knows when everything that a turn caused, and that was due at once, has been done and delivered. The playground's calls wait for it,
/// so that a script sees all consequences in the answer; nothing else uses it.
/// </summary>
public sealed class Settlement(IClock clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Queue, WorkspaceId Workspace, string Id), string> _waiting = [];
    private readonly Dictionary<string, Open> _causes = [];

    /// <summary>Watching costs memory for each waiting thing, so it is off where nobody asks.</summary>
    public bool IsOn { get; set; }

    /// <summary>Completes when nothing that this turn caused is waiting any more.</summary>
    public Task Of(string cause)
    {
        lock (_gate)
            return _causes.TryGetValue(cause, out var open) ? open.Done.Task : Task.CompletedTask;
    }

    /// <summary>Nothing is waiting any more, because everything was cleared or nothing will be delivered.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            foreach (var open in _causes.Values)
                open.Done.SetResult();
            _waiting.Clear();
            _causes.Clear();
        }
    }

    internal IReadOnlyList<(string, WorkspaceId, string)> Begin(Batch batch)
    {
        if (!IsOn)
            return [];
        var begun = new List<(string, WorkspaceId, string)>();
        var now = clock.GetCurrentInstant();
        lock (_gate)
        {
            foreach (var item in batch.Writes.OfType<EnqueueItem>().Where(item => item.Due <= now))
            {
                var key = (item.Queue, batch.Workspace, item.Id);
                if (!_waiting.TryAdd(key, batch.Cause))
                    continue;
                begun.Add(key);
                if (!_causes.TryGetValue(batch.Cause, out var open))
                    _causes[batch.Cause] = open = new Open();
                open.Count++;
            }
        }

        return begun;
    }

    internal void Failed(IReadOnlyList<(string, WorkspaceId, string)> begun)
    {
        lock (_gate)
        {
            foreach (var key in begun)
                End(key);
        }
    }

    internal void Committed(Batch batch)
    {
        if (!IsOn)
            return;
        var now = clock.GetCurrentInstant();
        var begun = batch.Writes.OfType<EnqueueItem>().Where(item => item.Due <= now).Select(item => (item.Queue, item.Id)).ToHashSet();
        lock (_gate)
        {
            foreach (var write in batch.Writes)
            {
                // What is called off and asked for anew in one commit is still waited for.
                if (EndedBy(write) is { } ended && !(write is CancelItem && begun.Contains(ended)))
                    End((ended.Queue, batch.Workspace, ended.Id));
            }
        }
    }

    /// <summary>What is put off is settled for now: it is no longer due.</summary>
    private static (string Queue, string Id)? EndedBy(Write write) => write switch
    {
        AckItem item => (item.Lease.Queue, item.Lease.Id),
        RetryItem item => (item.Lease.Queue, item.Lease.Id),
        ReleaseItem item => (item.Lease.Queue, item.Lease.Id),
        ParkItem item => (item.Lease.Queue, item.Lease.Id),
        CancelItem item => (item.Queue, item.Id),
        _ => null,
    };

    private void End((string, WorkspaceId, string) key)
    {
        if (!_waiting.Remove(key, out var cause) || --_causes[cause].Count > 0)
            return;
        _causes.Remove(cause, out var open);
        open!.Done.SetResult();
    }

    private sealed class Open
    {
        public int Count { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
