namespace AsyncBot.Core.Documents;

/// <summary>Where everything is kept. No transaction, cursor or expression crosses this port, so an engine is a small thing to add.</summary>
public interface IStore
{
    Task<Stored<T>?> Find<T>(WorkspaceId workspace, DocumentType<T> type, string id, CancellationToken ct) where T : class;

    Task<IReadOnlyList<Stored<T>>> Query<T>(WorkspaceId workspace, DocumentType<T> type, Slice slice, CancellationToken ct) where T : class;

    /// <summary>Applies all of the batch or nothing; on disk when it returns. Batches are applied in the order in which they were handed over.</summary>
    /// <exception cref="ConflictException">A version moved or a lease was lost: nothing was changed; read again and decide anew.</exception>
    /// <exception cref="StoreFailedException">The engine failed: the outcome is unknown until the next start, and repeating the same batch is safe.</exception>
    Task Commit(Batch batch, CancellationToken ct);

    /// <summary>Removes everything of a workspace: documents and what is queued. For one that uninstalled the bot, and for the playground's reset.</summary>
    Task Clear(WorkspaceId workspace, CancellationToken ct);

    /// <summary>Every workspace of which there is a document.</summary>
    Task<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken ct);

    /// <summary>When the next thing that nobody holds falls due; null when nothing is waiting.</summary>
    Task<Instant?> NextDue<T>(DueQueue<T> queue, CancellationToken ct) where T : class;

    /// <summary>
    /// Hands out what is due by <paramref name="due"/>, by due time and then commit order. A lane is handed to one taker at a time:
    /// while any of its things is held or waits for a retry, the later ones of that lane stay, also those that were committed after it and fall due before.
    /// </summary>
    Task<IReadOnlyList<Lease<T>>> Take<T>(DueQueue<T> queue, Instant due, int max, Duration lease, CancellationToken ct) where T : class;

    /// <summary>What was given up on in this workspace, oldest first.</summary>
    Task<IReadOnlyList<Parked<T>>> Parked<T>(DueQueue<T> queue, WorkspaceId workspace, CancellationToken ct) where T : class;
}

/// <summary>Somebody else was faster: a document has another version than the one read, or a lease has passed on.</summary>
public sealed class ConflictException(string what) : Exception($"Changed meanwhile: {what}")
{
    /// <summary>The kind and id of the document, or the queue and id of the lease.</summary>
    public string What { get; } = what;
}

/// <summary>The storage engine failed, and this process must start anew before anything can be stored or read.</summary>
public sealed class StoreFailedException(string message, Exception? inner = null) : Exception(message, inner);
