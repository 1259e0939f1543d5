using AsyncBot.Core.Messages;

namespace AsyncBot.Core.CheckIns;

/// <summary>What can be made of an answer once it is kept.</summary>
internal static class AfterAnswering
{
    /// <summary>What was said without a name can't be told from what others said, and stays.</summary>
    public static bool MayChange(Run run, Entry entry) =>
        run.Questions.Any(question => !question.IsAnonymous || !entry.Tallied.Contains(question.Text));

    public static IEnumerable<Button> Offers(Asked asked, Entry entry, Instant now)
    {
        if (now < entry.Closes && MayChange(asked.Run, entry))
            yield return new Button("Edit", new EditAnswer(Run: asked.Run.Id));
        if (RunState.BlockersIn(asked.Run, entry).Any())
            yield return new Button("Flag as blocker", new FlagAnswer(asked.Run.Id));
    }
}
