using AsyncBot.Core.Documents;
using AsyncBot.TestKit;

namespace AsyncBot.Storage.Tests.LiteDb;

public sealed class LiteDbStoreContractTests : StoreContract
{
    private LiteDbStores _stores = new();

    protected override async Task<IStore> OpenEmpty()
    {
        await _stores.DisposeAsync();
        _stores = new LiteDbStores();
        return await _stores.Open();
    }

    protected override async Task<IStore> Reopen() => await _stores.Reopen();

    protected override async Task<IStore> Kill() => await _stores.Snapshot();

    protected override Task LetLeasesRunOut()
    {
        _stores.Time.Pass(LeaseTime);
        return Task.CompletedTask;
    }

    [TearDown]
    public async Task Close() => await _stores.DisposeAsync();
}
