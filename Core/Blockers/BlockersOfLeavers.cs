using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>
/// Whoever left is asked no more, and what they had taken waits for somebody else; its author hears of both. Whether what they raised
/// themselves still matters, its channel is asked once.
/// </summary>
public sealed class BlockersOfLeavers : ILeaving
{
    public async Task Left(Turn turn, PersonId person)
    {
        foreach (var stored in await BlockerList.OpenOf(turn, person))
        {
            if (stored.Value.TakenBy == person)
                await GiveBack(turn, stored);
        }
    }

    /// <summary>Gives one back that somebody has who left.</summary>
    internal static async Task GiveBack(Turn turn, Stored<Blocker> stored)
    {
        var (blocker, person) = (stored.Value, stored.Value.TakenBy!.Value);
        var after = blocker.Anew(turn.Now).After(new BlockerEvent(turn.Now, PersonId.Bot, BlockerDeed.GivenBack, To: person));
        await BlockerBook.Change(turn, stored, after with { Needs = [.. after.Needs.Where(need => need.Person != person)] });
        var names = await QuietNames.Of(turn, blocker);
        List<string> quotes = [BlockerText.ItemOf(blocker)];
        if (blocker.Post is { } root && blocker.Author != person)
            turn.Post(blocker.Home, Card.Of($"{names[person]} left; nobody has it now."), quotes: quotes, threadOf: root);
        if (await turn.Find(blocker.Author) is { IsGone: false })
            turn.Post(ConversationId.Of(blocker.Author), Card.Of($"{person} left, so nobody has {BlockerText.Named(blocker)} now."), quotes: quotes);
    }
}
