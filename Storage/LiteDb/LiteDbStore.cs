using AsyncBot.Storage.Json;

namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// Keeps everything in one file, so that a team can run AsyncBot without a database server.
/// A call that was accepted is carried out even if its token is cancelled while it waits.
/// </summary>
public sealed class LiteDbStore : IStore, IAsyncDisposable
{
    private readonly string _path;
    private readonly DocumentJson _json;
    private readonly TimeProvider _time;
    private readonly LockFile _lock;
    private readonly Memory _memory;
    private readonly DatabaseThread _thread;

    private LiteDbStore(string path, LiteDbOptions options, DocumentJson json, TimeProvider time, Func<string, IDiskFile> open)
    {
        _path = path;
        _json = json;
        _time = time;
        _lock = LockFile.Hold(path);
        _memory = new Memory(options.CacheBytes);
        _thread = new DatabaseThread(Opened, options.GroupSize);

        Database Opened() => DatabaseFiles.IsForeign(path)
            ? throw Unusable(path, null)
            : new Database(path, open, _memory, time, options.Patience);
    }

    /// <summary>Completes with what went wrong when the engine has failed and the process should end; otherwise never.</summary>
    public Task<Exception> Failure => _thread.Failure;

    /// <param name="time">Real time: leases run out by its monotonic clock.</param>
    /// <exception cref="StoreOpenException">The file can't be used; says what to do.</exception>
    public static Task<LiteDbStore> Open(LiteDbOptions options, DocumentJson json, TimeProvider time) =>
        Open(options, json, time, path => new DiskFile(path));

    /// <param name="open">Tests give files that break.</param>
    internal static async Task<LiteDbStore> Open(LiteDbOptions options, DocumentJson json, TimeProvider time, Func<string, IDiskFile> open)
    {
        var path = Path.GetFullPath(options.Path);
        LiteDbStore? store = null;
        try
        {
            if (Directory.Exists(path))
                throw new StoreOpenException($"{path} is a folder: set Storage:Path to a file in it.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            store = new LiteDbStore(path, options, json, time, open);
            await store._thread.Opened.ConfigureAwait(false);
            return store;
        }
        catch (Exception exception)
        {
            store?._lock.Dispose();
            throw exception switch
            {
                StoreOpenException => exception,
                UnauthorizedAccessException or IOException => new StoreOpenException(
                    $"{path} can't be opened for writing: make its folder writable and check the disk, or set Storage:Path to another file.",
                    exception),
                _ => Unusable(path, exception),
            };
        }
    }

    public async Task<Stored<T>?> Find<T>(WorkspaceId workspace, DocumentType<T> type, string id, CancellationToken ct) where T : class
    {
        ct.ThrowIfCancellationRequested();
        _thread.RefuseWhenFailed();
        var key = Keys.Document(workspace, type.Kind, id);
        var found = _memory.Find(key);
        if (found is null && !_memory.IsAbsent(key))
            found = await _thread.Find(key, type.Kind, id).ConfigureAwait(false);
        return found?.Stored<T>(_json, type.Kind);
    }

    public async Task<IReadOnlyList<Stored<T>>> Query<T>(WorkspaceId workspace, DocumentType<T> type, Slice slice, CancellationToken ct) where T : class
    {
        ct.ThrowIfCancellationRequested();
        _thread.RefuseWhenFailed();
        var run = Keys.Run(workspace, type.Kind, slice);
        if (_memory.Find(run, slice) is { } known)
            return known.Stored<T>(_json, type.Kind);
        var range = Keys.Range(workspace, type.Kind, slice);
        ArgumentOutOfRangeException.ThrowIfNegative(slice.Take);
        if (slice.Take == 0 || string.CompareOrdinal(range.From, range.To) >= 0)
            return [];
        var found = await _thread.Read(database => database.Documents.Query(workspace, type.Kind, run, slice, range)).ConfigureAwait(false);
        return found.Stored<T>(_json, type.Kind);
    }

    public Task Commit(Batch batch, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _thread.RefuseWhenFailed();
        return batch.IsEmpty ? Task.CompletedTask : _thread.Commit(PreparedBatch.Of(batch, _json));
    }

    public Task Clear(WorkspaceId workspace, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return _thread.Read(database =>
        {
            database.Clear(workspace);
            return true;
        });
    }

    public Task<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return _thread.Read(database => database.Documents.Workspaces());
    }

    public async Task<Instant?> NextDue<T>(DueQueue<T> queue, CancellationToken ct) where T : class
    {
        ct.ThrowIfCancellationRequested();
        return await _thread.Read(database => database.Queues.Named(queue.Name).NextDue()).ConfigureAwait(false) is { } due
            ? MicrosecondInstant.Of(due)
            : null;
    }

    public async Task<IReadOnlyList<Lease<T>>> Take<T>(DueQueue<T> queue, Instant due, int max, Duration lease, CancellationToken ct) where T : class
    {
        ct.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        var taken = await _thread.Read(database =>
        {
            var items = database.Queues.Named(queue.Name).Take(due.Microseconds(), max, lease.ToTimeSpan());
            var until = Instant.FromDateTimeOffset(_time.GetUtcNow()).Cut() + lease;
            return items.Zip(database.Queues.Bodies(items), (item, body) => (Lease: LeaseOf(item, until), Body: body)).ToList();
        }).ConfigureAwait(false);

        var leases = new List<Lease<T>>(taken.Count);
        DocumentDamagedException? damage = null;
        var unreadable = new HashSet<long>();
        foreach (var (one, body) in taken)
        {
            try
            {
                var read = Readable<T>(body, one);
                leases.Add(new Lease<T>(one.Queue, one.Workspace, one.Id, one.Lane, one.Cause, one.Due, one.Attempt, one.Fence, one.Until, read));
            }
            catch (DocumentDamagedException damaged)
            {
                damage ??= damaged;
                unreadable.Add(one.Fence);
            }
        }
        if (damage is null)
            return leases;

        await _thread.Read(database =>
        {
            var back = taken.Select(one => one.Lease).Select(one => (one.Workspace, one.Id, one.Fence, unreadable.Contains(one.Fence)));
            database.Queues.Named(queue.Name).TakeBack(back);
            return 0;
        }).ConfigureAwait(false);
        throw damage;
    }

    public async Task<IReadOnlyList<Parked<T>>> Parked<T>(DueQueue<T> queue, WorkspaceId workspace, CancellationToken ct) where T : class
    {
        ct.ThrowIfCancellationRequested();
        var parked = await _thread.Read(database =>
        {
            var items = database.Queues.Named(queue.Name).Parked(workspace);
            return items.Zip(database.Queues.Bodies(items)).ToList();
        }).ConfigureAwait(false);
        return parked.ConvertAll(one =>
        {
            var (item, body) = one;
            body.Verify(item.Queue, item.Id);
            var read = body.Value<T>(_json, item.Queue, item.Id);
            return new Parked<T>(item.Id, item.Lane, MicrosecondInstant.Of(item.Due), item.Attempts, item.ParkedFor ?? "", read);
        });
    }

    /// <summary>How large the files are now.</summary>
    public StoreSize Size() => new(LengthOf(_path), LengthOf(DatabaseFiles.LogPath(_path)));

    /// <summary>Finishes what was accepted, moves the log into the file and lets another process have it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _thread.End().ConfigureAwait(false);
        _lock.Dispose();
    }

    private static StoreOpenException Unusable(string path, Exception? exception) =>
        new($"{path} is damaged or not a database of AsyncBot: restore it and its -log file from a backup, or set Storage:Path to another file.", exception);

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static Lease LeaseOf(QueueItem item, Instant until) =>
        new(item.Queue, item.Workspace, item.Id, item.Lane, item.Cause, MicrosecondInstant.Of(item.Due), item.Attempts, item.Fence, until);

    private T Readable<T>(Body body, Lease lease) where T : class
    {
        body.Verify(lease.Queue, lease.Id);
        return body.Value<T>(_json, lease.Queue, lease.Id);
    }
}
