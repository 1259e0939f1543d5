using AsyncBot.Core.Documents;

namespace AsyncBot.Bot.Delivery;

/// <summary>The store, with the loops told of every commit, so that they sleep until there is something to do.</summary>
public sealed class WatchedStore(IStore store, Settlement settlement) : IStore
{
    private readonly Dictionary<string, WakeUp> _wakeUps = [];

    /// <summary>Called when a commit changed this queue.</summary>
    public WakeUp On(string queue)
    {
        lock (_wakeUps)
            return _wakeUps.TryGetValue(queue, out var known) ? known : _wakeUps[queue] = new WakeUp();
    }

    public async Task Commit(Batch batch, CancellationToken ct)
    {
        var begun = settlement.Begin(batch);
        try
        {
            await store.Commit(batch, ct);
        }
        catch
        {
            settlement.Failed(begun);
            throw;
        }

        settlement.Committed(batch);
        foreach (var queue in batch.Writes.Select(QueueOf).Distinct())
        {
            if (queue is not null)
                On(queue).Call();
        }
    }

    public Task<Stored<T>?> Find<T>(WorkspaceId workspace, DocumentType<T> type, string id, CancellationToken ct) where T : class =>
        store.Find(workspace, type, id, ct);

    public Task<IReadOnlyList<Stored<T>>> Query<T>(WorkspaceId workspace, DocumentType<T> type, Slice slice, CancellationToken ct) where T : class =>
        store.Query(workspace, type, slice, ct);

    public Task Clear(WorkspaceId workspace, CancellationToken ct) => store.Clear(workspace, ct);

    public Task<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken ct) => store.Workspaces(ct);

    public Task<Instant?> NextDue<T>(DueQueue<T> queue, CancellationToken ct) where T : class => store.NextDue(queue, ct);

    public Task<IReadOnlyList<Lease<T>>> Take<T>(DueQueue<T> queue, Instant due, int max, Duration lease, CancellationToken ct) where T : class =>
        store.Take(queue, due, max, lease, ct);

    public Task<IReadOnlyList<Parked<T>>> Parked<T>(DueQueue<T> queue, WorkspaceId workspace, CancellationToken ct) where T : class =>
        store.Parked(queue, workspace, ct);

    private static string? QueueOf(Write write) => write switch
    {
        EnqueueItem item => item.Queue,
        RetryItem item => item.Lease.Queue,
        AckItem item => item.Lease.Queue,
        ReleaseItem item => item.Lease.Queue,
        ParkItem item => item.Lease.Queue,
        CancelItem item => item.Queue,
        _ => null,
    };
}
