using System.Threading.Channels;

namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// The one thread that touches the file. Any exception that is not an answer means that the engine can't be trusted any more
/// (after a full disk it refuses even reads, other errors leak transactions until none is left):
/// everyone who waits is told so, and nothing is accepted after it.
/// </summary>
internal sealed class DatabaseThread
{
    private readonly Channel<Work> _work = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Exception> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _groupSize;
    private volatile StoreFailedException? _failed;

    /// <param name="open">Called on the thread itself.</param>
    public DatabaseThread(Func<Database> open, int groupSize)
    {
        _groupSize = groupSize;
        new Thread(() => Run(open)) { IsBackground = true, Name = "LiteDB" }.Start();
    }

    /// <summary>Completes when the file is open, or fails with why it is not.</summary>
    public Task Opened => _opened.Task;

    public Task<Exception> Failure => _failure.Task;

    public Task<T> Read<T>(Func<Database, T> read) => Handed(new ReadWork<T>(read));

    public Task<DocumentState?> Find(string key, string kind, string id) => Handed(new FindWork(key, kind, id));

    public Task Commit(PreparedBatch batch)
    {
        var work = new CommitWork(batch);
        Hand(work);
        return work.Done;
    }

    public void RefuseWhenFailed()
    {
        if (_failed is { } failed)
            throw Told(failed);
    }

    /// <summary>Finishes what was accepted and closes the file.</summary>
    public Task End()
    {
        _work.Writer.TryComplete();
        return _ended.Task;
    }

    private Task<T> Handed<T>(ReadWork<T> work)
    {
        Hand(work);
        return work.Done;
    }

    private void Hand(Work work)
    {
        if (!_work.Writer.TryWrite(work))
        {
            RefuseWhenFailed();
            throw new ObjectDisposedException(nameof(LiteDbStore));
        }
    }

    private void Run(Func<Database> open)
    {
        var group = new List<CommitWork>();
        var finds = new List<FindWork>();
        try
        {
            var database = open();
            _opened.SetResult();
            while (_work.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                Gather(database, group, finds);
                if (group.Count > 0)
                    Commit(database, group);
                group.Clear();
                finds.Clear();
            }
            database.Dispose();
        }
        catch (Exception exception) // the engine throws whatever its broken pages lead to, NullReferenceException included
        {
            if (!_opened.TrySetException(exception))
                Fail(exception, [.. group, .. finds]);
        }
        _ended.SetResult();
    }

    /// <summary>Collects the commits that wait and answers the reads among them at once: nobody has been told yet that those commits are done.</summary>
    private void Gather(Database database, List<CommitWork> group, List<FindWork> finds)
    {
        for (var reads = 0; group.Count < _groupSize && reads < _groupSize && _work.Reader.TryRead(out var work);)
        {
            if (work is CommitWork commit)
            {
                group.Add(commit);
                continue;
            }

            reads++;
            if (work is FindWork find)
                finds.Add(find);
            else
                Answer((ReadWork)work, database);
        }

        database.Documents.Remember(finds.ConvertAll(find => find.Key));
        finds.ForEach(find => Answer(find, database));
    }

    private static void Answer(ReadWork work, Database database)
    {
        try
        {
            work.Run(database);
        }
        catch
        {
            work.Fail(OutcomeUnknown(null));
            throw;
        }
    }

    private static void Commit(Database database, List<CommitWork> group)
    {
        var refusals = database.Commits.Commit(group.ConvertAll(work => work.Batch));
        for (var i = 0; i < refusals.Length; i++)
            group[i].Complete(refusals[i]);
    }

    private void Fail(Exception exception, List<Work> waiting)
    {
        // The engine is left as it is, like after a kill: closing it would write once more from a memory that can't be trusted.
        _failed = OutcomeUnknown(exception);
        _work.Writer.TryComplete();
        foreach (var work in waiting)
            work.Fail(Told(_failed));
        while (_work.Reader.TryRead(out var work))
            work.Fail(Told(_failed));
        _failure.SetResult(exception);
    }

    /// <summary>A new one for each caller, because an exception that is thrown twice loses its stack.</summary>
    private static StoreFailedException Told(StoreFailedException failed) => new(failed.Message, failed.InnerException);

    private static StoreFailedException OutcomeUnknown(Exception? exception) => new(
        "The database failed, so whether this was stored is unknown until AsyncBot has started again; repeating it then is safe.",
        exception);
}
