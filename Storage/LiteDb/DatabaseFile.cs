using System.Collections.Concurrent;
using LiteDB;
using LiteDB.Engine;

namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// The LiteDB file as its thread sees it: rows by key, runs of keys, and one way to write. LiteDB 5.0.20 returns recycled
/// pages to concurrent readers and corrupts its free list under concurrent writers (https://github.com/litedb-org/LiteDB/issues/2817
/// and /2825), so every member insists on the thread that opened it.
/// </summary>
internal sealed class DatabaseFile : IDisposable
{
    public const string Documents = "document";
    public const string Entries = "entry";
    public const string Queue = "queue";
    public const string Meta = "meta";

    private static readonly string[] Collections = [Documents, Entries, Queue, Meta];

    /// <summary>
    /// Keeps an engine that failed from the garbage collector: its transactions have finalizers that throw
    /// ("discarded page must be writable", TransactionService.cs), which would end the process before anyone is told why.
    /// </summary>
    private static readonly ConcurrentDictionary<DatabaseFile, LiteEngine> Alive = new();

    private readonly DatabaseFiles _files;
    private readonly LiteEngine _engine;
    private readonly LogBarrier _barrier;
    private readonly int _thread = Environment.CurrentManagedThreadId;

    // Parsing a condition takes as long as looking for the row, so each is parsed once and given other values.
    private readonly BsonExpression _id = BsonExpression.Create("_id");
    private readonly BsonExpression _idOnly = BsonExpression.Create("{_id}");
    private readonly BsonExpression _is = BsonExpression.Create("_id = @0", BsonValue.Null);
    private readonly BsonExpression _isAmong = BsonExpression.Create("_id IN @0", BsonValue.Null);
    private readonly BsonExpression _isBetween = BsonExpression.Create("_id BETWEEN @0 AND @1", BsonValue.Null, BsonValue.Null);
    private readonly BsonExpression _isBehind = BsonExpression.Create("_id > @0", BsonValue.Null);

    private DatabaseFile(DatabaseFiles files, TimeSpan patience)
    {
        _files = files;
        _engine = files.OpenEngine();
        _barrier = new LogBarrier(_engine, files.Log, patience);
        Alive[this] = _engine;
    }

    public static DatabaseFile Open(string path, Func<string, IDiskFile> open, TimeSpan patience)
    {
        var files = DatabaseFiles.Open(path, open);
        try
        {
            return new DatabaseFile(files, patience);
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    public BsonDocument? Read(string collection, string id) => Rows(collection, new Query
    {
        Where = { With(_is, new BsonValue(id)) },
        Limit = 1,
    }).SingleOrDefault();

    public List<BsonDocument> Read(string collection, IEnumerable<string> ids) => Rows(collection, new Query
    {
        Where = { With(_isAmong, new BsonArray(ids.Select(id => new BsonValue(id)))) },
    });

    /// <summary>The keys between two others, both included, without the rows behind them.</summary>
    public List<string> KeysBetween(string collection, string from, string to, bool newest, int take) => Rows(collection, new Query
    {
        Select = _idOnly,
        Where = { With(_isBetween, new BsonValue(from), new BsonValue(to)) },
        OrderBy = _id,
        Order = newest ? Query.Descending : Query.Ascending,
        Limit = take,
    }).ConvertAll(row => row["_id"].AsString);

    /// <summary>Everything in a collection, in runs, so that a large one doesn't have to fit into memory at once.</summary>
    /// <param name="select">The fields to read; null reads all of them.</param>
    public IEnumerable<BsonDocument> All(string collection, string? select = null)
    {
        const int run = 1000;
        var after = "";
        while (true)
        {
            var rows = Rows(collection, new Query
            {
                Select = BsonExpression.Create(select ?? "$"),
                Where = { With(_isBehind, new BsonValue(after)) },
                OrderBy = _id,
                Limit = run,
            });
            foreach (var row in rows)
                yield return row;
            if (rows.Count < run)
                yield break;
            after = rows[^1]["_id"].AsString;
        }
    }

    public void Insert(string collection, IReadOnlyCollection<BsonDocument> rows)
    {
        OnOwnThread();
        if (rows.Count > 0)
            _engine.Insert(collection, rows, BsonAutoId.ObjectId);
    }

    public void Upsert(string collection, IReadOnlyCollection<BsonDocument> rows)
    {
        OnOwnThread();
        if (rows.Count > 0)
            _engine.Upsert(collection, rows, BsonAutoId.ObjectId);
    }

    public void Delete(string collection, IReadOnlyCollection<string> ids)
    {
        OnOwnThread();
        if (ids.Count > 0)
            _engine.Delete(collection, ids.Select(id => new BsonValue(id)));
    }

    /// <summary>All of it or nothing, on disk when it returns. Whatever it throws, the outcome is unknown.</summary>
    public void InTransaction(Action write)
    {
        OnOwnThread();
        if (!_engine.BeginTrans())
            throw new InvalidOperationException("A transaction was left open.");
        write();
        // A failed operation rolls the transaction back on its own, and then the commit only says false.
        if (!_engine.Commit())
            throw new InvalidOperationException("The transaction was rolled back.");
        _barrier.Wait();
    }

    public IReadOnlyList<string> CollectionNames() =>
        Rows("$cols", new Query { Where = { BsonExpression.Create("type = 'user'") } }).ConvertAll(row => row["name"].AsString);

    /// <summary>
    /// Reading a collection while it is created closes the engine (https://github.com/litedb-org/LiteDB/issues/2792), so all exist from the start.
    /// </summary>
    public void CreateCollections()
    {
        foreach (var collection in Collections)
        {
            Insert(collection, [new BsonDocument { ["_id"] = "\u0001" }]);
            Delete(collection, ["\u0001"]);
        }
    }

    public void UseUtc()
    {
        OnOwnThread();
        _engine.Pragma("UTC_DATE", true);
    }

    /// <summary>Moves the log into the data file and removes it.</summary>
    public void Dispose()
    {
        OnOwnThread();
        _engine.Dispose();
        _files.Dispose();
        Alive.TryRemove(this, out _);
    }

    /// <summary>
    /// Always a list: a cursor that outlives its statement keeps the file locked for good (https://github.com/litedb-org/LiteDB/issues/2790).
    /// </summary>
    private List<BsonDocument> Rows(string collection, Query query)
    {
        OnOwnThread();
        using var reader = _engine.Query(collection, query);
        var rows = new List<BsonDocument>();
        while (reader.Read())
            rows.Add(reader.Current.AsDocument);
        return rows;
    }

    private static BsonExpression With(BsonExpression condition, BsonValue value, BsonValue? second = null)
    {
        condition.Parameters["0"] = value;
        if (second is not null)
            condition.Parameters["1"] = second;
        return condition;
    }

    private void OnOwnThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
            throw new InvalidOperationException("LiteDB is used by the thread that opened it and no other.");
    }
}
