using System.Diagnostics;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>
/// The one door: whatever comes from any platform is read, checked, handled and committed here, and answered in every case.
/// </summary>
public sealed class Dispatcher(Callers callers, InboundReader reader, CommandRunner runner, IStore store, ITurnLog log)
{
    private static readonly IReadOnlyDictionary<string, string> NoErrors = new Dictionary<string, string>();

    public async Task<Answer> Dispatch(Inbound inbound, CancellationToken ct)
    {
        var turn = NewTurn();
        using var scope = log.Begin(turn);
        var started = Stopwatch.GetTimestamp();
        var (what, isChange) = ("unread", true);
        try
        {
            if (!callers.Allows(inbound))
                return await Earlier(inbound, inbound.Key, ct) ?? Done(TooOften(), "too many");

            var context = await callers.ContextOf(inbound, ct);
            var reading = await reader.Read(inbound, context);
            what = reading.Shape?.Name ?? what;
            var key = Handled.KeyOf(inbound, reading.Shape);
            if (reading.Shape is not { IsQuestion: true } && await Earlier(inbound, key, ct) is { } repeated)
                return repeated;
            if (reading is Reading.Misfilled misfilled)
                return new Answer(turn, Reply.Refuse($"Some fields need another look."), misfilled.Errors);
            try
            {
                var done = await runner.Run(turn, context.Caller, inbound, reading, key, ct);
                isChange = done.IsChange;
                var wrong = done.Reply is Reply.Refused { Fields: { } fields } && inbound.Content is InboundContent.Submission ? fields : NoErrors;
                return Done(done.Reply, done.Reply is Reply.Refused ? "refused" : "done") with { Errors = wrong, IsPosted = done.IsPosted, Post = done.Post };
            }
            catch (ConflictException)
            {
                return await Earlier(inbound, key, ct) ?? Done(Busy(), "conflict");
            }
        }
        catch (DirectoryUnavailableException unavailable)
        {
            return Done(CannotSee(unavailable.Platform), "directory unavailable");
        }
        catch (StoreFailedException)
        {
            return Done(CannotStore(), "store failed") with { IsUnsure = true };
        }
        catch (Exception error) when (!Cancellation.IsCalledOff(error))
        {
            log.Failed(what, error);
            return new Answer(turn, WentWrong(turn), NoErrors);
        }

        Answer Done(Reply reply, string outcome)
        {
            log.Ended(what, outcome, Stopwatch.GetElapsedTime(started), isChange);
            return new Answer(turn, reply, NoErrors);
        }
    }

    /// <summary>Whether a delivery changed something before, also before a restart.</summary>
    public async Task<bool> Knows(WorkspaceId workspace, string? key, CancellationToken ct) =>
        key is not null && await store.Find(workspace, Handled.Type, key, ct) is not null;

    /// <summary>
    /// Waits for what an answer lacked, and changes the message that it became. Does nothing to an answer that lacks nothing or
    /// can't be changed.
    /// </summary>
    public async Task Better(Inbound inbound, Answer answer, CancellationToken ct)
    {
        if (answer is not { Post: { } post, Reply: Reply.Said { Better: { } better } })
            return;
        var turn = NewTurn();
        using var scope = log.Begin(turn);
        try
        {
            await runner.Better(turn, answer.Turn, await callers.Of(inbound, ct), post, better, ct);
        }
        catch (Exception error) when (!Cancellation.IsCalledOff(error))
        {
            log.Failed("a better answer", error);
        }
    }

    private async Task<Answer?> Earlier(Inbound inbound, string? key, CancellationToken ct) =>
        key is not null && await store.Find(inbound.Workspace, Handled.Type, key, ct) is { Value: var handled }
            ? new Answer(handled.Turn, handled.Reply, NoErrors, inbound.IsPosted(handled.Reply))
            : null;

    private static string NewTurn() => Guid.CreateVersion7().ToString("N");

    private Reply TooOften() => Reply.Refuse($"That was more than {callers.PerMinute} commands in a minute; please wait a little and try again.");

    private static Reply Busy() => Reply.Refuse($"Many people are changing this at the same moment; please try again.");

    private static Reply CannotSee(string platform) =>
        Reply.Refuse($"I can’t reach {platform} just now to see who is where, so I did nothing. Please try again in a minute.");

    private static Reply CannotStore() => Reply.Refuse(
        $"I can’t reach my notes right now, so I don’t know whether that was saved. What I confirmed before is safe; please try again in a minute.");

    private static Reply WentWrong(string turn) =>
        Reply.Refuse($"Something went wrong on my side, and nothing was changed. An admin can find it in the log as {turn}.");
}
