using AsyncBot.Core.Blockers;
using AsyncBot.Core.Due;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>What somebody has open while they answer, so that nothing of it is forgotten: their blockers, and what is due next.</summary>
internal static class Beside
{
    private const int Most = 3;

    public static async Task<IReadOnlyList<Rich>> Of(Turn turn)
    {
        var me = turn.Caller.Person;
        var lines = new List<Rich>();
        foreach (var blocker in await BlockerList.Newest(turn, BlockerList.KeyOfMine(me, isOpen: true), take: Most))
        {
            if (await BlockerBook.Sees(turn, blocker))
                lines.Add($"🚧 Open: {BlockerText.Named(blocker)}");
        }

        foreach (var item in (await DueList.OpenOf(turn, ConversationId.Of(me), Most)).Select(stored => stored.Value))
            lines.Add($"⏰ {DueText.Named(item)} — {DueText.When(item)}");
        return lines;
    }
}
