using AsyncBot.Core.Messages;
using AsyncBot.Core.Texts;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Finds a blocker of the same home that was much the same and is solved, so that nobody solves it twice.</summary>
public sealed class BlockerTexts : HomeTexts<Blocker>
{
    private const int MostTried = 12;

    /// <summary>The resolved blocker of the home that says most nearly the same; null where none does.</summary>
    public async Task<Blocker?> Solved(Turn turn, ConversationId home, string text)
    {
        foreach (var number in (await Of(turn, home)).Similar(text, MostTried, except: 0))
        {
            if (await turn.Find(Blocker.Type, Blocker.IdOf(number)) is { Value: { IsOpen: false } blocker } && blocker.Home == home
                && TextIndex.Similarity(blocker.Text, text) >= TextIndex.Threshold)
                return blocker;
        }

        return null;
    }

    protected override IEnumerable<string> KeysOf(ConversationId home) => [BlockerList.KeyOf(home, isOpen: false), BlockerList.KeyOf(home, isOpen: true)];

    protected override Task<IReadOnlyList<Blocker>> Read(Turn turn, string key, int? before, int take) => BlockerList.Newest(turn, key, before, take);

    protected override HomeText TextOf(Blocker item) => new(item.Number, item.Home, item.Text);
}
