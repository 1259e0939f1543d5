using AsyncBot.Core.Documents;

namespace AsyncBot.Storage.Tests;

/// <summary>However an engine remembers what it read, nobody is given what was true before a commit that has returned.</summary>
public abstract partial class StoreContract
{
    private static readonly Slice OfAna = new("author", "ana");
    private static readonly Slice OfBen = new("author", "ben");

    [Test]
    public async Task What_is_put_appears_in_a_slice_that_was_just_read()
    {
        Assert.That(await Ids(OfAna), Is.Empty);
        await Put(new Note("1", Author: "ana"));
        Assert.That(await Ids(OfAna), Is.EqualTo("1"));

        await Put(new Note("2", Author: "ana", Rank: 1), new Note("3", Author: "ben"));

        Assert.That(await Ids(OfAna), Is.EqualTo("1 2"));
        Assert.That(await Ids(OfAna with { Newest = true }), Is.EqualTo("2 1"));
        Assert.That(await Ids(OfAna with { Take = 1 }), Is.EqualTo("1"));
        Assert.That(await Ids(OfAna with { From = SortKey.Of(1) }), Is.EqualTo("2"));
        Assert.That(await Ids(OfAna with { To = SortKey.Of(1) }), Is.EqualTo("1"));
    }

    [Test]
    public async Task What_changes_and_keeps_its_place_is_read_anew_in_a_slice_that_was_just_read()
    {
        await Put(new Note("1", "before", "ana"));
        await Store.Query(Here, Notes, OfAna, default);

        await Commit(batch => batch.Put(Notes, new Note("1", "after", "ana"), 1));

        var read = (await Store.Query(Here, Notes, OfAna, default)).Single();
        Assert.That((read.Value.Text, read.Version), Is.EqualTo(("after", 2)));
    }

    [Test]
    public async Task What_moves_leaves_one_slice_that_was_just_read_and_appears_in_another()
    {
        await Put(new Note("1", Author: "ana"), new Note("2", Author: "ana", Rank: 1));
        Assert.That((await Ids(OfAna), await Ids(OfBen)), Is.EqualTo(("1 2", "")));

        await Commit(batch => batch.Put(Notes, new Note("1", Author: "ben"), 1));
        Assert.That((await Ids(OfAna), await Ids(OfBen)), Is.EqualTo(("2", "1")));

        await Commit(batch => 
        {
            batch.Put(Notes, new Note("1", Author: "ben", Tags: ["t"]), 2);
            batch.Delete(Notes, "2", 1);
        });
        Assert.That((await Ids(OfAna), await Ids(new Slice("tag", "t"))), Is.EqualTo(("", "1")));
    }

    [Test]
    public async Task What_was_looked_for_in_vain_is_found_once_it_is_put_and_not_once_it_is_deleted()
    {
        for (long version = 0; version < 3; version++)
        {
            Assert.That(await Find("1"), Is.Null);
            await Put(new Note("1", $"{version}"));
            Assert.That((await Find("1"))?.Value.Text, Is.EqualTo($"{version}"));
            await Commit(batch => batch.Delete(Notes, "1", 1));
        }

        Assert.That(await Find("1"), Is.Null);
    }

    [Test]
    public async Task What_was_just_read_of_a_workspace_and_kind_says_nothing_of_others()
    {
        await Put(new Note("1", Author: "ana"));
        Assert.That((await Ids(OfAna), await Find("1"), await Find("2")), Is.EqualTo(("1", await Find("1"), (Stored<Note>?)null)));
        Assert.That(await Store.Query(Elsewhere, Notes, OfAna, default), Is.Empty);
        Assert.That(await Store.Query(Here, OtherNotes, OfAna, default), Is.Empty);
        Assert.That(await Store.Find(Elsewhere, Notes, "1", default), Is.Null);

        await Commit(Elsewhere, batch => batch.Put(Notes, new Note("2", Author: "ana"), Batch.New));

        Assert.That((await Store.Query(Elsewhere, Notes, OfAna, default)).Single().Value.Id, Is.EqualTo("2"));
        Assert.That((await Ids(OfAna), await Find("2")), Is.EqualTo(("1", (Stored<Note>?)null)));
    }

    [Test]
    public async Task What_was_just_read_of_a_workspace_is_forgotten_when_it_is_cleared()
    {
        await Put(new Note("1", Author: "ana"));
        Assert.That((await Ids(OfAna), (await Find("1"))?.Version), Is.EqualTo(("1", 1)));

        await Store.Clear(Here, default);

        Assert.That((await Ids(OfAna), await Find("1")), Is.EqualTo(("", (Stored<Note>?)null)));
        await Put(new Note("1", "again", "ana"));
        Assert.That((await Ids(OfAna), (await Find("1"))?.Value.Text), Is.EqualTo(("1", "again")));
    }

    [Test]
    public async Task Whoever_has_read_a_document_is_given_no_older_list_after_it()
    {
        await Put(new Note("1", Author: "ana"));
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var found = await Find("1");
                var listed = (await Store.Query(Here, Notes, OfAna, default)).Single();
                Assert.That(listed.Version, Is.GreaterThanOrEqualTo(found!.Version));
                await Task.Yield();
            }
        })).ToArray();

        for (var version = 1; version <= 200; version++)
        {
            await Commit(batch => batch.Put(Notes, new Note("1", $"{version}", "ana"), version));
            Assert.That((await Store.Query(Here, Notes, OfAna, default)).Single().Version, Is.EqualTo(version + 1));
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }
}
