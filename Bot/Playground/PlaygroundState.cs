using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Playground;

/// <summary>Loads the playground as it was left, and empties it.</summary>
public sealed class PlaygroundState(
    IStore store, IEnumerable<IWorkspaceMemory> memories, PlaygroundDirectory directory, PlaygroundClock clock, Transcript transcript, TimeTravel travel, Simulation simulation, Delivery.Settlement settlement)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        settlement.IsOn = true;
        await directory.Load(cancellationToken);
        await clock.Load(store, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An empty, freshly seeded workspace with the clock live.</summary>
    public Task Reset(CancellationToken ct) => travel.Stopped(async () =>
    {
        await store.Clear(PlaygroundDirectory.Workspace, ct);
        foreach (var memory in memories)
            memory.Forget(PlaygroundDirectory.Workspace);
        settlement.Forget();
        directory.Reset();
        clock.Reset();
        transcript.Clear();
        simulation.Reset();
    }, ct);
}
