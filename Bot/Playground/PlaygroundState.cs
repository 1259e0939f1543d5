using AsyncBot.Bot.Delivery;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Playground;

/// <summary>Loads the playground as it was left, and empties it.</summary>
public sealed class PlaygroundState(
    IStore store,
    IEnumerable<IWorkspaceMemory> memories,
    PlaygroundDirectory directory,
    PlaygroundClock clock,
    TimeTravel travel,
    Settlement settlement,
    Traffic traffic) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        settlement.IsOn = true;
        await directory.Load(cancellationToken);
        await clock.Load(store, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An empty, freshly seeded workspace with the clock live.</summary>
    public async Task Reset(CancellationToken ct)
    {
        using var alone = await traffic.Close(ct);
        await travel.Stopped(Empty, ct);
    }

    private async Task Empty()
    {
        // Once begun it is finished, also when whoever asked has gone.
        await store.Clear(PlaygroundDirectory.Workspace, CancellationToken.None);
        foreach (var memory in memories)
            memory.Forget(PlaygroundDirectory.Workspace);
        settlement.Forget();
        clock.Reset();
    }
}
