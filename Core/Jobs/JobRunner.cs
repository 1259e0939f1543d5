using System.Diagnostics;
using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Jobs;

/// <summary>
/// Does what is due: each job under a lease, its effects and the end of the lease in one commit. A job that fails is tried
/// again later and later, and at last parked where an admin sees it.
/// </summary>
public sealed class JobRunner(IStore store, TurnRunner turns, JobCatalog jobs, IServiceProvider services, ITurnLog log)
{
    private const int AtOnce = 64;
    private const int Attempts = 8;

    private static readonly Duration Lease = Duration.FromMinutes(2);

    /// <summary>Starts what is due by now, in its order; what is in one lane goes one after the other.</summary>
    /// <returns>A task for each job that is in no lane, and for each lane; none when nothing is due.</returns>
    public async Task<IReadOnlyList<Task>> Start(Instant now, CancellationToken ct)
    {
        var due = await store.Take(Queues.Jobs, now, AtOnce, Lease, ct);
        var lanes = due.GroupBy(lease => (lease.Workspace, lease.Lane, Alone: lease.Lane.Length == 0 ? lease.Id : null));
        return [.. lanes.Select(lane => Run([.. lane], now, ct))];
    }

    private async Task Run(IReadOnlyList<Lease<IJob>> lane, Instant now, CancellationToken ct)
    {
        foreach (var lease in lane)
            await Run(lease, now, ct);
    }

    private async Task Run(Lease<IJob> lease, Instant now, CancellationToken ct)
    {
        // Nothing of an earlier hand-out was committed, so each has an id of its own.
        var id = string.Create(CultureInfo.InvariantCulture, $"{lease.Id}@{lease.Fence}");
        using var scope = log.Begin(id);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var caller = Caller.Bot(lease.Workspace, ConversationId.Of(PersonId.Bot), DateTimeZone.Utc);
            await turns.Run(id, lease.Cause, caller, turn => Run(lease, turn), LostLease, ct, lease.Due);
            log.Ended(jobs.NameOf(lease.Body), "done", Stopwatch.GetElapsedTime(started));
        }
        catch (ConflictException conflict) when (LostLease(conflict))
        {
            log.Ended(jobs.NameOf(lease.Body), "taken over by another", Stopwatch.GetElapsedTime(started));
        }
        catch (Exception error) when (error is not StoreFailedException && !Cancellation.IsCalledOff(error))
        {
            log.Failed(jobs.NameOf(lease.Body), error);
            await PutOff(lease, now, error, ct);
        }

        bool LostLease(ConflictException conflict) => conflict.What == $"{lease.Queue} {lease.Id}";
    }

    private async Task<bool> Run(Lease<IJob> lease, Turn turn)
    {
        turn.Batch.Ack(lease);
        await jobs.Run(services, lease.Body, turn);
        return true;
    }

    private async Task PutOff(Lease<IJob> lease, Instant now, Exception error, CancellationToken ct)
    {
        var batch = new Batch(lease.Workspace, lease.Cause);
        if (lease.Attempt >= Attempts)
            batch.Park(lease, error.GetType().Name);
        else
            batch.Retry(lease, now + BackOff.After(lease.Attempt));
        try
        {
            await store.Commit(batch, ct);
        }
        catch (ConflictException)
        {
            // The lease ran out meanwhile, and whoever holds it now tries again.
        }
    }
}
