using AsyncBot.Core.Documents;
using AsyncBot.Storage.LiteDb;
using AsyncBot.TestKit;
using LiteDB;
using LiteDB.Engine;

namespace AsyncBot.Storage.Tests.LiteDb;

/// <summary>Every file that any version has written opens in this one; <c>Fixtures/v1.db</c> was written before bodies had checksums.</summary>
public sealed class MigrationsTests
{
    private static readonly WorkspaceId Here = new("T1");
    private static readonly DocumentType<Line> Lines = new("line", line => line.Id, new DocumentIndex<Line>("all", _ => "", line => line.Id));
    private static readonly DueQueue<Line> Outbox = new("outbox");
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 9, 8, 0);

    private static string Fixture => Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "v1.db");

    [Test]
    public async Task A_file_of_version_1_gets_its_checksums_and_keeps_everything()
    {
        await using var stores = new LiteDbStores();
        File.Copy(Fixture, stores.Path);
        var store = await stores.Open();

        for (var time = 0; time < 2; time++)
        {
            var found = await store.Query(Here, Lines, new Slice("all", ""), default);
            Assert.That(found, Is.EqualTo(new[] { new Stored<Line>(new Line("1", "Grüße"), 3), new Stored<Line>(new Line("2", "two"), 1) }));
            var lease = (await store.Take(Outbox, Now, 10, Duration.FromMinutes(1), default)).Single();
            Assert.That((lease.Id, lease.Lane, lease.Cause, lease.Due, lease.Attempt, lease.Body), Is.EqualTo(("a", "C1", "turn", Now, 2, new Line("a", "post"))));
            Assert.That((await store.Parked(Outbox, Here, default)).Single(), Is.EqualTo(new Parked<Line>("b", "", Now, 5, "gone", new Line("b", "post"))));
            store = await stores.Reopen();
        }
        await store.DisposeAsync();
        using var engine = new LiteEngine(new EngineSettings { Filename = stores.Path, Collation = Collation.Binary });
        using var rows = engine.Query(DatabaseFile.Documents, new Query());
        Assert.That(rows.ToEnumerable().Select(row => row["c"].IsInt64), Is.EqualTo(new[] { true, true }));
        using var schema = engine.Query(DatabaseFile.Meta, new Query { Where = { BsonExpression.Create("_id = 'schema'") } });
        Assert.That(schema.ToEnumerable().Single()["v"].AsInt32, Is.EqualTo(Migrations.Latest));
    }

    [Test]
    public async Task A_migration_that_a_kill_cut_short_starts_over()
    {
        await using var stores = new LiteDbStores();
        File.Copy(Fixture, stores.Path);
        using (var engine = new LiteEngine(new EngineSettings { Filename = stores.Path, Collation = Collation.Binary }))
            engine.Update(DatabaseFile.Documents, [new BsonDocument { ["_id"] = "T1\u0001line\u00012", ["v"] = 1L, ["e"] = new BsonArray { "all\u0001\u00012" }, ["j"] = """{"id":"2","text":"two"}""", ["c"] = 1L }]);

        var store = await stores.Open();

        Assert.That((await store.Find(Here, Lines, "2", default))!.Value.Text, Is.EqualTo("two"));
    }

    [Test, Explicit("Writes the fixture; its layout is that of the first version and must stay so.")]
    public void Write_the_fixture_of_version_1()
    {
        File.Delete(Fixture);
        using var engine = new LiteEngine(new EngineSettings { Filename = Fixture, Collation = Collation.Binary });
        engine.Pragma("UTC_DATE", true);
        engine.Insert("meta", [new BsonDocument { ["_id"] = "schema", ["v"] = 1 }, new BsonDocument { ["_id"] = "opens", ["v"] = 4L }], BsonAutoId.ObjectId);
        engine.Insert("document", [Document("1", 3, """{"id":"1","text":"Grüße"}"""), Document("2", 1, """{"id":"2","text":"two"}""")], BsonAutoId.ObjectId);
        engine.Insert("entry", [new BsonDocument { ["_id"] = "T1\u0001line\u0001all\u0001\u00011\u00011" }, new BsonDocument { ["_id"] = "T1\u0001line\u0001all\u0001\u00012\u00012" }], BsonAutoId.ObjectId);
        engine.Insert("queue", [Item("a", "C1", 1, 1), Item("b", "", 2, 5, "gone")], BsonAutoId.ObjectId);

        BsonDocument Document(string id, long version, string json) =>
            new() { ["_id"] = $"T1\u0001line\u0001{id}", ["v"] = version, ["e"] = new BsonArray { $"all\u0001\u0001{id}" }, ["j"] = json };

        BsonDocument Item(string id, string lane, long sequence, int attempts, string? parked = null)
        {
            var row = new BsonDocument
            {
                ["_id"] = $"outbox\u0001T1\u0001{id}",
                ["l"] = lane,
                ["u"] = "turn",
                ["d"] = Now.ToUnixTimeTicks() / 10,
                ["s"] = sequence,
                ["a"] = attempts,
                ["j"] = $$"""{"id":"{{id}}","text":"post"}""",
            };
            if (parked is not null)
                row["p"] = parked;
            return row;
        }
    }

    private sealed record Line(string Id, string Text);
}
