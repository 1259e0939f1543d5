using System.Diagnostics;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Outbox;

/// <summary>One visit to one conversation with everything that waits for it.</summary>
internal sealed class Round(IStore store, IChat chat, TimeProvider time, ITurnLog log, Instant now)
{
    private const int Attempts = 12;
    private const int AttemptsUnseen = 3;

    /// <summary>What was committed late by a turn that began early stands before what was begun, so a few are looked for.</summary>
    private const int Begun = 3;

    /// <summary>A platform may be gone for a day without anything being given up on.</summary>
    private static readonly Duration Patience = Duration.FromDays(1);

    /// <summary>A delivery is not begun in the second half of its lease, so that it can't end after somebody else began it too.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    private readonly Dictionary<PostId, MessageId> _posted = [];
    private readonly long _begun = time.GetTimestamp();
    private Batch? _written;

    /// <param name="mayBeBegun">Whether somebody else may have begun one of the first of them.</param>
    public async Task Serve(IReadOnlyList<Lease<Effect>> lane, bool mayBeBegun, CancellationToken ct)
    {
        using var scope = log.Begin(lane[0].Cause);
        try
        {
            for (var at = 0; at < lane.Count; at++)
            {
                var isLate = time.GetElapsedTime(_begun) > Enough;
                if (isLate || !await Deliver(lane[at], lane[at].Attempt > 1 || (mayBeBegun && at < Begun), ct))
                {
                    await Release(lane.Skip(isLate ? at : at + 1), ct);
                    break;
                }
            }

            await Flush(ct);
        }
        catch (ConflictException)
        {
            log.Ended("delivery", "taken over by another", time.GetElapsedTime(_begun));
        }
    }

    /// <returns>False when the conversation has to wait.</returns>
    private async Task<bool> Deliver(Lease<Effect> lease, bool mayBeBegun, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = await Try(lease, mayBeBegun, ct);
        var batch = _written ??= new Batch(lease.Workspace, lease.Cause);
        switch (outcome)
        {
            case Delivered delivered:
                await Record(lease, delivered, batch, ct);
                if (delivered.Also is null)
                    await Flush(ct);
                return true;
            case TryLater later when MayTryAgain(lease):
                batch.Retry(lease, now + (later.After ?? BackOff.After(lease.Attempt)));
                log.Ended("delivery", $"put off: {later.Reason}", Stopwatch.GetElapsedTime(started));
                return false;
            case Unknown unknown when MayRepeat(lease):
                batch.Retry(lease, now + BackOff.After(lease.Attempt));
                log.Ended("delivery", $"unknown: {unknown.Reason}", Stopwatch.GetElapsedTime(started));
                return false;
            default:
                var reason = outcome switch
                {
                    Refused refused => refused.Reason,
                    TryLater later => later.Reason,
                    Unknown unknown => $"unknown whether it arrived: {unknown.Reason}",
                    _ => outcome.GetType().Name,
                };
                batch.Park(lease, reason);
                log.Ended("delivery", $"given up: {reason}", Stopwatch.GetElapsedTime(started));
                return true;
        }
    }

    /// <summary>Where nobody can look, a few attempts must do: each may show the same once more.</summary>
    private bool MayRepeat(Lease<Effect> lease) => lease.Body switch
    {
        Post { IfUnknown: IfUnknown.Report } => false,
        Whisper or Upload or Picture => lease.Attempt < AttemptsUnseen,
        _ => MayTryAgain(lease),
    };

    private bool MayTryAgain(Lease<Effect> lease) => lease.Attempt < Attempts || now - lease.Due < Patience;

    private async Task<Outcome> Try(Lease<Effect> lease, bool mayBeBegun, CancellationToken ct)
    {
        try
        {
            return await Send(lease, mayBeBegun, ct);
        }
        catch (Exception error) when (error is not StoreFailedException && !Cancellation.IsCalledOff(error))
        {
            log.Failed("delivery", error);
            return new Unknown(error.GetType().Name);
        }
    }

    private async Task<Outcome> Send(Lease<Effect> lease, bool mayBeBegun, CancellationToken ct)
    {
        var envelope = new Envelope(lease.Workspace, new PostId(lease.Id), lease.Cause, lease.Due);
        switch (lease.Body)
        {
            case Post said:
                if (await IsRemoved(envelope, said, ct))
                    return new Delivered(null);
                var post = await InThread(lease.Workspace, said, ct);
                var earlier = mayBeBegun ? await chat.LookUp(envelope, post, ct) : new NotThere();
                return earlier switch
                {
                    NotThere => await chat.Send(envelope, post, ct),
                    Unknown when post.IfUnknown == IfUnknown.Repeat => await chat.Send(envelope, post, ct),
                    _ => earlier,
                };
            case Update update:
                return await MessageOf(lease.Workspace, update.Of, ct) is { } message
                    ? await AndForget(lease.Workspace, update, await chat.Send(envelope, update, message, ct), ct)
                    : new Delivered(null);
            case Whisper whisper:
                return await chat.Send(envelope, whisper, ct);
            case Upload upload:
                return await chat.Send(envelope, upload, ct);
            case Picture picture:
                return await chat.Send(envelope, picture, ct);
            case GroupSync group:
                return await chat.Send(envelope, group, ct);
            case PublishHome home:
                return await chat.Send(envelope, home, ct);
            default:
                throw new InvalidOperationException($"Nobody delivers {lease.Body.GetType().Name}.");
        }
    }

    /// <summary>What it quotes was deleted or forgotten while it was on its way.</summary>
    private async Task<bool> IsRemoved(Envelope envelope, Post post, CancellationToken ct)
    {
        foreach (var item in post.Quotes ?? [])
        {
            if (await store.Find(envelope.Workspace, RemovedText.Type, item, ct) is { } removed && removed.Value.Holds(envelope.Id, envelope.Since))
                return true;
        }

        return false;
    }

    /// <summary>The thread of a message that was not there yet when this was described, but came before it.</summary>
    private async Task<Post> InThread(WorkspaceId workspace, Post post, CancellationToken ct) =>
        post.ThreadOf is { } root ? post with { Thread = await MessageOf(workspace, root, ct) } : post;

    private async Task Record(Lease<Effect> lease, Delivered delivered, Batch batch, CancellationToken ct)
    {
        if (lease.Body is Post said && delivered.Message is { } message)
        {
            var post = await InThread(lease.Workspace, said, ct);
            _posted[new PostId(lease.Id)] = message;
            if (post.Subject is not null || post.Quotes is not null || post.IsAwaiting)
                batch.Put(Posted.Type, new Posted(new PostId(lease.Id), post.To, message, post.Subject, post.Thread, post.Quotes, now), Batch.New);
        }

        delivered.Also?.Invoke(batch);
        batch.Ack(lease);
    }

    private async Task<MessageId?> MessageOf(WorkspaceId workspace, PostId post, CancellationToken ct) =>
        _posted.TryGetValue(post, out var here) ? here
        : await store.Find(workspace, Posted.Type, post.Value, ct) is { } posted ? posted.Value.Message
        : null;

    private async Task<Outcome> AndForget(WorkspaceId workspace, Update update, Outcome outcome, CancellationToken ct) =>
        update.IsLast && outcome is Delivered delivered && await store.Find(workspace, Posted.Type, update.Of.Value, ct) is { } posted
            ? delivered with { Also = delivered.Also + (batch => batch.Delete(Posted.Type, update.Of.Value, posted.Version)) }
            : outcome;

    /// <summary>Gives back what was not begun; it keeps its place and all its attempts.</summary>
    private Task Release(IEnumerable<Lease<Effect>> rest, CancellationToken ct)
    {
        foreach (var lease in rest)
            (_written ??= new Batch(lease.Workspace, lease.Cause)).Release(lease);
        return Flush(ct);
    }

    private async Task Flush(CancellationToken ct)
    {
        if (_written is { } batch)
        {
            _written = null;
            await store.Commit(batch, ct);
        }
    }
}
