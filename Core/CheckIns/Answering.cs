using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Keeps what somebody answered, and has it shown where the others read it.</summary>
internal static class Answering
{
    /// <returns>The entry as it is kept, and whether it is the first answer.</returns>
    public static async Task<(Entry Entry, bool IsNew)> Keep(Turn turn, Asked asked, IReadOnlyList<string?> texts)
    {
        var run = asked.Run;
        if (asked.Kept is not { } kept || !kept.Value.Questions.SequenceEqual(run.Questions))
            turn.Batch.Put(Run.Type, run, asked.Kept?.Version ?? Batch.New);
        var before = asked.Entry?.Value ?? new Entry(
            run.Id, run.CheckIn, run.Date, turn.Caller.Person, turn.Caller.Person.Value, asked.Zone, asked.Window.Opens, asked.Window.Closes,
            EntryState.Unasked, []);
        var isNew = before.Answers is null;
        var timeliness = !isNew ? before.Answers!.Timeliness
            : turn.Now < before.Opens ? Timeliness.Early
            : turn.Now < before.Closes ? Timeliness.InTime : Timeliness.Late;
        var (named, tallied) = await Tally.Take(turn, run, before, texts);
        var after = before
            .After(new Happening(turn.Now, isNew ? Deed.Answered : Deed.Edited, turn.Caller.Person))
            .With(new Answers(turn.Now, named, isNew ? turn.Now : before.Answers!.FirstAt, timeliness, run.HasBegun ? null : run.Questions)) with
        {
            Tallied = tallied,
            Draft = null,
        };
        if (run.Root is { } root && after.Post is null && !await Lost.Is(turn, root))
            after = after with { Post = AnswerText.Post(turn, run, after) };
        if (asked.Entry is { } stored)
            turn.Change(Entry.Type, stored, after);
        else
            turn.Create(Entry.Type, after);
        return (after, isNew);
    }
}
