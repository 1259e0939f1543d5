using AsyncBot.Bot.Delivery;
using AsyncBot.Core.Documents;
using AsyncBot.TestKit;

namespace AsyncBot.Bot.Tests.Delivery;

/// <summary>A real store, watched, with one queue of errands.</summary>
internal sealed class DeliveryStore : IAsyncDisposable
{
    public static readonly WorkspaceId Here = new("T1");
    public static readonly DueQueue<Errand> Errands = new("errands");
    public static readonly DueQueue<Errand> Others = new("others");
    public static readonly DocumentType<Errand> Notes = new("note", errand => errand.What);

    private static readonly Duration LeaseTime = Duration.FromMinutes(5);

    private readonly LiteDbStores _stores = new();

    public ManualBotClock Clock { get; } = new();

    public Settlement Settlement { get; private set; } = null!;

    public WatchedStore Store { get; private set; } = null!;

    public static async Task<DeliveryStore> Open()
    {
        var opened = new DeliveryStore();
        opened.Settlement = new Settlement(opened.Clock) { IsOn = true };
        opened.Store = new WatchedStore(await opened._stores.Open(), opened.Settlement);
        return opened;
    }

    public Task Commit(Action<Batch> fill, string cause = "the turn")
    {
        var batch = new Batch(Here, cause);
        fill(batch);
        return Store.Commit(batch, default);
    }

    public Task Enqueue(string what, Duration? after = null, string cause = "the turn") =>
        Commit(batch => batch.Enqueue(Errands, what, "", Clock.GetCurrentInstant() + (after ?? Duration.Zero), new Errand(what)), cause);

    public Task<IReadOnlyList<Lease<Errand>>> Take() => Store.Take(Errands, Clock.GetCurrentInstant(), 100, LeaseTime, default);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}

internal sealed record Errand(string What);
