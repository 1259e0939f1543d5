namespace AsyncBot.Storage.LiteDb;

/// <summary>Everything that belongs to the database thread.</summary>
internal sealed class Database : IDisposable
{
    private readonly DatabaseFile _file;

    public Database(string path, Func<string, IDiskFile> open, Memory memory, TimeProvider time, TimeSpan patience)
    {
        _file = DatabaseFile.Open(path, open, patience);
        try
        {
            Queues = new QueueTable(_file, time, Migrations.Run(_file, path));
        }
        catch (StoreOpenException)
        {
            _file.Dispose();
            throw;
        }
        Documents = new DocumentTable(_file, memory);
        Commits = new GroupCommit(_file, Documents, Queues);
    }

    public DocumentTable Documents { get; }

    public QueueTable Queues { get; }

    public GroupCommit Commits { get; }

    /// <summary>Removes a workspace in steps, so that the log stays small. What is queued goes first: nothing of it may run without its documents.</summary>
    public void Clear(WorkspaceId workspace)
    {
        const int step = 2_000;
        _file.InTransaction(() => Queues.Clear(workspace));
        Documents.ForgetRuns();
        var (from, to) = Keys.Range(workspace);
        foreach (var collection in new[] { DatabaseFile.Entries, DatabaseFile.Documents })
        {
            while (_file.KeysBetween(collection, from, to, newest: false, step) is { Count: > 0 } keys)
            {
                _file.InTransaction(() => _file.Delete(collection, keys));
                if (collection == DatabaseFile.Documents)
                    keys.ForEach(Documents.Forget);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
