using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Outbox;

/// <summary>
/// Delivers what was committed: conversation by conversation, in order, at the platform's pace, and again until it is
/// surely there or surely hopeless.
/// </summary>
public sealed class Courier(IStore store, IChat chat, TimeProvider time, ITurnLog log)
{
    private const int AtOnce = 256;

    private static readonly Duration Lease = Duration.FromMinutes(1);

    /// <summary>
    /// A process that was killed may have begun the first thing of each conversation without writing that down, so until
    /// what it left is worked off, that one is looked for before it is sent.
    /// </summary>
    private volatile bool _isCatchingUp = true;

    /// <summary>Starts the delivery of what is due by now.</summary>
    /// <returns>A task for each conversation that is served; none when nothing is due.</returns>
    public async Task<IReadOnlyList<Task>> Start(Instant now, CancellationToken ct)
    {
        var due = await store.Take(Queues.Outbox, now, AtOnce, Lease, ct);
        var isCatchingUp = _isCatchingUp;
        _isCatchingUp = isCatchingUp && due.Count == AtOnce;
        return [.. due.GroupBy(lease => (lease.Workspace, lease.Lane))
            .Select(lane => new Round(store, chat, time, log, now).Serve([.. lane], isCatchingUp, ct))];
    }
}
