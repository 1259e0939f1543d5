using AsyncBot.Core.Documents;
using AsyncBot.Storage.LiteDb;
using AsyncBot.TestKit;
using LiteDB;
using LiteDB.Engine;

namespace AsyncBot.Storage.Tests.LiteDb;

/// <summary>LiteDB's pages and log have no checksum: what comes back changed must never be taken for what was written.</summary>
public sealed class DamageTests
{
    private static readonly WorkspaceId Here = new("T1");
    private static readonly DocumentType<Page> Pages = new("page", page => page.Id, new DocumentIndex<Page>("all", _ => "", page => page.Id));
    private static readonly DueQueue<Page> Outbox = new("outbox");
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 9, 8, 0);

    private LiteDbStores _stores = null!;
    private LiteDbStore _store = null!;

    [SetUp]
    public async Task Store_three_of_each()
    {
        _stores = new LiteDbStores();
        _store = await _stores.Open();
        foreach (var id in new[] { "1", "2", "3" })
            await Commit(batch =>
            {
                batch.Put(Pages, new Page(id, "true"), Batch.New);
                batch.Enqueue(Outbox, id, "lane", Now, new Page(id, "true"));
            });
    }

    [TearDown]
    public async Task Close() => await _stores.DisposeAsync();

    [TestCase("j", """{"id":"2","text":"false"}"""), TestCase("v", 7L), TestCase("c", 7L), TestCase("j", null), TestCase("c", null), TestCase("v", "x")]
    public async Task A_damaged_document_is_an_error_and_the_others_are_not(string field, object? value)
    {
        await Damage(DatabaseFile.Documents, "T1\u0001page\u00012", row => row[field] = new BsonValue(value));

        var damaged = await Assert.ThrowsAsync<DocumentDamagedException>(() => Find("2"));
        Assert.That((damaged!.Kind, damaged.Id, damaged.Message), Is.EqualTo(("page", "2", "The stored page 2 is damaged: restore it from a backup.")));
        await Assert.ThrowsAsync<DocumentDamagedException>(() => _store.Query(Here, Pages, new Slice("all", ""), default));
        await Assert.ThrowsAsync<DocumentDamagedException>(() => Commit(batch => batch.Put(Pages, new Page("2", "over it"), 1)));

        Assert.That((await Find("1"))!.Value.Text, Is.EqualTo("true"));
        Assert.That(await _store.Query(Here, Pages, new Slice("all", "", To: "2"), default), Has.Count.EqualTo(1));
        await Commit(batch => batch.Put(Pages, new Page("3", "still works"), 1));
        Assert.That(_store.Failure.IsCompleted, Is.False);
    }

    [Test]
    public async Task A_document_that_turns_up_under_another_id_is_an_error()
    {
        await Damage(DatabaseFile.Documents, "T1\u0001page\u00012", row => row["_id"] = "T1\u0001page\u00011");

        await Assert.ThrowsAsync<DocumentDamagedException>(() => Find("1"));
        await Assert.ThrowsAsync<DocumentDamagedException>(() => _store.Query(Here, Pages, new Slice("all", ""), default));
    }

    [Test]
    public async Task A_document_that_is_lost_from_under_its_index_is_an_error()
    {
        await Damage(DatabaseFile.Documents, "T1\u0001page\u00012", row => row["_id"] = "T1\u0001page\u00019");

        await Assert.ThrowsAsync<DocumentDamagedException>(() => _store.Query(Here, Pages, new Slice("all", ""), default));
    }

    [Test]
    public async Task A_damaged_document_among_many_that_are_read_at_once_is_an_error_and_the_others_are_not()
    {
        await Damage(DatabaseFile.Documents, "T1\u0001page\u00012", row => row["j"] = """{"id":"2","text":"false"}""");

        var found = new[] { "1", "2", "3", "4" }.Select(Find).ToList();

        await Assert.ThrowsAsync<DocumentDamagedException>(() => found[1]);
        Assert.That((await found[0])?.Value.Text, Is.Not.Null);
        Assert.That(await found[3], Is.Null);
        await Assert.ThrowsAsync<DocumentDamagedException>(() => Find("2"));
    }

    [Test]
    public async Task A_damaged_thing_of_a_queue_is_named_once_and_then_the_rest_goes_on()
    {
        await Damage(DatabaseFile.Queue, "outbox\u0001T1\u00012", row => row["j"] = """{"id":"2","text":"false"}""");

        var damaged = await Assert.ThrowsAsync<DocumentDamagedException>(() => Take());
        Assert.That((damaged!.Kind, damaged.Id), Is.EqualTo(("outbox", "2")));

        var leases = await Take();
        Assert.That(leases.Select(lease => (lease.Id, lease.Attempt)), Is.EqualTo(new[] { ("1", 1), ("3", 1) }));
        await Commit(batch =>
        {
            foreach (var lease in leases)
                batch.Ack(lease);
            batch.Cancel(Outbox, "2");
        });
        Assert.That(await _store.NextDue(Outbox, default), Is.Null);
        await Commit(batch => batch.Enqueue(Outbox, "2", "lane", Now, new Page("2", "again")));
        Assert.That((await Take()).Single().Body.Text, Is.EqualTo("again"));
    }

    [Test]
    public async Task A_thing_that_this_version_cannot_read_is_treated_like_a_damaged_one()
    {
        var asNumbers = new DueQueue<Number>(Outbox.Name);

        await Assert.ThrowsAsync<DocumentDamagedException>(() => _store.Take(asNumbers, Now, 1, Duration.FromMinutes(1), default));

        Assert.That((await Take()).Select(lease => lease.Id), Is.EqualTo(new[] { "2", "3" }));
        await Assert.ThrowsAsync<DocumentDamagedException>(() => _store.Find(Here, new DocumentType<Number>("page", _ => ""), "1", default));
    }

    [Test]
    public async Task Garbage_in_the_pages_fails_the_store_or_is_named_but_is_never_a_value()
    {
        await _store.DisposeAsync();
        for (var page = 1; page < new FileInfo(_stores.Path).Length / 8192; page++)
        {
            var copy = _stores.CopyFiles();
            using (var file = File.OpenWrite(copy))
            {
                file.Position = page * 8192 + 32;
                file.Write(Enumerable.Repeat((byte)0xEE, 8160).ToArray());
            }
            try
            {
                await using var store = await _stores.Open(copy);
                foreach (var id in new[] { "1", "2", "3" })
                    if (await store.Find(Here, Pages, id, default) is { } found)
                        Assert.That(found, Is.EqualTo(new Stored<Page>(new Page(id, "true"), 1)));
            }
            catch (Exception told) when (told is StoreOpenException or StoreFailedException or DocumentDamagedException)
            {
            }
        }
    }

    private async Task Damage(string collection, string key, Action<BsonDocument> change)
    {
        await _store.DisposeAsync();
        using (var engine = new LiteEngine(new EngineSettings { Filename = _stores.Path, Collation = Collation.Binary }))
        {
            BsonDocument row;
            using (var reader = engine.Query(collection, new Query { Where = { BsonExpression.Create("_id = @0", new BsonValue(key)) } }))
                row = reader.ToEnumerable().Single().AsDocument;
            engine.Delete(collection, [key]);
            change(row);
            engine.Upsert(collection, [row], BsonAutoId.ObjectId);
        }
        _store = await _stores.Reopen();
    }

    private Task<Stored<Page>?> Find(string id) => _store.Find(Here, Pages, id, default);

    private Task<IReadOnlyList<Lease<Page>>> Take() => _store.Take(Outbox, Now, 10, Duration.FromMinutes(1), default);

    private Task Commit(Action<Batch> fill)
    {
        var batch = new Batch(Here, "turn");
        fill(batch);
        return _store.Commit(batch, default);
    }

    private sealed record Page(string Id, string Text);

    private sealed record Number(int Id);
}
