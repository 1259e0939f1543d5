using AsyncBot.Core.Documents;

namespace AsyncBot.TestKit;

/// <summary>A store that counts reads and commits, and lets a test get in before one.</summary>
public sealed class CountingStore(IStore store) : IStore
{
    private int _commits;
    private int _reads;

    /// <summary>Commits that were tried, with or without success.</summary>
    public int Commits => Volatile.Read(ref _commits);

    /// <summary>Documents and lists that were asked for.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Runs before each commit; what it throws, the commit throws.</summary>
    public Func<Batch, Task>? BeforeCommit { get; set; }

    public async Task Commit(Batch batch, CancellationToken ct)
    {
        Interlocked.Increment(ref _commits);
        if (BeforeCommit is { } before)
            await before(batch);
        await store.Commit(batch, ct);
    }

    public Task<Stored<T>?> Find<T>(WorkspaceId workspace, DocumentType<T> type, string id, CancellationToken ct) where T : class
    {
        Interlocked.Increment(ref _reads);
        return store.Find(workspace, type, id, ct);
    }

    public Task<IReadOnlyList<Stored<T>>> Query<T>(WorkspaceId workspace, DocumentType<T> type, Slice slice, CancellationToken ct) where T : class
    {
        Interlocked.Increment(ref _reads);
        return store.Query(workspace, type, slice, ct);
    }

    public Task Clear(WorkspaceId workspace, CancellationToken ct) => store.Clear(workspace, ct);

    public Task<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken ct) => store.Workspaces(ct);

    public Task<Instant?> NextDue<T>(DueQueue<T> queue, CancellationToken ct) where T : class => store.NextDue(queue, ct);

    public Task<IReadOnlyList<Lease<T>>> Take<T>(DueQueue<T> queue, Instant due, int max, Duration lease, CancellationToken ct) where T : class =>
        store.Take(queue, due, max, lease, ct);

    public Task<IReadOnlyList<Parked<T>>> Parked<T>(DueQueue<T> queue, WorkspaceId workspace, CancellationToken ct) where T : class =>
        store.Parked(queue, workspace, ct);
}
