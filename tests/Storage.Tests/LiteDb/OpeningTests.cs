using AsyncBot.Core.Documents;
using AsyncBot.Storage.Json;
using AsyncBot.Storage.LiteDb;
using AsyncBot.TestKit;
using LiteDB;
using LiteDB.Engine;

namespace AsyncBot.Storage.Tests.LiteDb;

public sealed class OpeningTests
{
    private TemporaryFolder _folder = null!;

    private string Path => _folder.File("asyncbot.db");

    [SetUp]
    public void Make_a_folder() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove_the_folder() => _folder.Dispose();

    [Test]
    public async Task The_folder_of_the_file_is_created()
    {
        await using var store = await Open(System.IO.Path.Combine(_folder.Path, "new", "folder", "asyncbot.db"));

        Assert.That(File.Exists(System.IO.Path.Combine(_folder.Path, "new", "folder", "asyncbot.db")));
    }

    [Test]
    public async Task A_relative_path_is_against_the_working_directory()
    {
        var relative = System.IO.Path.GetRelativePath(Directory.GetCurrentDirectory(), Path);

        await using var store = await Open(relative);

        Assert.That(File.Exists(Path));
    }

    [Test]
    public async Task A_second_owner_is_refused_until_the_first_has_gone()
    {
        var first = await Open(Path);

        var refused = await Assert.ThrowsAsync<StoreInUseException>(() => Open(Path));
        Assert.That(refused!.Message, Is.EqualTo($"{Path} is in use by another AsyncBot: stop that one first, or set Storage:Path to another file."));

        await first.DisposeAsync();
        await using var second = await Open(Path);
    }

    [Test]
    public async Task An_owner_that_is_refused_has_not_touched_the_files()
    {
        await using var first = await Open(Path);
        var before = (Bytes(Path), Bytes(LiteDbStores.LogOf(Path)));

        await Assert.ThrowsAsync<StoreInUseException>(() => Open(Path));

        Assert.That((Bytes(Path), Bytes(LiteDbStores.LogOf(Path))), Is.EqualTo(before));
    }

    [Test]
    public async Task All_that_the_file_will_ever_hold_is_created_with_it()
    {
        await (await Open(Path)).DisposeAsync();

        using var engine = new LiteEngine(new EngineSettings { Filename = Path, Collation = Collation.Binary });
        using var collections = engine.Query("$cols", new Query { Where = { BsonExpression.Create("type = 'user'") } });
        Assert.That(collections.ToEnumerable().Select(collection => collection["name"].AsString), Is.EquivalentTo(new[] { "document", "entry", "queue", "meta" }));
        using var indexes = engine.Query("$indexes", new Query());
        Assert.That(indexes.ToEnumerable().Select(index => index["name"].AsString), Is.EqualTo(new[] { "_id", "_id", "_id", "_id" }));
    }

    [Test]
    public async Task The_file_is_ordinal_and_in_utc_whatever_the_culture_of_the_machine()
    {
        await (await Open(Path)).DisposeAsync();

        using var engine = new LiteEngine(Path);
        Assert.That(engine.Pragma("COLLATION").AsString, Is.EqualTo(Collation.Binary.ToString()));
        Assert.That(engine.Pragma("UTC_DATE").AsBoolean, Is.True);
    }

    [Test]
    public async Task Disposing_moves_the_log_into_the_file()
    {
        var store = await Open(Path);
        Assert.That(store.Size().Log, Is.Positive);

        await store.DisposeAsync();

        Assert.That(File.Exists(LiteDbStores.LogOf(Path)), Is.False);
        Assert.That(store.Size(), Is.EqualTo(new StoreSize(new FileInfo(Path).Length, 0)));
    }

    [Test]
    public async Task Disposing_finishes_what_was_accepted_and_refuses_the_rest()
    {
        var type = new DocumentType<Line>("line", line => line.Id);
        var here = new WorkspaceId("T1");
        var store = await Open(Path);
        var commits = Enumerable.Range(0, 100).Select(i =>
        {
            var batch = new Batch(here, "turn");
            batch.Put(type, new Line($"{i}"), Batch.New);
            return store.Commit(batch, default);
        }).ToArray();

        await store.DisposeAsync();

        Assert.That(commits, Is.All.Property(nameof(Task.IsCompletedSuccessfully)).True);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Find(here, type, "never", default));
        await using var again = await Open(Path);
        Assert.That(await again.Find(here, type, "99", default), Is.Not.Null);
    }

    [Test]
    public async Task A_folder_in_place_of_the_file_is_refused() =>
        await AssertRefused(_folder.Path, "is a folder");

    [Test]
    public async Task A_path_below_a_file_is_refused()
    {
        File.WriteAllText(Path, "a file");
        await AssertRefused(System.IO.Path.Combine(Path, "asyncbot.db"), "can't be opened for writing");
    }

    [TestCase(5), TestCase(60), TestCase(20_000)]
    public async Task Another_kind_of_file_is_refused_and_left_alone(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)('a' + i % 26)).ToArray();
        File.WriteAllBytes(Path, bytes);

        await AssertRefused(Path, "is damaged or not a database of AsyncBot");

        Assert.That(File.ReadAllBytes(Path), Is.EqualTo(bytes));
    }

    [Test]
    public async Task A_database_of_another_program_is_refused()
    {
        using (var engine = new LiteEngine(new EngineSettings { Filename = Path, Collation = Collation.Binary }))
            engine.Insert("customers", [new BsonDocument()], BsonAutoId.ObjectId);

        await AssertRefused(Path, "is a LiteDB file of another program");
    }

    [Test]
    public async Task A_damaged_header_is_refused()
    {
        await (await Open(Path)).DisposeAsync();
        using (var file = File.OpenWrite(Path))
        {
            file.Position = 60;
            file.Write(Enumerable.Repeat((byte)0xEE, 8000).ToArray());
        }

        await AssertRefused(Path, "is damaged or not a database of AsyncBot");
    }

    [Test]
    public async Task A_file_of_a_newer_version_is_refused_and_can_still_be_used_by_that()
    {
        await (await Open(Path)).DisposeAsync();
        SetVersion(99);

        var refused = await AssertRefused<NewerFileException>(Path, "was written by a newer AsyncBot (file version 99, this one knows up to 2)");
        Assert.That(refused.Message, Does.Contain("install that version again"));

        SetVersion(Migrations.Latest);
        await using var again = await Open(Path);
    }

    private void SetVersion(int version)
    {
        using var engine = new LiteEngine(new EngineSettings { Filename = Path, Collation = Collation.Binary });
        engine.Update(DatabaseFile.Meta, [new BsonDocument { ["_id"] = "schema", ["v"] = version }]);
    }

    private static Task<StoreOpenException> AssertRefused(string path, string why) => AssertRefused<StoreOpenException>(path, why);

    private static async Task<T> AssertRefused<T>(string path, string why) where T : StoreOpenException
    {
        var refused = await Assert.ThrowsAsync<T>(() => Open(path));
        Assert.That(refused!.Message, Does.StartWith($"{path} {why}"));
        Assert.That(refused.Message, Does.EndWith(".").And.Not.Contain("\n"));
        return refused;
    }

    private static string Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file));
    }

    private static Task<LiteDbStore> Open(string path) => LiteDbStore.Open(new LiteDbOptions(path), new DocumentJson(), new ManualTime());

    private sealed record Line(string Id);
}
