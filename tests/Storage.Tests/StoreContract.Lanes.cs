using AsyncBot.Core.Documents;

namespace AsyncBot.Storage.Tests;

public abstract partial class StoreContract
{
    [Test]
    public async Task A_lane_has_one_taker_at_a_time()
    {
        await Enqueue("a1", "a");
        await Enqueue("a2", "a");
        await Enqueue("b1", "b");
        await Enqueue("free");

        var first = await Take(max: 1);
        Assert.That(first.Single().Id, Is.EqualTo("a1"));
        var second = await Take();
        Assert.That(second.Select(lease => lease.Id), Is.EqualTo(new[] { "b1", "free" }));

        await Commit(batch => batch.Ack(first[0]));
        Assert.That(await TakeIds(), Is.EqualTo("a2"));
    }

    [Test]
    public async Task What_is_released_keeps_its_place_and_was_no_attempt()
    {
        await Enqueue("1", "lane");
        await Enqueue("2", "lane");
        await Commit(batch => batch.Enqueue(Jobs, "later", "lane", At(0), new Job("later")));
        var leases = await Take(max: 2);
        await Commit(batch => batch.Ack(leases[0]));
        await Commit(batch => batch.Release(leases[1]));

        await Assert.ThrowsAsync<ConflictException>(() => Commit(batch => batch.Ack(leases[1])));
        var again = await Take();
        Assert.That(again.Select(lease => (lease.Id, lease.Attempt)), Is.EqualTo(new[] { ("2", 1), ("later", 1) }));
        Assert.That(again[0].Fence, Is.GreaterThan(leases[1].Fence));
    }

    [Test]
    public async Task One_taker_may_get_several_things_of_a_lane_and_holds_it_until_all_are_ended()
    {
        await Enqueue("1", "lane");
        await Enqueue("2", "lane");
        await Enqueue("3", "lane");
        var leases = await Take(max: 2);
        Assert.That(leases.Select(lease => lease.Id), Is.EqualTo(new[] { "1", "2" }));

        await Commit(batch => batch.Ack(leases[0]));
        Assert.That(await TakeIds(), Is.Empty);
        await Commit(batch => batch.Ack(leases[1]));
        Assert.That(await TakeIds(), Is.EqualTo("3"));
    }

    [Test]
    public async Task A_lane_waits_with_a_thing_that_is_tried_again()
    {
        await Enqueue("1", "lane");
        await Enqueue("2", "lane");
        await Enqueue("other", "other");
        var first = (await Take(max: 1)).Single();
        await Commit(batch => batch.Retry(first, At(5)));

        Assert.That(await TakeIds(at: 4), Is.EqualTo("other"));
        Assert.That(await TakeIds(at: 5), Is.EqualTo("1 2"));
    }

    [Test]
    public async Task A_lane_goes_on_when_a_thing_is_given_up_or_its_lease_ran_out()
    {
        await Enqueue("1", "lane");
        await Enqueue("2", "lane");
        var first = (await Take(max: 1)).Single();
        await LetLeasesRunOut();
        first = (await Take(max: 1)).Single();
        Assert.That((first.Id, first.Attempt), Is.EqualTo(("1", 2)));

        await Commit(batch => batch.Park(first, "broken"));

        Assert.That(await TakeIds(), Is.EqualTo("2"));
    }

    [Test]
    public async Task A_thing_of_the_future_holds_up_nothing_that_is_due_before_it()
    {
        await Enqueue("tomorrow", "lane", at: 1440);
        await Enqueue("now", "lane", at: 0);

        Assert.That(await TakeIds(), Is.EqualTo("now"));
    }

    [Test]
    public async Task What_was_tried_stays_before_what_is_committed_later_and_due_earlier()
    {
        await Enqueue("first", "lane", at: 2);
        var first = (await Take(at: 2)).Single();
        await Enqueue("begun earlier", "lane", at: 1);
        await Commit(batch => batch.Retry(first, At(5)));

        Assert.That(await Store.NextDue(Jobs, default), Is.EqualTo(At(5)));
        Assert.That(await TakeIds(at: 4), Is.Empty);
        Store = await Reopen();
        Assert.That(await TakeIds(at: 4), Is.Empty);
        Assert.That(await TakeIds(at: 5), Is.EqualTo("first begun earlier"));
    }

    [Test]
    public async Task Whose_lease_ran_out_stays_before_what_is_committed_later_and_due_earlier()
    {
        await Enqueue("first", "lane", at: 2);
        await Take(at: 2);
        await Enqueue("begun earlier", "lane", at: 1);
        await LetLeasesRunOut();

        Assert.That(await TakeIds(at: 2), Is.EqualTo("first begun earlier"));
    }

    [Test]
    public async Task What_was_tried_holds_up_nothing_once_the_clock_is_set_back_before_it()
    {
        await Enqueue("tried", "lane", at: 10);
        var tried = (await Take(at: 10)).Single();
        await Enqueue("now", "lane", at: 3);
        await Commit(batch => batch.Retry(tried, At(12)));
        Assert.That(await TakeIds(at: 10), Is.Empty);

        Assert.That(await TakeIds(at: 2), Is.Empty);
        Assert.That(await Store.NextDue(Jobs, default), Is.EqualTo(At(3)));
        var now = (await Take(at: 3)).Single();
        Assert.That(now.Id, Is.EqualTo("now"));
        await Commit(batch => batch.Retry(now, At(4)));

        Assert.That(await TakeIds(at: 12), Is.EqualTo("now tried"));
    }

    [Test]
    public async Task Lanes_of_two_workspaces_are_two_lanes()
    {
        await Enqueue("1", "lane");
        Assert.That(await TakeIds(), Is.EqualTo("1"));
        await Commit(Elsewhere, batch => batch.Enqueue(Jobs, "2", "lane", Noon, new Job("2")));

        Assert.That(await TakeIds(), Is.EqualTo("2"));
    }
}
