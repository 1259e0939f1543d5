using AsyncBot.Core.Documents;

namespace AsyncBot.Bot.Tests.Delivery;

public sealed class SettlementTests
{
    [Test]
    public async Task A_turn_that_caused_nothing_is_settled_at_once()
    {
        await using var delivery = await DeliveryStore.Open();

        Assert.That(delivery.Settlement.Of("the turn").IsCompleted, Is.True);
    }

    [Test]
    public async Task A_turn_is_settled_when_everything_it_caused_is_done_however_many_steps_later()
    {
        await using var delivery = await DeliveryStore.Open();
        await delivery.Enqueue("first");
        var settled = delivery.Settlement.Of("the turn");

        var first = (await delivery.Take()).Single();
        await delivery.Commit(batch =>
        {
            batch.Enqueue(DeliveryStore.Errands, "second", "", delivery.Clock.GetCurrentInstant(), new Errand("second"));
            batch.Enqueue(DeliveryStore.Others, "third", "", delivery.Clock.GetCurrentInstant(), new Errand("third"));
            batch.Ack(first);
        });
        Assert.That(settled.IsCompleted, Is.False);
        var second = (await delivery.Take()).Single();
        await delivery.Commit(batch => batch.Ack(second));
        Assert.That(settled.IsCompleted, Is.False);
        var third = (await delivery.Store.Take(DeliveryStore.Others, delivery.Clock.GetCurrentInstant(), 1, Duration.FromMinutes(1), default)).Single();
        await delivery.Commit(batch => batch.Ack(third));

        await settled.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(delivery.Settlement.Of("the turn").IsCompleted, Is.True);
    }

    [Test]
    public async Task What_is_due_later_is_not_waited_for()
    {
        await using var delivery = await DeliveryStore.Open();
        await delivery.Enqueue("tomorrow", Duration.FromDays(1));

        Assert.That(delivery.Settlement.Of("the turn").IsCompleted, Is.True);
    }

    [Test]
    public async Task One_turn_does_not_wait_for_another()
    {
        await using var delivery = await DeliveryStore.Open();
        await delivery.Enqueue("a", cause: "one");
        await delivery.Enqueue("b", cause: "two");
        var leases = await delivery.Take();

        await delivery.Commit(batch => batch.Ack(leases.Single(lease => lease.Id == "b")), "two");

        Assert.That(delivery.Settlement.Of("two").IsCompleted, Is.True);
        Assert.That(delivery.Settlement.Of("one").IsCompleted, Is.False);
    }

    [TestCase("put off")]
    [TestCase("given up")]
    [TestCase("cancelled")]
    public async Task What_will_not_come_now_is_settled(string how)
    {
        await using var delivery = await DeliveryStore.Open();
        await delivery.Enqueue("a");
        var settled = delivery.Settlement.Of("the turn");
        var lease = (await delivery.Take()).Single();

        await delivery.Commit(batch =>
        {
            switch (how)
            {
                case "put off":
                    batch.Retry(lease, lease.Due + Duration.FromMinutes(1));
                    break;
                case "given up":
                    batch.Park(lease, "broken");
                    break;
                default:
                    batch.Cancel(DeliveryStore.Errands, "a");
                    break;
            }
        });

        await settled.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Test]
    public async Task The_same_thing_twice_is_waited_for_once()
    {
        await using var delivery = await DeliveryStore.Open();
        await delivery.Enqueue("a");
        await delivery.Enqueue("a");
        var lease = (await delivery.Take()).Single();

        await delivery.Commit(batch => batch.Ack(lease));

        Assert.That(delivery.Settlement.Of("the turn").IsCompleted, Is.True);
    }

    [Test]
    public async Task What_is_called_off_and_asked_for_anew_at_once_is_waited_for()
    {
        await using var delivery = await DeliveryStore.Open();
        await delivery.Enqueue("a", Duration.FromDays(1), cause: "earlier");
        await delivery.Commit(batch =>
        {
            batch.Cancel(DeliveryStore.Errands, "a");
            batch.Enqueue(DeliveryStore.Errands, "a", "", delivery.Clock.GetCurrentInstant(), new Errand("a"));
        });
        var settled = delivery.Settlement.Of("the turn");
        Assert.That(settled.IsCompleted, Is.False);

        var lease = (await delivery.Take()).Single();
        await delivery.Commit(batch => batch.Ack(lease));
        await settled.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Test]
    public async Task A_commit_that_failed_is_not_waited_for_and_one_that_failed_to_end_a_thing_leaves_it_open()
    {
        await using var delivery = await DeliveryStore.Open();
        await delivery.Commit(batch => batch.Put(DeliveryStore.Notes, new Errand("note"), Batch.New));
        await delivery.Enqueue("a", cause: "open");
        var lease = (await delivery.Take()).Single();

        await Assert.ThrowsAsync<ConflictException>(() => delivery.Commit(batch =>
        {
            batch.Put(DeliveryStore.Notes, new Errand("note"), Batch.New);
            batch.Enqueue(DeliveryStore.Errands, "b", "", delivery.Clock.GetCurrentInstant(), new Errand("b"));
            batch.Ack(lease);
        }));

        Assert.That(delivery.Settlement.Of("the turn").IsCompleted, Is.True);
        Assert.That(delivery.Settlement.Of("open").IsCompleted, Is.False);
    }

    [Test]
    public async Task Forgetting_ends_all_waiting()
    {
        await using var delivery = await DeliveryStore.Open();
        await delivery.Enqueue("a", cause: "one");
        await delivery.Enqueue("b", cause: "two");
        var both = Task.WhenAll(delivery.Settlement.Of("one"), delivery.Settlement.Of("two"));

        delivery.Settlement.Forget();

        await both.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Test]
    public async Task Where_nobody_asks_nothing_is_watched()
    {
        await using var delivery = await DeliveryStore.Open();
        delivery.Settlement.IsOn = false;
        await delivery.Enqueue("a");

        Assert.That(delivery.Settlement.Of("the turn").IsCompleted, Is.True);
    }
}
