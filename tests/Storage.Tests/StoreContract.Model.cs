using AsyncBot.Core.Documents;
using CsCheck;

namespace AsyncBot.Storage.Tests;

public abstract partial class StoreContract
{
    /// <summary>How many random histories are tried; each opens a store of its own.</summary>
    protected virtual int Histories => 40;

    [Test]
    public async Task Any_history_reads_like_one_of_plain_lists()
    {
        var step = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 999], Gen.Int[0, 999]);
        await step.Array[1, 60].SampleAsync(async steps =>
        {
            Store = await OpenEmpty();
            var model = new StoreModel();
            var leases = new List<Lease>();
            foreach (var (kind, a, b) in steps)
                await Step(model, leases, kind, a, b);
            Store = await Reopen();
            model.Restart();
            await Compare(model);
            await CompareTake(model, leases, 1000, 1000);
        }, iter: Histories, threads: 1);
    }

    private async Task Step(StoreModel model, List<Lease> leases, int kind, int a, int b)
    {
        switch (kind)
        {
            case < 60:
                var batch = In(Here);
                Fill(batch, model, leases, a, b);
                if (kind % 3 == 0)
                    Fill(batch, model, leases, b, a);
                await CommitBoth(model, batch);
                break;
            case < 80:
                await CompareTake(model, leases, a % 8, b % 4);
                break;
            case < 86:
                await LetLeasesRunOut();
                model.LetLeasesRunOut();
                break;
            case < 88:
                Store = await Reopen();
                model.Restart();
                break;
            default:
                await Compare(model);
                break;
        }
    }

    private static void Fill(Batch batch, StoreModel model, List<Lease> leases, int a, int b)
    {
        var id = $"{a / 10 % 6}";
        var version = b % 7 == 0 ? b % 3 : model.Find(id)?.Version ?? 0;
        var lease = leases.Count > 0 ? leases[^(1 + b % Math.Min(leases.Count, 4))] : null;
        switch (a % 10)
        {
            case < 4:
                batch.Put(Notes, new Note(id, $"{a} {b}", b % 4 == 0 ? null : $"{b % 3}", b % 5, [.. Enumerable.Range(0, b % 3).Select(tag => $"t{(a + tag) % 2}")]), version);
                break;
            case 4:
                batch.Delete(Notes, id, version);
                break;
            case 5:
                batch.Cancel(Jobs, id);
                break;
            case 6 or 7:
                batch.Enqueue(Jobs, id, b % 3 == 0 ? "" : $"lane {b % 2}", At(b % 6), new Job($"{a} {b}"));
                break;
            case 8 when lease is not null:
                batch.Ack(lease);
                break;
            case 9 when lease is not null && b % 3 == 0:
                batch.Park(lease, $"{b}");
                break;
            case 9 when lease is not null:
                batch.Retry(lease, At(b % 8));
                break;
        }
    }

    private async Task CommitBoth(StoreModel model, Batch batch)
    {
        var accepts = model.Commit(batch);
        try
        {
            await Store.Commit(batch, default);
            Assert.That(accepts, Is.True, "committed");
        }
        catch (ConflictException conflict)
        {
            Assert.That(accepts, Is.False, conflict.Message);
        }
    }

    private async Task CompareTake(StoreModel model, List<Lease> leases, int at, int max)
    {
        var taken = await Take(at, max);
        Assert.That(taken.Select(lease => (lease.Id, lease.Attempt)), Is.EqualTo(model.Take(At(at), max)));
        foreach (var lease in taken)
        {
            model.Took(lease);
            leases.Add(lease);
        }
    }

    private async Task Compare(StoreModel model)
    {
        foreach (var id in Enumerable.Range(0, 6).Select(id => $"{id}"))
        {
            var found = await Find(id);
            Assert.That((found?.Version, found?.Value.Text), Is.EqualTo((model.Find(id)?.Version, model.Find(id)?.Value.Text)));
        }
        foreach (var (index, key) in new[] { ("author", "0"), ("author", "1"), ("author", "2"), ("tag", "t0"), ("tag", "t1") })
            foreach (var newest in new[] { false, true })
                foreach (var slice in new Slice[] { new(index, key, Newest: newest), new(index, key, SortKey.Of(1), SortKey.Of(4), newest, 2) })
                    Assert.That(await Ids(slice), Is.EqualTo(model.Query(slice)), $"{slice}");
        Assert.That(await Store.NextDue(Jobs, default), Is.EqualTo(model.NextDue()));
        Assert.That(await ParkedIds(), Is.EqualTo(model.Parked()));
    }
}
