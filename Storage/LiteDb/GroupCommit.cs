namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// Commits several batches in one transaction, because the wait for the disk is nearly all that a commit costs.
/// Each is checked against everything before it, so a conflict fails its own batch and no other.
/// </summary>
internal sealed class GroupCommit(DatabaseFile file, DocumentTable documents, QueueTable queues)
{
    /// <returns>Why each batch was refused, in their order; null for those that are now on disk.</returns>
    public Exception?[] Commit(IReadOnlyList<PreparedBatch> batches)
    {
        var changes = new GroupChanges();
        var outcomes = new Exception?[batches.Count];
        for (var i = 0; i < batches.Count; i++)
            outcomes[i] = Apply(batches[i], changes);

        if (changes.IsEmpty)
            return outcomes;
        file.InTransaction(() =>
        {
            documents.Write(changes);
            queues.Write(changes);
        });
        documents.Publish(changes);
        return outcomes;
    }

    private Exception? Apply(PreparedBatch batch, GroupChanges changes)
    {
        var writes = new List<DocumentChange>(batch.Documents.Count);
        foreach (var document in batch.Documents)
        {
            DocumentChange change;
            try
            {
                change = changes.Find(document.Key) ?? Unchanged(batch.Workspace, document);
            }
            catch (DocumentDamagedException damaged)
            {
                return damaged;
            }
            if ((change.After?.Version ?? Batch.New) != document.Expected)
                return new ConflictException($"{document.Kind} {document.Id}");
            writes.Add(change with { After = document.Next });
        }
        var ended = new HashSet<(string, WorkspaceId, string)>();
        foreach (var lease in batch.Ends.Select(end => end.Lease))
            if (!queues.Named(lease.Queue).Holds(lease) || !ended.Add((lease.Queue, lease.Workspace, lease.Id)))
                return new ConflictException($"{lease.Queue} {lease.Id}");

        // Nothing can refuse the batch any more. Should the disk fail, this state is never looked at again.
        foreach (var write in writes)
            changes.Set(write);
        queues.Apply(batch, changes);
        return null;
    }

    private DocumentChange Unchanged(WorkspaceId workspace, PreparedDocument document)
    {
        var now = documents.Find(document.Key, document.Kind, document.Id);
        return new DocumentChange(document.Key, workspace, document.Kind, document.Id, now, now);
    }
}
