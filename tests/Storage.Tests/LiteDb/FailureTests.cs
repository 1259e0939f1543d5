using AsyncBot.Core.Documents;
using AsyncBot.Storage.Json;
using AsyncBot.Storage.LiteDb;
using AsyncBot.TestKit;

namespace AsyncBot.Storage.Tests.LiteDb;

/// <summary>Once the engine has failed, nobody is told that something was stored, and the file holds all that was promised.</summary>
public sealed class FailureTests
{
    private static readonly WorkspaceId Here = new("T1");
    private static readonly DocumentType<Page> Pages = new("page", page => page.Id, new DocumentIndex<Page>("all", _ => "", page => page.Id));
    private static readonly DueQueue<Page> Outbox = new("outbox");

    private TemporaryFolder _folder = null!;
    private FaultyDisk _disk = null!;

    private string Path => _folder.File("full.db");

    [SetUp]
    public void Plug_in() => (_folder, _disk) = (new TemporaryFolder(), new FaultyDisk());

    [TearDown]
    public void Unplug()
    {
        _disk.Dispose();
        _folder.Dispose();
    }

    [TestCase(0), TestCase(1), TestCase(2), TestCase(3), TestCase(5), TestCase(8), TestCase(20), TestCase(90)]
    public async Task When_the_disk_is_full_everyone_is_told_and_what_was_acknowledged_is_there_after_the_restart(int pages)
    {
        var store = await OpenFaulty();
        await Put(store, "first");
        Assert.That(store.Failure.IsCompleted, Is.False);

        _disk.PagesLeft = pages;
        var acknowledged = new List<string> { "first" };
        for (var round = 0; !store.Failure.IsCompleted; round++)
        {
            string[] ids = [.. Enumerable.Range(0, 4).Select(i => $"{round:D3}-{i}")];
            var commits = ids.Select(id => Put(store, id)).ToArray();
            for (var i = 0; i < commits.Length; i++)
                try
                {
                    await commits[i];
                    acknowledged.Add(ids[i]);
                }
                catch (StoreFailedException failed)
                {
                    Assert.That(failed.InnerException, Is.Not.Null);
                    await store.Failure;
                }
        }
        await AssertRefusesEverything(store);
        await store.DisposeAsync();
        _disk.Dispose();

        await using var again = await Open(Path);
        foreach (var id in acknowledged)
            Assert.That((await again.Find(Here, Pages, id, default))?.Value.Text, Is.EqualTo(Text), id);
        var stored = await again.Query(Here, Pages, new Slice("all", "", Take: 10_000), default);
        var queued = await again.Take(Outbox, Instant.FromUnixTimeTicks(0), 10_000, Duration.FromMinutes(1), default);
        Assert.That(queued.Select(lease => lease.Id).Order(), Is.EqualTo(stored.Select(page => page.Value.Id)), "all of a batch or nothing");
        Assert.That(stored.Select(page => page.Value.Id), Is.SupersetOf(acknowledged));
        await Put(again, "later");
    }

    [Test]
    public async Task A_commit_that_never_reaches_the_log_is_not_acknowledged()
    {
        var store = await OpenFaulty();
        await Put(store, "first");
        await Task.WhenAll(store.Query(Here, Pages, new Slice("all", ""), default), store.Find(Here, Pages, "first", default), store.Find(Here, Pages, "never", default));
        _disk.Swallows = true;

        await Assert.ThrowsAsync<StoreFailedException>(() => Put(store, "lost"));

        await store.Failure;
        await AssertRefusesEverything(store);
        await store.DisposeAsync();
    }

    [Test]
    public async Task What_was_acknowledged_before_the_engine_failed_stays()
    {
        var store = await OpenFaulty();
        await Put(store, "first");
        _disk.Swallows = true;
        await Assert.ThrowsAsync<StoreFailedException>(() => Put(store, "lost"));
        await store.Failure;
        await store.DisposeAsync();
        _disk.Dispose();

        await using var again = await Open(Path);
        Assert.That((await again.Find(Here, Pages, "first", default))?.Value.Text, Is.EqualTo(Text));
        Assert.That(await again.Find(Here, Pages, "lost", default), Is.Null);
    }

    [Test]
    public async Task A_failed_store_lets_the_next_process_in_when_it_is_disposed()
    {
        var store = await OpenFaulty();
        _disk.PagesLeft = 0;
        await Assert.ThrowsAsync<StoreFailedException>(() => Put(store, "lost"));

        await Assert.ThrowsAsync<StoreInUseException>(() => Open(Path));
        await store.DisposeAsync();

        await using var again = await Open(Path);
        Assert.That(await again.Find(Here, Pages, "nothing", default), Is.Null);
    }

    [Test]
    public async Task When_the_disk_is_full_at_the_start_the_store_says_so()
    {
        _disk.PagesLeft = 3;

        var refused = await Assert.ThrowsAsync<StoreOpenException>(OpenFaulty);

        Assert.That(refused!.Message, Does.StartWith($"{Path} can't be opened for writing").And.Contain("check the disk"));
    }

    private const string Text = "text";

    private static Task Put(LiteDbStore store, string id)
    {
        var batch = new Batch(Here, "turn");
        batch.Put(Pages, new Page(id, Text), Batch.New);
        batch.Enqueue(Outbox, id, "", Instant.FromUnixTimeTicks(0), new Page(id, Text));
        return store.Commit(batch, default);
    }

    private static async Task AssertRefusesEverything(LiteDbStore store)
    {
        await Assert.ThrowsAsync<StoreFailedException>(() => Put(store, "late"));
        await Assert.ThrowsAsync<StoreFailedException>(() => store.Find(Here, Pages, "first", default));
        await Assert.ThrowsAsync<StoreFailedException>(() => store.Find(Here, Pages, "never", default));
        await Assert.ThrowsAsync<StoreFailedException>(() => store.Query(Here, Pages, new Slice("all", ""), default));
        await Assert.ThrowsAsync<StoreFailedException>(() => store.NextDue(Outbox, default));
        await Assert.ThrowsAsync<StoreFailedException>(() => store.Take(Outbox, Instant.MaxValue, 1, Duration.FromMinutes(1), default));
        await Assert.ThrowsAsync<StoreFailedException>(() => store.Parked(Outbox, Here, default));
    }

    private Task<LiteDbStore> OpenFaulty() =>
        LiteDbStore.Open(new LiteDbOptions(Path) { Patience = TimeSpan.FromMilliseconds(200) }, new DocumentJson(), new ManualTime(), _disk.Open);

    private static Task<LiteDbStore> Open(string path) => LiteDbStore.Open(new LiteDbOptions(path), new DocumentJson(), new ManualTime());

    private sealed record Page(string Id, string Text);
}
