namespace AsyncBot.Storage.LiteDb;

/// <summary>Something the database thread does for somebody who waits.</summary>
internal abstract class Work
{
    public abstract void Fail(Exception failure);
}

/// <summary>Anything but a commit.</summary>
internal abstract class ReadWork : Work
{
    public abstract void Run(Database database);
}

internal class ReadWork<T>(Func<Database, T> read) : ReadWork
{
    // The continuation of a caller must never run on the database thread: it could wait for that very thread.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Done => _done.Task;

    public override void Run(Database database)
    {
        try
        {
            _done.SetResult(read(database));
        }
        catch (DocumentDamagedException damaged)
        {
            _done.SetException(damaged);
        }
    }

    public override void Fail(Exception failure) => _done.TrySetException(failure);
}

/// <summary>A look for one document. Those that wait at a time are read together.</summary>
internal sealed class FindWork(string key, string kind, string id) : ReadWork<DocumentState?>(database => database.Documents.Find(key, kind, id))
{
    public string Key { get; } = key;
}

internal sealed class CommitWork(PreparedBatch batch) : Work
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PreparedBatch Batch { get; } = batch;

    public Task Done => _done.Task;

    public void Complete(Exception? refusal)
    {
        if (refusal is null)
            _done.SetResult();
        else
            _done.SetException(refusal);
    }

    public override void Fail(Exception failure) => _done.TrySetException(failure);
}
