using AsyncBot.Bot.Delivery;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Playground;

/// <summary>
/// Moves the clock, and with it everything that falls due on the way: each job and message in its order, at its own time, while the
/// ordinary loops are held.
/// </summary>
public sealed class TimeTravel(PlaygroundClock clock, IStore store, DueLoop<IJob> jobs, DueLoop<Effect> outbox, Transcript transcript)
{
    /// <summary>Housekeeping renews itself for ever, and nobody sees it.</summary>
    private static readonly Duration Horizon = Duration.FromDays(366);

    private readonly SemaphoreSlim _gate = new(1);

    /// <returns>What was posted on the way.</returns>
    public Task<IReadOnlyList<ChatMessage>> To(Instant target, CancellationToken ct) => To(_ => target, ct);

    /// <param name="where">Says where to, from where the clock is once those who moved it before are done.</param>
    public async Task<IReadOnlyList<ChatMessage>> To(Func<Instant, Instant> where, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            using var heldJobs = await jobs.Hold(ct);
            using var heldOutbox = await outbox.Hold(ct);
            var target = where(clock.GetCurrentInstant());
            transcript.StartRecording();
            if (target < clock.GetCurrentInstant())
                clock.StandAt(target);
            while (await NextDue(ct) is { } due && due <= target)
                await Visit(due > clock.GetCurrentInstant() ? due : clock.GetCurrentInstant(), ct);
            clock.StandAt(target);
            await clock.Save(store, ct);
            return transcript.StopRecording();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>To the next thing that anybody will see; if nothing is seen within a year, as far as silent work went.</summary>
    public async Task<IReadOnlyList<ChatMessage>> ToNext(CancellationToken ct)
    {
        var horizon = clock.GetCurrentInstant() + Horizon;
        while (await NextDue(ct) is { } due && due <= horizon)
        {
            var now = clock.GetCurrentInstant();
            if (await To(due > now ? due : now, ct) is { Count: > 0 } seen)
                return seen;
        }

        return [];
    }

    /// <summary>Lets the clock run on from where it stands.</summary>
    public async Task RunOn(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            clock.RunOn();
            await clock.Save(store, ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Does something while nothing else happens.</summary>
    public async Task Stopped(Func<Task> act, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            using var heldJobs = await jobs.Hold(ct);
            using var heldOutbox = await outbox.Hold(ct);
            await act();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task Visit(Instant now, CancellationToken ct)
    {
        clock.StandAt(now);
        while (await NextDue(ct) is { } due && due <= now)
        {
            await jobs.RunDue(now, ct);
            await outbox.RunDue(now, ct);
        }
    }

    private async Task<Instant?> NextDue(CancellationToken ct)
    {
        var job = await store.NextDue(Queues.Jobs, ct);
        var message = await store.NextDue(Queues.Outbox, ct);
        return job is null || message < job ? message ?? job : job;
    }
}
