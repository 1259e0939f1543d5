using AsyncBot.Core.Messages;

namespace AsyncBot.Core.CheckIns;

/// <summary>What can be made of an answer once it is kept.</summary>
internal static class AfterAnswering
{
    public static IEnumerable<Button> Offers(Asked asked, Entry entry, Instant now)
    {
        if (now < entry.Closes)
            yield return new Button("Edit", new EditAnswer(Run: asked.Run.Id));
        if (RunState.BlockersIn(asked.Run, entry).Any())
            yield return new Button("Flag as blocker", new FlagAnswer(asked.Run.Id));
    }
}
