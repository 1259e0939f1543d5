using AsyncBot.Core.Documents;

namespace AsyncBot.Storage.Tests;

public abstract partial class StoreContract
{
    [Test]
    public async Task Every_workspace_with_a_document_is_named_once()
    {
        Assert.That(await Store.Workspaces(default), Is.Empty);
        foreach (var name in new[] { "T2", "T1", "T1a", "Ωmega", "T1" })
        {
            var batch = new Batch(new WorkspaceId(name), "test");
            batch.Put(Notes, new Note($"{Guid.NewGuid()}"), Batch.New);
            await Store.Commit(batch, default);
        }

        Assert.That((await Store.Workspaces(default)).Select(workspace => workspace.Value), Is.EquivalentTo(new[] { "T1", "T1a", "T2", "Ωmega" }));
        await Store.Clear(new WorkspaceId("T1"), default);
        Assert.That((await Store.Workspaces(default)).Select(workspace => workspace.Value), Is.EquivalentTo(new[] { "T1a", "T2", "Ωmega" }));
    }

    [Test]
    public async Task Clearing_a_workspace_removes_its_documents_also_those_just_read_and_from_every_index()
    {
        await Put(new Note("1", Author: "ana", Tags: ["a", "b"]), new Note("2", Author: "ana"));
        await Commit(batch => batch.Put(OtherNotes, new Note("1"), Batch.New));
        Assert.That(await Find("1"), Is.Not.Null);

        await Store.Clear(Here, default);

        Assert.That(await Find("1"), Is.Null);
        Assert.That(await Find("2"), Is.Null);
        Assert.That(await Store.Find(Here, OtherNotes, "1", default), Is.Null);
        Assert.That(await Ids(new Slice("author", "ana")), Is.Empty);
        Assert.That(await Ids(new Slice("tag", "b")), Is.Empty);
    }

    [Test]
    public async Task Clearing_a_workspace_removes_what_is_queued_in_it_whether_it_waits_or_is_held_or_parked()
    {
        await Enqueue("held", "lane");
        await Enqueue("parked");
        var held = (await Take()).ToDictionary(lease => lease.Id);
        await Commit(batch => batch.Park(held["parked"], "broken"));
        await Enqueue("waits", at: 5);
        await Enqueue("behind", "lane");
        await Commit(batch => batch.Enqueue(Outbox, "message", "lane", Noon, new Job("message")));

        await Store.Clear(Here, default);
        await LetLeasesRunOut();

        Assert.That(await Store.NextDue(Jobs, default), Is.Null);
        Assert.That(await Store.NextDue(Outbox, default), Is.Null);
        Assert.That(await TakeIds(at: 9), Is.Empty);
        Assert.That(await ParkedIds(), Is.Empty);
    }

    [Test]
    public async Task Whoever_held_a_thing_of_a_cleared_workspace_can_not_end_it_any_more()
    {
        await Enqueue("1");
        await Enqueue("2");
        await Enqueue("3");
        var leases = await Take();

        await Store.Clear(Here, default);

        foreach (var end in new Action<Batch>[] { batch => batch.Ack(leases[0]), batch => batch.Retry(leases[1], Noon), batch => batch.Park(leases[2], "x") })
        {
            await Assert.ThrowsAsync<ConflictException>(() => Commit(batch =>
            {
                batch.Put(Notes, new Note("outcome"), Batch.New);
                end(batch);
            }));
        }
        Assert.That(await Find("outcome"), Is.Null);
    }

    [Test]
    public async Task A_lease_of_before_does_not_end_a_thing_of_the_same_name_after()
    {
        await Enqueue("1");
        var old = (await Take()).Single();
        await Store.Clear(Here, default);
        await Enqueue("1");

        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch => batch.Ack(old)));
        var lease = (await Take()).Single();
        Assert.That((lease.Attempt, lease.Fence > old.Fence), Is.EqualTo((1, true)));
        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch => batch.Ack(old)));
        await Commit(batch => batch.Ack(lease));
    }

    [Test]
    public async Task Clearing_leaves_other_workspaces_alone_also_those_whose_name_begins_the_same()
    {
        WorkspaceId[] others = [Elsewhere, new("T"), new("T11"), new("T1 "), new("t1"), new("S1")];
        foreach (var workspace in others.Append(Here))
        {
            await Commit(workspace, batch =>
            {
                batch.Put(Notes, new Note("1", "kept", "ana"), Batch.New);
                batch.Enqueue(Jobs, "job", "lane", Noon, new Job(workspace.Value));
                batch.Enqueue(Outbox, "message", "lane", Noon, new Job(workspace.Value));
            });
        }
        var held = (await Take()).ToDictionary(lease => lease.Workspace);

        await Store.Clear(Here, default);

        foreach (var workspace in others)
        {
            Assert.That((await Store.Find(workspace, Notes, "1", default))!.Value.Text, Is.EqualTo("kept"), workspace.Value);
            Assert.That(await Store.Query(workspace, Notes, new Slice("author", "ana"), default), Has.Count.EqualTo(1), workspace.Value);
            await Commit(workspace, batch => batch.Ack(held[workspace]));
        }
        Assert.That((await Store.Take(Outbox, Noon, 100, LeaseTime, default)).Select(lease => lease.Body.What), Is.EquivalentTo(others.Select(workspace => workspace.Value)));
    }

    [Test]
    public async Task A_cleared_workspace_begins_anew_with_everything()
    {
        await Put(new Note("1", "old", "ana", 7));
        await Commit(batch => batch.Put(Notes, new Note("1", "older", "ana", 7), 1));
        await Enqueue("1", "lane", at: 5);
        await Take(at: 5);

        await Store.Clear(Here, default);
        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch => batch.Put(Notes, new Note("1", "late"), 2)));
        await Put(new Note("1", "new", "ana", 3));
        await Enqueue("1", "lane", at: 2);

        var found = await Find("1");
        Assert.That((found!.Version, found.Value.Text), Is.EqualTo((1, "new")));
        Assert.That(await Ids(new Slice("author", "ana")), Is.EqualTo("1"));
        Assert.That(await TakeIds(at: 2), Is.EqualTo("1"));
    }

    [Test]
    public async Task What_was_cleared_stays_away_after_a_restart_and_after_a_kill()
    {
        await Put([.. Enumerable.Range(0, 50).Select(i => new Note($"{i}", Author: "ana", Rank: i))]);
        await Enqueue("waits");
        await Commit(Elsewhere, batch => batch.Put(Notes, new Note("1", "elsewhere"), Batch.New));
        await Store.Clear(Here, default);

        foreach (var again in new[] { Kill, Reopen })
        {
            Store = await again();
            Assert.That(await Find("1"), Is.Null);
            Assert.That(await Ids(new Slice("author", "ana")), Is.Empty);
            Assert.That(await Store.NextDue(Jobs, default), Is.Null);
            Assert.That((await Store.Find(Elsewhere, Notes, "1", default))!.Value.Text, Is.EqualTo("elsewhere"));
        }
    }

    [Test]
    public async Task A_large_workspace_is_cleared_whole()
    {
        for (var run = 0; run < 5; run++)
            await Put([.. Enumerable.Range(0, 500).Select(i => new Note($"{run} {i}", Author: "ana", Rank: i, Tags: ["a", "b"]))]);

        await Store.Clear(Here, default);

        Assert.That(await Ids(new Slice("author", "ana")), Is.Empty);
        Assert.That(await Ids(new Slice("tag", "a")), Is.Empty);
        Assert.That(await Find("4 499"), Is.Null);
    }

    [Test]
    public async Task A_workspace_without_anything_can_be_cleared()
    {
        await Store.Clear(Here, default);
        await Store.Clear(Here, default);

        await Put(new Note("1"));
        Assert.That(await Find("1"), Is.Not.Null);
    }
}
