using AsyncBot.Core.Documents;
using AsyncBot.Storage.Json;
using AsyncBot.Storage.LiteDb;
using AsyncBot.TestKit;

namespace AsyncBot.Storage.Tests.LiteDb;

/// <summary>What was read before is read again while the database thread is busy with the disk.</summary>
public sealed class MemoryTests
{
    private static readonly WorkspaceId Here = new("T1");
    private static readonly DocumentType<Page> Pages = new("page", page => page.Id, new DocumentIndex<Page>("book", page => page.Book, page => page.Id));
    private static readonly Slice Read = new("book", "read");

    private LiteDbStores _stores = null!;
    private LiteDbStore _store = null!;

    [SetUp]
    public async Task Open()
    {
        _stores = new LiteDbStores();
        _store = await _stores.Open();
    }

    [TearDown]
    public async Task Close() => await _stores.DisposeAsync();

    [Test]
    public async Task Documents_their_absence_and_slices_are_answered_while_commits_wait()
    {
        await Put("1", "read");
        await Put("2", "read");
        await _store.Find(Here, Pages, "never", default);
        await _store.Query(Here, Pages, Read, default);
        await _store.Query(Here, Pages, new Slice("book", "empty"), default);

        var commits = Enumerable.Range(0, 20).Select(i => Put($"other {i}", "other")).ToList();
        var found = _store.Find(Here, Pages, "1", default);
        var absent = _store.Find(Here, Pages, "never", default);
        var slice = _store.Query(Here, Pages, Read, default);
        var empty = _store.Query(Here, Pages, new Slice("book", "empty"), default);

        Assert.That(new Task[] { found, absent, slice, empty }.Select(read => read.IsCompletedSuccessfully), Is.All.True);
        Assert.That(((await slice).Count, (await empty).Count, await absent, (await found)!.Value.Id), Is.EqualTo((2, 0, (Stored<Page>?)null, "1")));
        await Task.WhenAll(commits);
    }

    [Test]
    public async Task The_same_document_is_the_same_object_wherever_it_is_read()
    {
        await Put("1", "read");

        var found = await _store.Find(Here, Pages, "1", default);
        var listed = await _store.Query(Here, Pages, Read, default);

        Assert.That(listed.Single(), Is.SameAs(found));
        Assert.That(await _store.Query(Here, Pages, Read, default), Is.SameAs(listed));
    }

    [Test]
    public async Task With_next_to_no_memory_what_was_absent_is_found_once_it_is_put()
    {
        await using var small = await LiteDbStore.Open(new LiteDbOptions(_stores.Path + ".small") { CacheBytes = 100 }, new DocumentJson(), new ManualTime());
        Assert.That(await small.Find(Here, Pages, "1", default), Is.Null);
        Assert.That(await small.Query(Here, Pages, Read, default), Is.Empty);

        var batch = new Batch(Here, "turn");
        batch.Put(Pages, new Page("1", "read"), Batch.New);
        await small.Commit(batch, default);

        Assert.That((await small.Find(Here, Pages, "1", default))?.Value.Id, Is.EqualTo("1"));
        Assert.That(await small.Query(Here, Pages, Read, default), Has.Count.EqualTo(1));
    }

    [Test]
    public void It_keeps_the_latest_slices_of_a_run_and_none_that_would_push_out_all_others()
    {
        var memory = new Memory(24_000);
        for (var take = 1; take <= 20; take++)
            memory.Keep("run", new SliceMemory(Read with { Take = take }, []));
        Assert.That(Enumerable.Range(1, 20).Where(take => memory.Find("run", Read with { Take = take }) is not null), Is.EqualTo(Enumerable.Range(13, 8)));

        var large = new DocumentState(Body.Of("key", 1, new string(' ', 300)), []);
        memory.Keep("large", new SliceMemory(Read, [large]));
        Assert.That(memory.Find("large", Read), Is.Null);
    }

    [Test]
    public void It_forgets_the_slices_that_were_not_used_lately_when_they_are_many()
    {
        var memory = new Memory(24_000);
        for (var run = 0; run < 1_000; run++)
            memory.Keep($"{run}", new SliceMemory(Read, []));

        Assert.That(Enumerable.Range(0, 1_000).Count(run => memory.Find($"{run}", Read) is not null), Is.InRange(1, 100));
        Assert.That(memory.Find("999", Read), Is.Not.Null);
    }

    [Test]
    public void It_forgets_what_is_absent_when_that_is_much()
    {
        var memory = new Memory(24_000);
        for (var id = 0; id < 100_000; id++)
            memory.KeepAbsent($"{id}");

        Assert.That(Enumerable.Range(0, 100_000).Count(id => memory.IsAbsent($"{id}")), Is.InRange(20_000, 30_000));
    }

    private Task Put(string id, string book)
    {
        var batch = new Batch(Here, "turn");
        batch.Put(Pages, new Page(id, book), Batch.New);
        return _store.Commit(batch, default);
    }

    private sealed record Page(string Id, string Book);
}
