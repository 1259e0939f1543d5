using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>What the bot told meanwhile keeps nobody from taking a change back, and stays told.</summary>
public static class BlockerUndo
{
    public static readonly UndoRules<Blocker> Rules = new(
        BlockerText.ItemOf,
        BlockerText.ShowCommand,
        StateOf: blocker => $"{blocker.Author} {string.Join(' ', ByPeople(blocker).Select(happened => happened.At.ToUnixTimeTicks()))}",
        Restore: Restore,
        IsAbout: (blocker, person) => blocker.Author == person || blocker.IsNeeded(person) || blocker.TakenBy == person
            || blocker.History.Any(happened => happened.By == person || happened.To == person),
        Sees: BlockerBook.Sees);

    /// <summary>What people did to it, in order.</summary>
    public static IEnumerable<BlockerEvent> ByPeople(Blocker blocker) => blocker.History.Where(happened => happened.By != PersonId.Bot);

    private static Blocker Restore(Blocker now, Blocker before) => before with
    {
        Post = now.Post,
        Sent = now.Sent,
        IsAuthorAsked = before.IsAuthorAsked || (now.IsAuthorAsked && now.Since == before.Since),
        EscalatedAt = now.Since == before.Since ? now.EscalatedAt : before.EscalatedAt,
        AuthorLeftAt = now.AuthorLeftAt,
        Needs = [.. before.Needs.Select(need => now.Needs.FirstOrDefault(each => each.Person == need.Person && each.Since == need.Since) ?? need)],
        History = [.. before.History, .. now.History.Where(happened => happened.By == PersonId.Bot).Except(before.History)],
    };
}
