namespace AsyncBot.Core.Documents;

/// <summary>
/// Everything one turn changes, committed together or not at all: documents, jobs, outgoing messages and the end of the lease it worked under.
/// </summary>
/// <param name="cause">The turn at the root of this change; whatever is enqueued here carries it on.</param>
public sealed class Batch(WorkspaceId workspace, string cause)
{
    /// <summary>The expected version of a document that must not exist yet. A document put this way is a claim on its id.</summary>
    public const long New = 0;

    private readonly List<Write> _writes = [];
    private readonly Dictionary<(string Kind, string Id), int> _documents = [];

    public WorkspaceId Workspace { get; } = workspace;

    public string Cause { get; } = cause;

    public IReadOnlyList<Write> Writes => _writes;

    public bool IsEmpty => _writes.Count == 0;

    /// <summary>
    /// Stores a document if its version is still <paramref name="expected"/>. Putting it twice keeps the first expectation and the last body.
    /// </summary>
    public void Put<T>(DocumentType<T> type, T document, long expected) where T : class =>
        Set(new PutDocument(type.Kind, type.IdOf(document), expected, document, typeof(T), type.EntriesOf(document)));

    public void Delete<T>(DocumentType<T> type, string id, long expected) where T : class =>
        Set(new DeleteDocument(type.Kind, id, expected));

    /// <summary>Adds a thing that falls due. The same id again, while the first is waiting, changes nothing.</summary>
    public void Enqueue<T>(DueQueue<T> queue, string id, string lane, Instant due, T body) where T : class =>
        _writes.Add(new EnqueueItem(queue.Name, id, lane, due, body, typeof(T)));

    /// <summary>Takes a waiting thing out of its queue, if it is still there.</summary>
    public void Cancel<T>(DueQueue<T> queue, string id) where T : class => _writes.Add(new CancelItem(queue.Name, id));

    /// <summary>The thing is done.</summary>
    public void Ack(Lease lease) => _writes.Add(new AckItem(lease));

    /// <summary>The thing is tried again at <paramref name="at"/>; it keeps its place, so its lane waits with it.</summary>
    public void Retry(Lease lease, Instant at) => _writes.Add(new RetryItem(lease, at));

    /// <summary>The thing was not begun: it keeps its place, and this time does not count as an attempt.</summary>
    public void Release(Lease lease) => _writes.Add(new ReleaseItem(lease));

    /// <summary>The thing is given up on and kept for an admin to see; its lane goes on.</summary>
    public void Park(Lease lease, string reason) => _writes.Add(new ParkItem(lease, reason));

    private void Set(DocumentWrite write)
    {
        var key = (write.Kind, write.Id);
        if (_documents.TryGetValue(key, out var at))
            _writes[at] = write with { Expected = ((DocumentWrite)_writes[at]).Expected };
        else
        {
            _documents[key] = _writes.Count;
            _writes.Add(write);
        }
    }
}

/// <summary>One change of a <see cref="Batch"/>, in the form that storage engines read.</summary>
public abstract record Write;

public abstract record DocumentWrite(string Kind, string Id, long Expected) : Write;

public sealed record PutDocument(string Kind, string Id, long Expected, object Body, Type BodyType, IReadOnlyList<IndexEntry> Entries)
    : DocumentWrite(Kind, Id, Expected);

public sealed record DeleteDocument(string Kind, string Id, long Expected) : DocumentWrite(Kind, Id, Expected);

public sealed record EnqueueItem(string Queue, string Id, string Lane, Instant Due, object Body, Type BodyType) : Write;

public sealed record CancelItem(string Queue, string Id) : Write;

public sealed record AckItem(Lease Lease) : Write;

public sealed record RetryItem(Lease Lease, Instant At) : Write;

public sealed record ReleaseItem(Lease Lease) : Write;

public sealed record ParkItem(Lease Lease, string Reason) : Write;
