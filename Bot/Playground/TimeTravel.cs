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
    private const int SilentStops = 100;

    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Once the clock moves it is moved all the way, also for a caller that hangs up.</summary>
    /// <param name="where">Says where to, from where the clock is once those who moved it before are done.</param>
    /// <returns>What was posted on the way.</returns>
    public async Task<IReadOnlyList<ChatMessage>> To(Func<Instant, Instant> where, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            using var heldJobs = await jobs.Hold(CancellationToken.None);
            using var heldOutbox = await outbox.Hold(CancellationToken.None);
            return await Move(where(clock.GetCurrentInstant()));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>To the next thing that anybody will see, or as far as a hundred things that nobody sees.</summary>
    public async Task<IReadOnlyList<ChatMessage>> ToNext(CancellationToken ct)
    {
        for (var stop = 0; stop < SilentStops && await NextDue(ct) is { } due; stop++)
        {
            if (await To(now => Instant.Max(now, due), ct) is { Count: > 0 } seen)
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
            await clock.Save(store);
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

    private async Task<IReadOnlyList<ChatMessage>> Move(Instant target)
    {
        IReadOnlyList<ChatMessage> seen;
        transcript.StartRecording();
        try
        {
            if (target < clock.GetCurrentInstant())
                clock.StandAt(target);
            while (await NextDue(CancellationToken.None) is { } due && due <= target)
                await Visit(Instant.Max(due, clock.GetCurrentInstant()));
            clock.StandAt(target);
        }
        finally
        {
            seen = transcript.StopRecording();
            await clock.Save(store);
        }

        return seen;
    }

    private async Task Visit(Instant now)
    {
        clock.StandAt(now);
        while (await NextDue(CancellationToken.None) is { } due && due <= now)
        {
            await jobs.RunDue(now, CancellationToken.None);
            await outbox.RunDue(now, CancellationToken.None);
        }
    }

    private async Task<Instant?> NextDue(CancellationToken ct)
    {
        var job = await store.NextDue(Queues.Jobs, ct);
        var message = await store.NextDue(Queues.Outbox, ct);
        return job is null || message < job ? message ?? job : job;
    }
}
