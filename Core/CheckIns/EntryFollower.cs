using AsyncBot.Core.Attention;
using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// Keeps what follows from somebody's part in a run equal to it, whatever changed or took it back: their reminder, the question they got, their answer
/// in the thread, and the message of the run.
/// </summary>
public sealed class EntryFollower : IFollow<Entry>
{
    public async Task Changed(Turn turn, Entry? before, Entry? after)
    {
        var entry = (after ?? before)!;
        await HomePage.Changed(turn, entry.Person);
        Remind(turn, before, after);
        if (before is null && after!.Answers is null)
            return;
        if (before?.Answers == after?.Answers && before?.State == after?.State)
            return;
        var run = (await turn.Find(Run.Type, entry.Run))?.Value;

        // The line that ends a run has the texts of others, too, and is shown anew.
        if (after is null)
        {
            await QuotedText.Remove(
                turn, before!.Subject, posted => Task.FromResult(posted.Id == run?.Closing ? null : AnswerText.Removed(before)), isLast: true);
        }

        if (run is null)
            return;
        if (after is not null)
            await Show(turn, run, before, after);
        if (after is { State: EntryState.Unasked, Answers: null } && after.Opens <= turn.Now)
            AskSome.Begin(turn, run, [after.Person]);
        if (run.Root is not null || after?.Answers is not null)
            RunNews.Changed(turn, run, (await turn.Find(CheckIn.Type, CheckIn.IdOf(run.CheckIn)))?.Value.Members.Count ?? 0);
    }

    private static void Remind(Turn turn, Entry? before, Entry? after)
    {
        var (was, isNow) = (DueOf(before), DueOf(after));
        if (was == isNow)
            return;
        if (was is not null)
            turn.Unschedule(before!.Subject);
        if (isNow is { } at)
            Tell.Schedule(turn, after!.Subject, Instant.Max(at, turn.Now), ConversationId.Of(after.Person));

        static Instant? DueOf(Entry? entry) => entry is { IsWaiting: true } ? entry.RemindAt : null;
    }

    private static async Task Show(Turn turn, Run run, Entry? before, Entry after)
    {
        if (before?.Post is { } post && after.Answers != before.Answers)
            turn.Update(post, run.Home, after.Answers is null ? AnswerText.TakenBack(after) : AnswerText.Of(run, after));
        if (after.Answers is not null || after.State is EntryState.Skipped or EntryState.Gone)
            await Prompt.Close(turn, run, after);
        else if (turn.Now >= after.Closes && before is ({ Answers: not null } or { State: EntryState.Skipped or EntryState.Gone }))
            await Prompt.End(turn, run, after);
        else if (after is { IsWaiting: true, Prompt: { } prompt } && before?.IsWaiting == false && turn.Now < after.Closes)
            turn.Update(prompt, ConversationId.Of(after.Person), await Prompt.Of(turn, run, after));
    }
}
