using AsyncBot.Bot.Delivery;
using AsyncBot.Core.Documents;

namespace AsyncBot.Bot.Tests.Delivery;

public sealed class WakeUpTests
{
    [Test]
    public async Task A_call_wakes_whoever_sleeps_and_whoever_goes_to_sleep_later()
    {
        var wakeUp = new WakeUp();
        var asleep = wakeUp.Called(default);
        Assert.That(asleep.IsCompleted, Is.False);

        wakeUp.Call();

        await asleep.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(wakeUp.Called(default).IsCompleted, Is.True);
    }

    [Test]
    public void Many_calls_are_one()
    {
        var wakeUp = new WakeUp();
        for (var i = 0; i < 5; i++)
            wakeUp.Call();

        wakeUp.Clear();

        Assert.That(wakeUp.Called(default).IsCompleted, Is.False);
    }

    [Test]
    public async Task A_sleep_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var asleep = new WakeUp().Called(cancelled.Token);

        await cancelled.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => asleep);
    }

    [Test]
    public async Task Whatever_changes_a_queue_calls_its_loop_and_no_other()
    {
        await using var delivery = await DeliveryStore.Open();
        await delivery.Enqueue("a");
        await delivery.Enqueue("b");
        await delivery.Enqueue("c");
        await delivery.Enqueue("d");
        var leases = await delivery.Take();
        var changes = new Action<Batch>[]
        {
            batch => batch.Enqueue(DeliveryStore.Errands, "e", "", Instant.MaxValue - Duration.FromDays(1), new Errand("e")),
            batch => batch.Ack(leases[0]),
            batch => batch.Retry(leases[1], leases[1].Due),
            batch => batch.Park(leases[2], "broken"),
            batch => batch.Cancel(DeliveryStore.Errands, "d"),
        };
        foreach (var change in changes)
        {
            delivery.Store.On("errands").Clear();
            await delivery.Commit(change);

            Assert.That(delivery.Store.On("errands").Called(default).IsCompleted, Is.True);
            Assert.That(delivery.Store.On("others").Called(default).IsCompleted, Is.False);
        }
    }

    [Test]
    public async Task A_document_or_a_commit_that_fails_calls_nobody()
    {
        await using var delivery = await DeliveryStore.Open();
        await delivery.Commit(batch => batch.Put(DeliveryStore.Notes, new Errand("note"), Batch.New));

        await Assert.ThrowsAsync<ConflictException>(() => delivery.Commit(batch =>
        {
            batch.Put(DeliveryStore.Notes, new Errand("note"), Batch.New);
            batch.Enqueue(DeliveryStore.Errands, "a", "", delivery.Clock.GetCurrentInstant(), new Errand("a"));
        }));

        Assert.That(delivery.Store.On("errands").Called(default).IsCompleted, Is.False);
    }
}
