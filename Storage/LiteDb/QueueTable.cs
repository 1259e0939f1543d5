using LiteDB;

namespace AsyncBot.Storage.LiteDb;

/// <summary>All queues: their order in memory, their bodies in the file with the latest ones at hand.</summary>
internal sealed class QueueTable
{
    private const long BodyCacheBytes = 2 << 20;

    private readonly DatabaseFile _file;
    private readonly TimeProvider _time;
    private readonly ReadCache<Body> _bodies = new(BodyCacheBytes, body => 200 + 2L * (body.Key.Length + body.Json.Length));
    private readonly Dictionary<string, QueueIndex> _queues = new(StringComparer.Ordinal);
    private long _sequence;
    private long _fence;

    /// <param name="opens">How often the file was opened: fences of earlier times are smaller than any of this time.</param>
    public QueueTable(DatabaseFile file, TimeProvider time, long opens)
    {
        _file = file;
        _time = time;
        _fence = opens << 32;
        foreach (var row in file.All(DatabaseFile.Queue, Rows.QueueFields))
        {
            var item = Rows.Item(row);
            Named(item.Queue).Add(item);
            _sequence = Math.Max(_sequence, item.Sequence);
        }
    }

    public QueueIndex Named(string queue)
    {
        if (!_queues.TryGetValue(queue, out var index))
            _queues[queue] = index = new QueueIndex(_time, () => ++_fence);
        return index;
    }

    public List<Body> Bodies(IReadOnlyList<QueueItem> items)
    {
        var found = new Dictionary<string, Body>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var item in items)
            if (_bodies.Find(item.Key) is { } known)
                found[item.Key] = known;
            else
                missing.Add(item.Key);
        if (missing.Count > 0)
            foreach (var body in _file.Read(DatabaseFile.Queue, missing).Select(Rows.QueueBody))
                found[body.Key] = body;
        // A missing row fails its checksum like any other damage.
        return [.. items.Select(item => found.GetValueOrDefault(item.Key) ?? new Body(item.Key, 0, "", 0))];
    }

    public void Apply(PreparedBatch batch, GroupChanges changes)
    {
        foreach (var end in batch.Ends)
            End(end, changes);
        foreach (var change in batch.Changes)
            if (change is { Item: { } item, Body: { } body })
                Enqueue(item, body, changes);
            else if (Named(change.Queue).Find(batch.Workspace, change.Id) is { } waiting)
                Remove(waiting, changes);
    }

    /// <summary>Writes what changed, inside the transaction of the caller.</summary>
    public void Write(GroupChanges changes)
    {
        var rows = new List<BsonDocument>();
        var gone = new List<string>();
        foreach (var change in changes.Items.OrderBy(change => change.Key, StringComparer.Ordinal))
            if (change.After is { } item)
                rows.Add(Rows.Of(item, change.Body ?? Bodies([item])[0]));
            else
                gone.Add(change.Key);
        _file.Upsert(DatabaseFile.Queue, rows);
        _file.Delete(DatabaseFile.Queue, gone);
    }

    /// <summary>Removes everything of a workspace, inside the transaction of the caller.</summary>
    public void Clear(WorkspaceId workspace)
    {
        var changes = new GroupChanges();
        foreach (var item in _queues.Values.SelectMany(queue => queue.Of(workspace)).ToList())
            Remove(item, changes);
        Write(changes);
    }

    private void End(LeaseEnd end, GroupChanges changes)
    {
        var queue = Named(end.Lease.Queue);
        var item = queue.Find(end.Lease.Workspace, end.Lease.Id)!;
        if (end.IsReleased)
        {
            queue.Release(item);
            return;
        }
        if (end.ParkedFor is { } reason)
            queue.Park(item, reason);
        else if (end.RetryAt is { } at)
            queue.Retry(item, at);
        else
        {
            Remove(item, changes);
            return;
        }
        changes.Set(new ItemChange(item.Key, item, null));
    }

    private void Enqueue(QueueItem item, Body body, GroupChanges changes)
    {
        var queue = Named(item.Queue);
        if (queue.Find(item.Workspace, item.Id) is not null)
            return;
        item.Sequence = ++_sequence;
        queue.Add(item);
        _bodies.Set(item.Key, body);
        changes.Set(new ItemChange(item.Key, item, body));
    }

    private void Remove(QueueItem item, GroupChanges changes)
    {
        Named(item.Queue).Remove(item);
        _bodies.Remove(item.Key);
        changes.Set(new ItemChange(item.Key, null, null));
    }
}
