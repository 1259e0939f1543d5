using AsyncBot.Core.Documents;

namespace AsyncBot.Storage.Tests;

public abstract partial class StoreContract
{
    protected static readonly DueQueue<Job> Jobs = new("job");
    protected static readonly DueQueue<Job> Outbox = new("outbox");
    protected static readonly Instant Noon = Instant.FromUtc(2026, 3, 9, 12, 0);

    protected static Instant At(int minutes) => Noon + Duration.FromMinutes(minutes);

    protected Task Enqueue(string id, string lane = "", int at = 0) => Commit(batch => batch.Enqueue(Jobs, id, lane, At(at), new Job(id)));

    protected Task<IReadOnlyList<Lease<Job>>> Take(int at = 0, int max = 100) => Store.Take(Jobs, At(at), max, LeaseTime, default);

    protected async Task<string> TakeIds(int at = 0, int max = 100) => string.Join(' ', (await Take(at, max)).Select(lease => lease.Id));

    protected async Task<string> ParkedIds() => string.Join(' ', (await Store.Parked(Jobs, Here, default)).Select(parked => parked.Id));

    [Test]
    public async Task Things_are_handed_out_by_due_time_and_then_in_commit_order()
    {
        await Enqueue("b", at: 2);
        await Enqueue("z", at: 1);
        await Enqueue("a", at: 1);
        await Enqueue("later", at: 9);

        Assert.That(await TakeIds(at: 0), Is.Empty);
        Assert.That(await TakeIds(at: 8, max: 2), Is.EqualTo("z a"));
        Assert.That(await TakeIds(at: 8), Is.EqualTo("b"));
    }

    [Test]
    public async Task A_lease_says_all_about_its_thing()
    {
        await Enqueue("1", "lane", at: 1);

        var lease = (await Take(at: 1)).Single();

        Assert.That((lease.Queue, lease.Workspace, lease.Id, lease.Lane, lease.Cause), Is.EqualTo(("job", Here, "1", "lane", "the turn")));
        Assert.That((lease.Due, lease.Attempt, lease.Body), Is.EqualTo((At(1), 1, new Job("1"))));
        Assert.That(lease.Fence, Is.Positive);
    }

    [Test]
    public async Task What_is_held_is_not_handed_out_again_and_after_an_ack_never()
    {
        await Enqueue("1");
        var lease = (await Take()).Single();
        Assert.That(await TakeIds(), Is.Empty);

        await Commit(batch => batch.Ack(lease));
        await LetLeasesRunOut();

        Assert.That(await TakeIds(), Is.Empty);
        Store = await Reopen();
        Assert.That(await TakeIds(), Is.Empty);
    }

    [Test]
    public async Task A_lease_that_ran_out_is_handed_out_again_with_a_higher_fence_and_attempt()
    {
        await Enqueue("1");
        var first = (await Take()).Single();
        await LetLeasesRunOut();
        var second = (await Take()).Single();

        Assert.That(second.Attempt, Is.EqualTo(2));
        Assert.That(second.Fence, Is.GreaterThan(first.Fence));
        foreach (var end in new Action<Batch>[] { batch => batch.Ack(first), batch => batch.Retry(first, Noon), batch => batch.Park(first, "x") })
        {
            var conflict = await Assert.ThrowsAsync<ConflictException>(() => Commit(batch =>
            {
                batch.Put(Notes, new Note("outcome"), Batch.New);
                end(batch);
            }));
            Assert.That(conflict!.What, Is.EqualTo("job 1"));
        }
        Assert.That(await Find("outcome"), Is.Null);
        await Commit(batch => batch.Ack(second));
    }

    [Test]
    public async Task A_lease_that_ran_out_may_still_end_its_thing_while_nobody_else_has_it()
    {
        await Enqueue("1");
        var lease = (await Take()).Single();
        await LetLeasesRunOut();

        await Commit(batch => batch.Ack(lease));

        Assert.That(await TakeIds(), Is.Empty);
    }

    [Test]
    public async Task A_lease_ends_once()
    {
        await Enqueue("1");
        var lease = (await Take()).Single();
        await Commit(batch => batch.Retry(lease, At(5)));

        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch => batch.Ack(lease)));
        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch => batch.Park(lease, "x")));

        var second = (await Take(at: 5)).Single();
        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch =>
        {
            batch.Ack(second);
            batch.Ack(second);
        }));
        Assert.That(await TakeIds(at: 5), Is.Empty, "still held");
    }

    [Test]
    public async Task Enqueueing_an_id_that_is_there_changes_nothing_whether_it_waits_or_is_held_or_parked()
    {
        await Enqueue("1", at: 1);
        await Enqueue("1", at: 0);
        Assert.That(await TakeIds(at: 0), Is.Empty, "waiting");

        var lease = (await Take(at: 1)).Single();
        await Enqueue("1", at: 0);
        Assert.That(await TakeIds(at: 1), Is.Empty, "held");

        await Commit(batch => batch.Park(lease, "broken"));
        await Enqueue("1", at: 0);
        Assert.That(await TakeIds(at: 1), Is.Empty, "parked");
    }

    [Test]
    public async Task An_id_is_unique_only_within_its_queue_and_workspace()
    {
        await Enqueue("1", "lane");
        await Commit(Elsewhere, batch => batch.Enqueue(Jobs, "1", "lane", Noon, new Job("elsewhere")));
        await Commit(batch => batch.Enqueue(Outbox, "1", "lane", Noon, new Job("outbox")));

        var leases = await Take();
        Assert.That(leases.Select(lease => lease.Body.What), Is.EqualTo(new[] { "1", "elsewhere" }));
        Assert.That((await Store.Take(Outbox, Noon, 10, LeaseTime, default)).Single().Body.What, Is.EqualTo("outbox"));

        await Commit(batch => batch.Ack(leases[1]));
        await Commit(Elsewhere, batch => batch.Cancel(Jobs, "1"));
        await Commit(batch => batch.Ack(leases[0]));
    }

    [Test]
    public async Task A_thing_may_enqueue_its_own_id_again_in_the_batch_that_ends_it()
    {
        await Enqueue("sweep", at: 0);
        var lease = (await Take()).Single();

        await Commit(batch =>
        {
            batch.Enqueue(Jobs, "sweep", "", At(60), new Job("next"));
            batch.Ack(lease);
        });

        Assert.That(await Store.NextDue(Jobs, default), Is.EqualTo(At(60)));
        Assert.That((await Take(at: 60)).Single().Body.What, Is.EqualTo("next"));
    }

    [Test]
    public async Task A_batch_may_move_a_thing_to_another_time()
    {
        await Enqueue("1", at: 5);

        await Commit(batch =>
        {
            batch.Cancel(Jobs, "1");
            batch.Enqueue(Jobs, "1", "", At(2), new Job("moved"));
        });

        Assert.That((await Take(at: 2)).Single().Body.What, Is.EqualTo("moved"));
    }

    [Test]
    public async Task What_is_cancelled_is_gone_and_a_lease_on_it_is_lost()
    {
        await Enqueue("waiting");
        await Enqueue("held", "lane");
        await Enqueue("next", "lane");
        var held = (await Take(max: 2))[1];
        await Commit(batch => batch.Cancel(Jobs, "held"));
        await Commit(batch => batch.Cancel(Jobs, "never was"));

        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch => batch.Ack(held)));
        Assert.That(await TakeIds(), Is.EqualTo("next"));
    }

    [Test]
    public async Task A_retried_thing_comes_back_at_its_time_as_the_next_attempt()
    {
        await Enqueue("1");
        await Commit(batch => batch.Retry(Take().Result.Single(), At(5)));

        Assert.That(await TakeIds(at: 4), Is.Empty);
        Assert.That(await Store.NextDue(Jobs, default), Is.EqualTo(At(5)));
        var second = (await Take(at: 5)).Single();
        Assert.That((second.Attempt, second.Due), Is.EqualTo((2, At(0))));
    }

    [Test]
    public async Task What_was_given_up_on_is_kept_with_its_reason_until_it_is_cancelled()
    {
        await Enqueue("1", "lane", at: 1);
        await Enqueue("2", at: 0);
        foreach (var lease in await Take(at: 1))
            await Commit(batch => batch.Park(lease, $"reason {lease.Id}"));

        foreach (var again in new[] { () => Task.FromResult(Store), Reopen })
        {
            Store = await again();
            Assert.That(await TakeIds(at: 9), Is.Empty);
            Assert.That(await Store.NextDue(Jobs, default), Is.Null);
            var parked = await Store.Parked(Jobs, Here, default);
            Assert.That(parked.Select(one => one.Id), Is.EqualTo(new[] { "2", "1" }));
            Assert.That(parked[1], Is.EqualTo(new Parked<Job>("1", "lane", At(1), 1, "reason 1", new Job("1"))));
            Assert.That(await Store.Parked(Jobs, Elsewhere, default), Is.Empty);
        }
        await Commit(batch => batch.Cancel(Jobs, "1"));
        Assert.That(await ParkedIds(), Is.EqualTo("2"));
        await Enqueue("1");
        Assert.That(await TakeIds(), Is.EqualTo("1"));
    }

    [Test]
    public async Task The_next_due_time_counts_what_nobody_holds()
    {
        Assert.That(await Store.NextDue(Jobs, default), Is.Null);
        await Enqueue("1", "lane", at: 1);
        await Enqueue("2", "lane", at: 2);
        await Enqueue("3", "", at: 7);
        Assert.That(await Store.NextDue(Jobs, default), Is.EqualTo(At(1)));

        var first = (await Take(at: 1)).Single();
        Assert.That(await Store.NextDue(Jobs, default), Is.EqualTo(At(7)), "the lane is held");
        await Commit(batch => batch.Retry(first, At(5)));
        Assert.That(await Store.NextDue(Jobs, default), Is.EqualTo(At(5)), "the lane waits for the retry");
        first = (await Take(at: 5, max: 1)).Single();
        await LetLeasesRunOut();
        Assert.That(await Store.NextDue(Jobs, default), Is.LessThanOrEqualTo(At(5)), "the lease ran out");
        first = (await Take(at: 5, max: 1)).Single();
        await Commit(batch => batch.Ack(first));
        Assert.That(await Store.NextDue(Jobs, default), Is.EqualTo(At(2)));
    }

    [Test]
    public async Task After_a_kill_everything_unacknowledged_is_handed_out_but_for_what_waits_for_a_retry()
    {
        foreach (var id in new[] { "acked", "retried", "held", "waiting" })
            await Enqueue(id);
        var leases = await Take(max: 3);
        await Commit(batch => batch.Ack(leases[0]));
        await Commit(batch => batch.Retry(leases[1], At(5)));

        Store = await Kill();
        await LetLeasesRunOut();

        Assert.That(await TakeIds(), Is.EqualTo("held waiting"));
        var retried = (await Take(at: 5)).Single();
        Assert.That((retried.Id, retried.Attempt, retried.Cause, retried.Body), Is.EqualTo(("retried", 2, "the turn", new Job("retried"))));
    }

    [Test]
    public async Task A_lease_from_before_a_restart_is_stale_once_its_thing_was_handed_out_again()
    {
        await Enqueue("1");
        var old = (await Take()).Single();
        Store = await Reopen();
        await LetLeasesRunOut();
        var lease = (await Take()).Single();

        Assert.That(lease.Fence, Is.GreaterThan(old.Fence));
        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch => batch.Ack(old)));
        await Commit(batch => batch.Ack(lease));
    }

    [Test]
    public async Task Commit_order_survives_a_restart()
    {
        string[] ids = [.. Enumerable.Range(0, 20).Select(i => $"{(i * 7) % 20:D2}")];
        foreach (var id in ids)
            await Enqueue(id, "lane");

        Store = await Reopen();
        await Enqueue("00a", "lane");

        Assert.That(await TakeIds(), Is.EqualTo(string.Join(' ', ids) + " 00a"));
    }

    public sealed record Job(string What);
}
