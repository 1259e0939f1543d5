using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>What waits to be decided in a home: the three oldest, the three most wanted, and what may be the same.</summary>
internal static class DigestCard
{
    private const int Most = 3;

    /// <summary>Likely duplicates are looked for among the newest ideas only: the older ones were seen in earlier digests.</summary>
    private const int LookedThrough = 100;

    /// <param name="without">Numbers that must not be shown.</param>
    public static async Task<Card> Of(Turn turn, ConversationId home, IdeaTexts texts, IReadOnlySet<int> without)
    {
        var oldest = Shown(await IdeaList.Oldest(turn, home, Most + without.Count));
        if (oldest.Count == 0)
            return Card.Of($"💡 Every idea here is decided. Have a new one? {new Typed("idea add Rotate the demo host")}");
        var wanted = Shown(await IdeaList.MostWanted(turn, home, Most + without.Count));
        var alike = await Alike(turn, home, texts, without);
        List<Block> blocks = [new Paragraph($"Waiting longest:"), .. oldest.Select(idea => IdeaText.Line(idea))];
        if (wanted.Count > 0)
            blocks.AddRange([new Paragraph($"Most wanted:"), .. wanted.Select(idea => IdeaText.Line(idea))]);
        if (alike.Count > 0)
            blocks.AddRange([new Paragraph($"Perhaps the same:"), .. alike.Select(pair => new Section(
                $"{IdeaText.Named(pair.Newer)} and {IdeaText.Named(pair.Older)}",
                new Button("Merge", new MergeIdea(pair.Newer.Number, pair.Older.Number))))]);
        return new Card($"💡 Ideas to decide", blocks);

        List<Idea> Shown(IReadOnlyList<Idea> ideas) => [.. ideas.Where(idea => !without.Contains(idea.Number)).Take(Most)];
    }

    /// <summary>The ideas whose text a digest shows.</summary>
    public static IReadOnlyList<string> Quoted(Card card) => [.. card.AllButtons.SelectMany(button => button.Command switch
    {
        VoteForIdea vote => [vote.Number],
        MergeIdea merge => [merge.Number, merge.Into],
        _ => Enumerable.Empty<int>(),
    }).Distinct().Select(number => $"{Idea.Kind} {number}")];

    private static async Task<IReadOnlyList<(Idea Newer, Idea Older)>> Alike(Turn turn, ConversationId home, IdeaTexts texts, IReadOnlySet<int> without)
    {
        var pairs = new List<(Idea, Idea)>();
        foreach (var idea in await IdeaList.Newest(turn, IdeaList.KeyOf(home, IdeaState.Open), null, LookedThrough))
        {
            if (pairs.Count == Most)
                break;
            if (without.Contains(idea.Number))
                continue;
            var similar = await texts.Similar(turn, home, idea.Text, idea.Number);
            if (similar.FirstOrDefault(other => other.Number < idea.Number && !without.Contains(other.Number)) is { } older)
                pairs.Add((idea, older));
        }

        return pairs;
    }
}
