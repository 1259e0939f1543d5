using System.Diagnostics;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>
/// The one door: whatever comes from any platform is read, checked, handled and committed here, and answered in every case.
/// </summary>
public sealed class Dispatcher(CommandCatalog commands, Callers callers, TurnRunner turns, DocumentCatalog documents, IStore store, IServiceProvider services, ITurnLog log)
{
    private const string ButtonKey = "button ";

    private static readonly IReadOnlyDictionary<string, string> NoErrors = new Dictionary<string, string>();

    private readonly LineReader _lines = new(commands);

    public async Task<Answer> Dispatch(Inbound inbound, CancellationToken ct)
    {
        var turn = Guid.CreateVersion7().ToString("N");
        using var scope = log.Begin(turn);
        var started = Stopwatch.GetTimestamp();
        var what = "unread";
        var key = inbound.Key;
        var changed = true;
        try
        {
            if (!callers.Allows(inbound))
                return await Earlier(inbound, key, ct) ?? Done(Reply.Refuse($"That was more than {callers.PerMinute} commands in a minute; please wait a little and try again."), "too many");

            var caller = await callers.Of(inbound, ct);
            var context = await callers.ContextOf(caller, ct);
            var (reading, errors) = await Read(inbound, context);
            var shape = reading is Reading.Command { Meant: var meant } ? CommandShape.Of(meant.GetType()) : null;
            what = shape?.Name ?? what;
            key = KeyOf(inbound, shape);
            if (shape is not { IsQuestion: true } && await Earlier(inbound, key, ct) is { } repeated)
                return repeated;
            if (errors.Count > 0)
                return new Answer(turn, Reply.Refuse($"Some fields need another look."), errors);
            var attempts = 0;
            var (reply, post) = await turns.Run(turn, turn, caller, async each =>
            {
                var answered = await Act(inbound, reading, key, each, isFirst: ++attempts == 1);
                changed = !each.Batch.IsEmpty;
                return answered;
            }, conflict => IsOf(key, conflict), ct);
            return Done(reply, reply is Reply.Refused ? "refused" : "done") with { IsPosted = IsPosted(inbound, reply), Post = post };
        }
        catch (ConflictException conflict) when (IsOf(key, conflict))
        {
            return await Earlier(inbound, key, ct) ?? Done(Busy(), "conflict");
        }
        catch (ConflictException)
        {
            return Done(Busy(), "conflict");
        }
        catch (DirectoryUnavailableException unavailable)
        {
            return Done(Reply.Refuse($"I can’t reach {unavailable.Platform} just now to see who is where, so I did nothing. Please try again in a minute."), "directory unavailable");
        }
        catch (StoreFailedException)
        {
            return Done(Reply.Refuse($"I can’t reach my notes right now, so I don’t know whether that was saved. What I confirmed before is safe; please try again in a minute."), "store failed") with { IsUnsure = true };
        }
        catch (Exception error) when (!Cancellation.IsCalledOff(error))
        {
            log.Failed(what, error);
            return new Answer(turn, Reply.Refuse($"Something went wrong on my side, and nothing was changed. An admin can find it in the log as {turn}."), NoErrors);
        }

        Answer Done(Reply reply, string outcome)
        {
            log.Ended(what, outcome, Stopwatch.GetElapsedTime(started), changed);
            return new Answer(turn, reply, NoErrors);
        }
    }

    /// <summary>Whether a delivery changed something before, also before a restart.</summary>
    public async Task<bool> Knows(WorkspaceId workspace, string? key, CancellationToken ct) =>
        key is not null && await store.Find(workspace, Handled.Type, key, ct) is not null;

    /// <summary>Waits for what an answer lacked, and changes the message that it became. Does nothing to an answer that lacks nothing or can't be changed.</summary>
    public async Task Better(Inbound inbound, Answer answer, CancellationToken ct)
    {
        if (answer is not { Post: { } post, Reply: Reply.Said { Better: { } better } })
            return;
        var turn = Guid.CreateVersion7().ToString("N");
        using var scope = log.Begin(turn);
        try
        {
            await turns.Run(turn, answer.Turn, await callers.Of(inbound, ct), async each =>
            {
                each.IsPatient = true;
                var reply = Draft.Shorten(each, await commands.Handle(services, better, each));
                if (reply is Reply.Said said)
                    each.Update(post, inbound.Conversation, said.Card, isLast: true);
                else if (await each.Find(Posted.Type, post.Value) is { } posted)
                    each.Batch.Delete(Posted.Type, post.Value, posted.Version);
                return reply;
            }, _ => false, ct);
        }
        catch (Exception error) when (!Cancellation.IsCalledOff(error))
        {
            log.Failed("a better answer", error);
        }
    }

    private async Task<(Reading, IReadOnlyDictionary<string, string>)> Read(Inbound inbound, BindContext context)
    {
        switch (inbound.Content)
        {
            case InboundContent.Text text:
                return (await _lines.Read(text.Line.Replace("\0", "", StringComparison.Ordinal), context), NoErrors);
            case InboundContent.Submission submission when commands.Find(submission.Command) is { IsHidden: false } shape:
                var clean = submission.Values.ToDictionary(value => value.Key, value => value.Value.Replace("\0", "", StringComparison.Ordinal));
                var (command, errors) = await Binder.ReadValues(shape, clean, context);
                return (new Reading.Command(command ?? new Retired(shape.Name)), errors);
            case InboundContent.Call { Command: UseDraft draft }:
                var kept = await store.Find(inbound.Workspace, Draft.Type, draft.Id, context.Cancellation);
                return (new Reading.Command(kept?.Value.Command ?? draft), NoErrors);
            case InboundContent.Call call:
                return (new Reading.Command(call.Command), NoErrors);
            default:
                return (new Reading.Command(new Retired("form")), NoErrors);
        }
    }

    /// <summary>Describes everything that one command does, so that the turn can be committed.</summary>
    private async Task<(Reply Reply, PostId? Post)> Act(Inbound inbound, Reading reading, string? key, Turn turn, bool isFirst)
    {
        // Whoever changed what this turn had read may have been the same delivery, which came twice at once.
        if (!isFirst && key is not null && await turn.Find(Handled.Type, key) is not null)
            throw new ConflictException($"{Handled.Kind} {key}");
        turn.IsPatient = !CanChange(inbound);
        var reply = reading switch
        {
            Reading.Command { Meant: var command } when CommandShape.Of(command.GetType()).Role == Role.Admin && !turn.Caller.IsAdmin =>
                turn.Caller.IsKnown
                    ? Reply.Refuse($"Only admins can do that; {new Typed("async settings")} names them.")
                    : Reply.Refuse($"Only admins can do that, and I can’t see just now whether you are one. Please try again in a minute."),
            Reading.Command { Meant: var command } => await commands.Handle(services, command, turn),
            Reading.Unread unread => unread.Reply,
            _ => throw new InvalidOperationException("A reading of an unknown kind."),
        };
        if (reply is Reply.Said said)
            reply = Undo.Offer(turn, said, IsOfButton(key) ? key : null, documents);
        reply = Draft.Shorten(turn, reply);
        var isPosted = IsPosted(inbound, reply);
        var post = isPosted ? Post(turn, reply) : null;
        if (key is not null && !turn.Batch.IsEmpty && (isPosted || !IsQuestion(reading)))
            Expiry.Create(turn, Handled.Type, new Handled(key, turn.Caller.Person, turn.Id, isPosted ? Reply.Nothing : reply, turn.Now + Handled.Kept));
        return (reply, post);
    }

    /// <summary>What was asked is asked anew when it comes again, so nothing of the answer is kept.</summary>
    private static bool IsQuestion(Reading reading) => reading is Reading.Command { Meant: var command } && CommandShape.Of(command.GetType()).IsQuestion;

    /// <summary>Whether the answer becomes a message that can be changed later. Others wait for what they lack.</summary>
    private static bool CanChange(Inbound inbound) => inbound.Answering != AnswerWay.Returned && inbound.Conversation.Person is not null;

    /// <summary>A button that makes something new is handled once, however the platform numbers the clicks.</summary>
    private static string? KeyOf(Inbound inbound, CommandShape? shape) =>
        shape is { IsOnce: true } && inbound.Content is InboundContent.Call { Button: { } button } ? $"{ButtonKey}{button} {inbound.Person}" : inbound.Key;

    private static bool IsOfButton(string? key) => key?.StartsWith(ButtonKey, StringComparison.Ordinal) == true;

    private static bool IsPosted(Inbound inbound, Reply reply) =>
        inbound.Answering == AnswerWay.Posted || (inbound.Answering == AnswerWay.PostedOrOpened && reply is not Reply.Opened);

    /// <summary>The answer as a message, seen only by the one who asked.</summary>
    /// <returns>The message, where it can be changed.</returns>
    private static PostId? Post(Turn turn, Reply reply)
    {
        var (conversation, person) = (turn.Caller.Conversation, turn.Caller.Person);
        if (reply.AsCard() is not { } card)
            return null;
        if (conversation.Person is not null)
            return turn.Post(conversation, card, turn.Caller.Thread, isAwaiting: reply is Reply.Said { Better: not null });
        turn.Whisper(conversation, person, card, turn.Caller.Thread);
        return null;
    }

    private async Task<Answer?> Earlier(Inbound inbound, string? key, CancellationToken ct) =>
        key is not null && await store.Find(inbound.Workspace, Handled.Type, key, ct) is { } handled
            ? new Answer(handled.Value.Turn, handled.Value.Reply, NoErrors, IsPosted(inbound, handled.Value.Reply))
            : null;

    private static bool IsOf(string? key, ConflictException conflict) => key is not null && conflict.What == $"{Handled.Kind} {key}";

    private static Reply Busy() => Reply.Refuse($"Many people are changing this at the same moment; please try again.");
}
