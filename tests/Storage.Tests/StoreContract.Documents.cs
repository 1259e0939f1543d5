using AsyncBot.Core.Documents;

namespace AsyncBot.Storage.Tests;

public abstract partial class StoreContract
{
    [Test]
    public async Task A_document_that_was_never_put_is_not_found() => Assert.That(await Find("1"), Is.Null);

    [Test]
    public async Task A_document_is_found_as_it_was_put()
    {
        await Put(new Note("1", "Grüße, \"Ana\" <b> 🎈 \u0000", "ana", 7, ["demo"]));

        var found = await Find("1");

        Assert.That(found!.Version, Is.EqualTo(1));
        Assert.That(found.Value.Text, Is.EqualTo("Grüße, \"Ana\" <b> 🎈 \u0000"));
        Assert.That(found.Value.Tags, Is.EqualTo(new[] { "demo" }));
    }

    [Test]
    public async Task Each_put_raises_the_version_by_one()
    {
        await Put(new Note("1"));
        await Commit(batch => batch.Put(Notes, new Note("1", "second"), 1));
        await Commit(batch => batch.Put(Notes, new Note("1", "third"), 2));

        var found = await Find("1");

        Assert.That((found!.Version, found.Value.Text), Is.EqualTo((3, "third")));
    }

    [Test]
    public async Task Putting_over_another_version_is_a_conflict_and_names_the_document()
    {
        await Put(new Note("1", "first"));

        foreach (var expected in new[] { Batch.New, 2L })
        {
            var conflict = await Assert.ThrowsAsync<ConflictException>(() => Commit(batch => batch.Put(Notes, new Note("1", "lost"), expected)));
            Assert.That(conflict!.What, Is.EqualTo("note 1"));
        }
        Assert.That((await Find("1"))!.Value.Text, Is.EqualTo("first"));
    }

    [Test]
    public async Task Changing_a_document_that_is_gone_is_a_conflict() =>
        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch => batch.Put(Notes, new Note("1"), 1)));

    [Test]
    public async Task A_conflict_undoes_the_whole_batch()
    {
        await Put(new Note("1"));

        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch =>
        {
            batch.Put(Notes, new Note("2", Author: "ana"), Batch.New);
            batch.Enqueue(Jobs, "job", "", Noon, new Job("x"));
            batch.Put(Notes, new Note("1"), 5);
        }));

        Assert.That(await Find("2"), Is.Null);
        Assert.That(await Ids(new Slice("author", "ana")), Is.Empty);
        Assert.That(await Store.NextDue(Jobs, default), Is.Null);
    }

    [Test]
    public async Task A_deleted_document_is_gone_from_everywhere_and_may_come_back_as_new()
    {
        await Put(new Note("1", Author: "ana", Tags: ["a", "b"]));
        await Commit(batch => batch.Delete(Notes, "1", 1));

        Assert.That(await Find("1"), Is.Null);
        Assert.That(await Ids(new Slice("author", "ana")), Is.Empty);
        Assert.That(await Ids(new Slice("tag", "b")), Is.Empty);

        await Put(new Note("1"));
        Assert.That((await Find("1"))!.Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Deleting_another_version_is_a_conflict()
    {
        await Put(new Note("1"));

        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch => batch.Delete(Notes, "1", 2)));

        Assert.That(await Find("1"), Is.Not.Null);
    }

    [Test]
    public async Task A_batch_that_puts_a_document_twice_keeps_the_first_expectation_and_the_last_body()
    {
        await Commit(batch =>
        {
            batch.Put(Notes, new Note("1", "first", "ana"), Batch.New);
            batch.Put(Notes, new Note("1", "last", "ben"), 1);
        });

        var found = await Find("1");
        Assert.That((found!.Version, found.Value.Text), Is.EqualTo((1, "last")));
        Assert.That(await Ids(new Slice("author", "ana")), Is.Empty);
        Assert.That(await Ids(new Slice("author", "ben")), Is.EqualTo("1"));
    }

    [Test]
    public async Task Workspaces_and_kinds_never_see_each_other()
    {
        await Put(new Note("1", "here", "ana"));
        await Commit(Elsewhere, batch => batch.Put(Notes, new Note("1", "elsewhere", "ana"), Batch.New));
        await Commit(batch => batch.Put(OtherNotes, new Note("1", "other", "ana"), Batch.New));

        Assert.That((await Find("1"))!.Value.Text, Is.EqualTo("here"));
        Assert.That((await Store.Query(Here, Notes, new Slice("author", "ana"), default)).Select(one => one.Value.Text), Is.EqualTo(new[] { "here" }));
        Assert.That((await Store.Find(Elsewhere, Notes, "1", default))!.Value.Text, Is.EqualTo("elsewhere"));
        Assert.That((await Store.Find(Here, OtherNotes, "1", default))!.Value.Text, Is.EqualTo("other"));
        Assert.That(await Store.Find(Elsewhere, OtherNotes, "1", default), Is.Null);
    }

    [Test]
    public async Task A_slice_follows_its_sort_and_then_the_id()
    {
        await Put(new("b", Author: "ana", Rank: 2), new("a", Author: "ana", Rank: 10), new("d", Author: "ana", Rank: 2), new("c", Author: "ben", Rank: 1));

        Assert.That(await Ids(new Slice("author", "ana")), Is.EqualTo("b d a"));
        Assert.That(await Ids(new Slice("author", "ana", Newest: true)), Is.EqualTo("a d b"));
        Assert.That(await Ids(new Slice("author", "ana", Take: 2)), Is.EqualTo("b d"));
        Assert.That(await Ids(new Slice("author", "ana", Newest: true, Take: 1)), Is.EqualTo("a"));
        Assert.That(await Ids(new Slice("author", "ana", Take: 0)), Is.Empty);
        Assert.That(await Ids(new Slice("author", "an")), Is.Empty);
        Assert.That(await Ids(new Slice("author", "anab")), Is.Empty);
        Assert.That(await Ids(new Slice("nothing", "ana")), Is.Empty);
    }

    [Test]
    public async Task A_slice_begins_with_its_first_sort_string_and_stops_before_the_other()
    {
        await Put([.. Enumerable.Range(1, 9).Select(rank => new Note($"{rank}", Author: "ana", Rank: rank))]);

        Assert.That(await Ids(new Slice("author", "ana", SortKey.Of(3), SortKey.Of(6))), Is.EqualTo("3 4 5"));
        Assert.That(await Ids(new Slice("author", "ana", SortKey.Of(3), SortKey.Of(6), Newest: true, Take: 2)), Is.EqualTo("5 4"));
        Assert.That(await Ids(new Slice("author", "ana", From: SortKey.Of(8))), Is.EqualTo("8 9"));
        Assert.That(await Ids(new Slice("author", "ana", To: SortKey.Of(3))), Is.EqualTo("1 2"));
        Assert.That(await Ids(new Slice("author", "ana", SortKey.Of(6), SortKey.Of(6))), Is.Empty);
        Assert.That(await Ids(new Slice("author", "ana", SortKey.Of(6), SortKey.Of(3))), Is.Empty);
    }

    [Test]
    public async Task A_document_stands_under_each_of_its_keys_and_leaves_those_it_loses()
    {
        await Put(new Note("1", Author: "ana", Tags: ["x", "y", "y"]), new Note("2", Tags: ["y"]));
        Assert.That(await Ids(new Slice("tag", "y")), Is.EqualTo("1 2"));

        await Commit(batch => batch.Put(Notes, new Note("1", Author: null, Tags: ["x", "z"], Rank: 3), 1));

        Assert.That(await Ids(new Slice("author", "ana")), Is.Empty);
        Assert.That(await Ids(new Slice("tag", "x")), Is.EqualTo("1"));
        Assert.That(await Ids(new Slice("tag", "y")), Is.EqualTo("2"));
        Assert.That(await Ids(new Slice("tag", "z")), Is.EqualTo("1"));
    }

    [Test]
    public async Task Ids_and_keys_differ_by_case_and_sort_ordinally()
    {
        await Put(new("alpha", "small", "T"), new("Alpha", "large", "T"), new("beta", Author: "T"), new("Ärger", Author: "T"), new("Z", Author: "T"), new("ss", Author: "t"), new("ß", Author: "T"));

        Assert.That((await Find("alpha"))!.Value.Text, Is.EqualTo("small"));
        Assert.That((await Find("Alpha"))!.Value.Text, Is.EqualTo("large"));
        Assert.That(await Ids(new Slice("author", "T")), Is.EqualTo("Alpha Z alpha beta Ärger ß"));
        Assert.That(await Ids(new Slice("author", "t")), Is.EqualTo("ss"));
    }

    [Test]
    public async Task Instants_are_kept_to_the_microsecond()
    {
        var instant = Instant.FromUtc(1969, 12, 31, 23, 59, 59) + Duration.FromNanoseconds(123_456_789);
        await Put(new Note("1") { At = instant });

        var first = (await Find("1"))!.Value.At;
        Store = await Reopen();
        var second = (await Find("1"))!.Value.At;

        Assert.That((first, second), Is.EqualTo((instant - Duration.FromNanoseconds(789), instant - Duration.FromNanoseconds(789))));
    }

    [Test]
    public async Task Batches_are_applied_in_the_order_in_which_they_were_handed_over()
    {
        var commits = Enumerable.Range(0, 200).Select(version => Commit(batch => batch.Put(Notes, new Note("1", $"{version}", $"{version % 3}"), version))).ToArray();
        await Task.WhenAll(commits);

        var found = await Find("1");
        Assert.That((found!.Version, found.Value.Text), Is.EqualTo((200, "199")));
        Assert.That(await Ids(new Slice("author", "1")), Is.EqualTo("1"));
        Assert.That(await Ids(new Slice("author", "2")), Is.Empty);
    }

    [Test]
    public async Task Of_many_who_claim_one_id_at_once_exactly_one_gets_it()
    {
        var claims = Enumerable.Range(0, 50).Select(i => Commit(batch =>
        {
            batch.Put(Notes, new Note("claim", $"{i}"), Batch.New);
            batch.Put(Notes, new Note($"own{i}", Author: "winner"), Batch.New);
        })).ToArray();

        foreach (var claim in claims)
            await claim.ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.That(claims.Count(claim => claim.IsCompletedSuccessfully), Is.EqualTo(1));
        Assert.That(claims.Where(claim => claim.IsFaulted).Select(claim => claim.Exception!.InnerException), Is.All.TypeOf<ConflictException>());
        Assert.That(await Ids(new Slice("author", "winner")), Is.EqualTo($"own{(await Find("claim"))!.Value.Text}"));
    }

    [Test]
    public async Task Whoever_has_committed_reads_what_they_wrote()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 16), async (writer, _) =>
        {
            for (var version = 0; version < 10; version++)
            {
                await Commit(batch => batch.Put(Notes, new Note($"{writer}", $"{version}", Author: $"w{writer}"), version));
                Assert.That((await Find($"{writer}"))!.Value.Text, Is.EqualTo($"{version}"));
                Assert.That((await Store.Query(Here, Notes, new Slice("author", $"w{writer}"), default))[0].Version, Is.EqualTo(version + 1));
            }
        });
    }

    [Test]
    public async Task Everything_acknowledged_is_there_after_a_restart_and_after_a_kill()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Put(new Note($"{i:D3}", $"text {i}", "ana", i))));
        await Commit(batch => batch.Delete(Notes, "050", 1));
        await Commit(batch => batch.Put(Notes, new Note("051", "changed", "ben"), 1));

        foreach (var again in new[] { Kill, Reopen })
        {
            Store = await again();
            Assert.That(await Find("050"), Is.Null);
            Assert.That((await Find("051"))!.Value.Text, Is.EqualTo("changed"));
            Assert.That(await Store.Query(Here, Notes, new Slice("author", "ana"), default), Has.Count.EqualTo(98));
            Assert.That(await Ids(new Slice("author", "ben")), Is.EqualTo("051"));
        }
    }

    [Test]
    public async Task What_cannot_be_stored_is_refused_before_anything_is_written()
    {
        string[] bad = ["", "a\u0000b", "a\u0001b", new('x', 251), new('漢', 350)];
        foreach (var id in bad)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Commit(batch =>
            {
                batch.Put(Notes, new Note("good"), Batch.New);
                batch.Put(Notes, new Note(id), Batch.New);
            }), $"{id.Length}");
            await Assert.ThrowsAsync<ArgumentException>(() => Commit(batch => batch.Enqueue(Jobs, id, "", Noon, new Job("x"))));
        }
        await Assert.ThrowsAsync<ArgumentException>(() => Put(new Note("1", Author: "a\u0001b")));
        await Assert.ThrowsAsync<ArgumentException>(() => Put(new Note("1", Author: new string('x', 251))));

        Assert.That(await Find("good"), Is.Null);
        await Put(new Note(new string('x', 250), Author: new string('y', 250)));
        Assert.That(await Ids(new Slice("author", new string('y', 250))), Is.EqualTo(new string('x', 250)));
    }

    [Test]
    public async Task A_call_that_is_cancelled_beforehand_does_nothing()
    {
        var batch = In(Here);
        batch.Put(Notes, new Note("1"), Batch.New);

        await Assert.ThrowsAsync<OperationCanceledException>(() => Store.Commit(batch, new CancellationToken(canceled: true)));

        Assert.That(await Find("1"), Is.Null);
    }

    [Test]
    public async Task An_empty_batch_is_committed_at_once() => await Commit(_ => { });
}
