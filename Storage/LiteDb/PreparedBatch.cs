using AsyncBot.Storage.Json;

namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// A batch with all that can be done on the thread of its caller already done: refused if it can't be stored, written as JSON, summed.
/// </summary>
internal sealed class PreparedBatch
{
    private PreparedBatch(WorkspaceId workspace) => Workspace = workspace;

    public WorkspaceId Workspace { get; }

    public List<PreparedDocument> Documents { get; } = [];

    /// <summary>Acks, retries, releases and parks. They come first, so that a thing may enqueue its own next occurrence under the same id.</summary>
    public List<LeaseEnd> Ends { get; } = [];

    /// <summary>Enqueues and cancels, in the order of the batch.</summary>
    public List<QueueChange> Changes { get; } = [];

    /// <exception cref="ArgumentException">An id or a body can't be stored.</exception>
    public static PreparedBatch Of(Batch batch, DocumentJson json)
    {
        var prepared = new PreparedBatch(batch.Workspace);
        foreach (var write in batch.Writes)
            prepared.Add(write, batch, json);
        return prepared;
    }

    private void Add(Write write, Batch batch, DocumentJson json)
    {
        switch (write)
        {
            case PutDocument put:
                var key = Keys.Document(Workspace, put.Kind, put.Id);
                var entries = put.Entries.Select(Keys.Entry).Distinct(StringComparer.Ordinal).ToArray();
                foreach (var entry in entries)
                    Keys.Entry(Workspace, put.Kind, entry, put.Id);
                var body = Body.Of(key, put.Expected + 1, json.Write(put.Body, put.BodyType));
                Documents.Add(new PreparedDocument(key, put.Kind, put.Id, put.Expected, new DocumentState(body, entries)));
                break;
            case DeleteDocument delete:
                Documents.Add(new PreparedDocument(Keys.Document(Workspace, delete.Kind, delete.Id), delete.Kind, delete.Id, delete.Expected, null));
                break;
            case EnqueueItem enqueue:
                ArgumentNullException.ThrowIfNull(enqueue.Lane);
                var itemKey = Keys.QueueItem(enqueue.Queue, Workspace, enqueue.Id);
                Changes.Add(new QueueChange(
                    enqueue.Queue,
                    enqueue.Id,
                    new QueueItem(itemKey, enqueue.Queue, Workspace, enqueue.Id, enqueue.Lane, batch.Cause, enqueue.Due.Microseconds()),
                    Body.Of(itemKey, 0, json.Write(enqueue.Body, enqueue.BodyType))));
                break;
            case CancelItem cancel:
                Changes.Add(new QueueChange(cancel.Queue, cancel.Id, null, null));
                break;
            case AckItem ack:
                Ends.Add(new LeaseEnd(ack.Lease, null, null));
                break;
            case RetryItem retry:
                Ends.Add(new LeaseEnd(retry.Lease, retry.At.Microseconds(), null));
                break;
            case ReleaseItem release:
                Ends.Add(new LeaseEnd(release.Lease, null, null, IsReleased: true));
                break;
            case ParkItem park:
                Ends.Add(new LeaseEnd(park.Lease, null, park.Reason));
                break;
            default:
                throw new NotSupportedException($"{write.GetType().Name} is unknown to the LiteDB engine.");
        }
    }
}

/// <param name="Next">Null deletes the document.</param>
internal sealed record PreparedDocument(string Key, string Kind, string Id, long Expected, DocumentState? Next);

/// <param name="RetryAt">Set for a retry, in microseconds since 1970.</param>
/// <param name="ParkedFor">Set for a park.</param>
/// <param name="IsReleased">Given back untried.</param>
internal sealed record LeaseEnd(Lease Lease, long? RetryAt, string? ParkedFor, bool IsReleased = false);

/// <param name="Item">Null cancels.</param>
internal sealed record QueueChange(string Queue, string Id, QueueItem? Item, Body? Body);
