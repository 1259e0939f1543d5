using AsyncBot.Core.Documents;
using AsyncBot.Storage.Json;
using AsyncBot.Storage.LiteDb;
using AsyncBot.TestKit;
using LiteDB;
using LiteDB.Engine;

namespace AsyncBot.Storage.Tests.LiteDb;

/// <summary>The rules inside which LiteDB 5.0.20 held in every test, and outside which it broke in seconds.</summary>
public sealed class EnvelopeTests
{
    private static readonly WorkspaceId Here = new("T1");

    [Test]
    public void Only_the_thread_that_opened_the_file_may_use_it()
    {
        using var folder = new TemporaryFolder();
        using var file = Open(folder.File("one.db"));
        file.CreateCollections();
        Action[] uses =
        [
            () => file.Read(DatabaseFile.Meta, "x"),
            () => file.Read(DatabaseFile.Meta, ["x", "y"]),
            () => file.KeysBetween(DatabaseFile.Entries, "a", "b", newest: false, take: 1),
            () => file.All(DatabaseFile.Meta).GetEnumerator().MoveNext(),
            () => file.Insert(DatabaseFile.Meta, [new BsonDocument { ["_id"] = "x" }]),
            () => file.Upsert(DatabaseFile.Meta, [new BsonDocument { ["_id"] = "x" }]),
            () => file.Delete(DatabaseFile.Meta, ["x"]),
            () => file.InTransaction(() => { }),
            () => file.CollectionNames(),
            file.CreateCollections,
            file.UseUtc,
            file.Dispose,
        ];

        Assert.That(uses.Select(FromAnotherThread), Is.All.TypeOf<InvalidOperationException>());

        static Exception? FromAnotherThread(Action use)
        {
            Exception? refused = null;
            var thread = new Thread(() =>
            {
                try
                {
                    use();
                }
                catch (Exception exception)
                {
                    refused = exception;
                }
            });
            thread.Start();
            thread.Join();
            return refused;
        }
    }

    [Test]
    public async Task Many_callers_on_many_kinds_at_once_are_no_trouble()
    {
        await using var stores = new LiteDbStores();
        var store = await stores.Open();
        var all = new DocumentIndex<Line>("all", _ => "", line => line.Id);
        var types = Enumerable.Range(0, 8).Select(kind => new DocumentType<Line>($"kind{kind}", line => line.Id, all)).ToArray();
        var queue = new DueQueue<Line>("queue");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                var type = types[(caller + i) % types.Length];
                var batch = new Batch(Here, "turn");
                batch.Put(type, new Line($"{caller}-{i}"), Batch.New);
                if (i >= 8)
                    batch.Delete(type, $"{caller}-{i - 8}", 1);
                batch.Enqueue(queue, $"{caller}-{i}", $"{caller % 5}", Instant.FromUnixTimeTicks(0), new Line("x"));
                foreach (var lease in await store.Take(queue, Instant.FromUnixTimeTicks(0), 1, Duration.FromMinutes(1), default))
                    batch.Ack(lease);
                await store.Commit(batch, default);
                await store.Query(Here, type, new Slice("all", "", Newest: i % 2 == 0), default);
            }
        })));

        Assert.That(store.Failure.IsCompleted, Is.False);
        store = await stores.Reopen();
        var left = 0;
        foreach (var type in types)
            left += (await store.Query(Here, type, new Slice("all", "", Take: 1000), default)).Count;
        Assert.That(left, Is.EqualTo(16 * 8));
    }

    [Test]
    public async Task When_a_commit_returns_the_log_is_as_long_as_the_engine_says()
    {
        await using var stores = new LiteDbStores();
        var store = await stores.Open();
        for (var i = 0; i < 20; i++)
        {
            await Put(store, $"{i}");
            using var copy = new LiteEngine(new EngineSettings { Filename = stores.CopyFiles(), Collation = Collation.Binary });
            using var reader = copy.Query(DatabaseFile.Documents, new Query { Where = { BsonExpression.Create("_id = @0", new BsonValue($"T1\u0001line\u0001{i}")) } });
            Assert.That(reader.Read(), Is.True);
        }
    }

    [Test]
    public void The_barrier_does_not_let_a_commit_pass_whose_log_is_too_short()
    {
        using var folder = new TemporaryFolder();
        using var engine = new LiteEngine(new EngineSettings { DataStream = new MemoryStream(), LogStream = new MemoryStream() });
        var file = new DiskFile(folder.File("one-log.db"));
        using var log = new LogFile(file);
        var barrier = new LogBarrier(engine, log, TimeSpan.Zero);
        engine.Insert("x", [new BsonDocument()], BsonAutoId.ObjectId);

        Assert.That(barrier.EngineLength(), Is.Positive);
        Assert.That(barrier.Wait, Throws.TypeOf<IOException>());
        file.SetLength(barrier.EngineLength());
        Assert.That(barrier.Wait, Throws.Nothing);
    }

    [Test]
    public void A_transaction_that_was_rolled_back_is_not_taken_for_committed()
    {
        using var folder = new TemporaryFolder();
        var file = Open(folder.File("one.db"));
        file.CreateCollections();
        file.Insert(DatabaseFile.Meta, [new BsonDocument { ["_id"] = "x" }]);

        Assert.That(() => file.InTransaction(() =>
        {
            try
            {
                file.Insert(DatabaseFile.Meta, [new BsonDocument { ["_id"] = "x" }]);
            }
            catch (LiteException)
            {
            }
        }), Throws.InvalidOperationException);
        file.Dispose();
    }

    [Test]
    public void A_transaction_does_not_join_one_that_was_left_open()
    {
        using var folder = new TemporaryFolder();
        using var file = Open(folder.File("one.db"));
        var joined = false;

        Assert.That(() => file.InTransaction(() => file.InTransaction(() => joined = true)), Throws.InvalidOperationException);
        Assert.That(joined, Is.False);
    }

    [Test]
    public void Whoever_stops_reading_in_the_middle_holds_nothing_open()
    {
        using var folder = new TemporaryFolder();
        var file = Open(folder.File("one.db"));
        file.Insert(DatabaseFile.Meta, [new BsonDocument { ["_id"] = "x" }, new BsonDocument { ["_id"] = "y" }]);
        using var half = file.All(DatabaseFile.Meta).GetEnumerator();
        half.MoveNext();

        file.Dispose();

        Assert.That(File.Exists(folder.File("one-log.db")), Is.False, "an open reader keeps the log from going into the data file");
    }

    [Test]
    public void A_group_is_one_transaction_in_which_a_conflict_fails_its_own_batch_only()
    {
        using var folder = new TemporaryFolder();
        using var database = OpenDatabase(folder.File("one.db"));
        var path = folder.File("one-log.db");
        var before = new FileInfo(path).Length;

        var outcomes = database.Commits.Commit([.. Enumerable.Range(0, 64).Select(i => Prepared(batch =>
        {
            batch.Put(Lines, new Line($"{i}"), Batch.New);
            batch.Put(Lines, new Line(i % 8 == 7 ? "0" : $"other{i}"), Batch.New);
        }))]);

        Assert.That(outcomes.Select((outcome, i) => (outcome is ConflictException, i)), Is.EqualTo(Enumerable.Range(0, 64).Select(i => (i % 8 == 7, i))));
        Assert.That((new FileInfo(path).Length - before) / 8192, Is.LessThan(64), "pages");
        Assert.That(database.Documents.Find("T1\u0001line\u00017", "line", "7"), Is.Null);
        Assert.That(database.Documents.Find("T1\u0001line\u000162", "line", "62"), Is.Not.Null);
    }

    [Test]
    public void Batches_of_one_group_see_each_other()
    {
        using var folder = new TemporaryFolder();
        using var database = OpenDatabase(folder.File("one.db"));

        var outcomes = database.Commits.Commit(
        [
            Prepared(batch => batch.Put(Lines, new Line("1"), Batch.New)),
            Prepared(batch => batch.Put(Lines, new Line("1"), 1)),
            Prepared(batch => batch.Put(Lines, new Line("1"), 1)),
            Prepared(batch => batch.Delete(Lines, "1", 2)),
            Prepared(batch => batch.Put(Lines, new Line("1"), 2)),
            Prepared(batch => batch.Put(Lines, new Line("1"), Batch.New)),
        ]);

        Assert.That(outcomes.Select(outcome => outcome is null), Is.EqualTo(new[] { true, true, false, true, false, true }));
        Assert.That(database.Documents.Find("T1\u0001line\u00011", "line", "1")!.Version, Is.EqualTo(1));
    }

    [Test]
    public void A_slice_takes_its_keys_from_the_end_of_a_run()
    {
        using var folder = new TemporaryFolder();
        using var file = Open(folder.File("one.db"));
        file.CreateCollections();
        file.InTransaction(() => file.Insert(DatabaseFile.Entries, [.. Enumerable.Range(0, 5000).Select(i => new BsonDocument { ["_id"] = $"k\u0001{i:D9}" })]));

        var newest = file.KeysBetween(DatabaseFile.Entries, "k\u0001", "k\u0002", newest: true, take: 3);
        Assert.That(newest, Is.EqualTo(new[] { "k\u0001000004999", "k\u0001000004998", "k\u0001000004997" }));
    }

    private static readonly DocumentType<Line> Lines = new("line", line => line.Id, new DocumentIndex<Line>("all", _ => "", line => line.Id));

    private static Task Put(LiteDbStore store, string id)
    {
        var batch = new Batch(Here, "turn");
        batch.Put(Lines, new Line(id), Batch.New);
        return store.Commit(batch, default);
    }

    private static PreparedBatch Prepared(Action<Batch> fill)
    {
        var batch = new Batch(Here, "turn");
        fill(batch);
        return PreparedBatch.Of(batch, new DocumentJson());
    }

    private static DatabaseFile Open(string path) => DatabaseFile.Open(path, each => new DiskFile(each), TimeSpan.FromSeconds(10));

    private static Database OpenDatabase(string path) =>
        new(path, each => new DiskFile(each), new Memory(1 << 20), new ManualTime(), TimeSpan.FromSeconds(10));

    private sealed record Line(string Id);
}
