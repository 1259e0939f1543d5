using LiteDB.Engine;

namespace AsyncBot.Storage.LiteDb;

/// <summary>Everything that belongs to the database thread.</summary>
internal sealed class Database : IDisposable
{
    private readonly DatabaseFile _file;

    public Database(string path, LiteEngine engine, ReadCache<DocumentState> cache, TimeProvider time, TimeSpan patience)
    {
        _file = new DatabaseFile(engine, path, patience);
        try
        {
            Queues = new QueueTable(_file, time, Migrations.Run(_file, path));
        }
        catch (StoreOpenException)
        {
            _file.Dispose();
            throw;
        }
        Documents = new DocumentTable(_file, cache);
        Commits = new GroupCommit(_file, Documents, Queues);
    }

    public DocumentTable Documents { get; }

    public QueueTable Queues { get; }

    public GroupCommit Commits { get; }

    public void Dispose() => _file.Dispose();
}
