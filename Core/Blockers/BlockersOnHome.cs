using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>What needs somebody, and what they raised or took themselves.</summary>
public sealed class BlockersOnHome : IHomeSection
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Block>> Of(Turn turn, PersonId person)
    {
        var needs = await BlockerList.Oldest(turn, BlockerList.KeyOfNeeded(person, isOpen: true));
        var mine = new List<Blocker>();
        foreach (var blocker in await BlockerList.Oldest(turn, BlockerList.KeyOfMine(person, isOpen: true)))
        {
            if (!blocker.IsNeeded(person) && await BlockerBook.Sees(turn, person, blocker))
                mine.Add(blocker);
        }

        var blocks = new List<Block> { new Paragraph($"🚧 Blockers") };
        var buttons = new List<Button> { new("Say what blocks me", OpenForm.For<AddBlocker>()) };
        if (needs.Count + mine.Count == 0)
            blocks.Add(new Note($"Nothing needs you, and nothing of yours is blocked. Try: {new Typed(BlockerWords.Example)}"));
        await Add(needs, $"Needs you", "All that needs me", "needs me");
        await Add(mine, $"Yours", "All of mine", "mine");
        blocks.Add(new Buttons(buttons));
        return blocks;

        async Task Add(IReadOnlyList<Blocker> some, Rich heading, string all, string which)
        {
            if (some.Count == 0)
                return;
            var lines = new List<(Blocker Blocker, BlockerAge Age)>();
            foreach (var blocker in some)
                lines.Add((blocker, await BlockerAge.Of(turn, blocker, person)));
            blocks.Add(new Note(heading));
            var longest = lines.OrderByDescending(each => each.Age.Length).Take(Most);
            foreach (var (blocker, age) in longest)
                blocks.Add(await BlockerLine.Of(turn, blocker, age, person, isAmongHomes: true));
            if (some.Count > Most)
                buttons.Add(new Button(all, new ListBlockers(which)));
        }
    }
}
