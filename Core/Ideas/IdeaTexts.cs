using AsyncBot.Core.Messages;
using AsyncBot.Core.Texts;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Finds the ideas of a home that say much the same, or that have some words.</summary>
public sealed class IdeaTexts : HomeTexts<Idea>
{
    private const int MostSimilar = 3;
    private const int MostFound = 500;

    /// <summary>Up to three open ideas of the home that say much the same, the most alike first.</summary>
    public async Task<IReadOnlyList<Idea>> Similar(Turn turn, ConversationId home, string text, int except = 0)
    {
        var similar = new List<Idea>();
        foreach (var number in (await Of(turn, home)).Similar(text, MostSimilar * 4, except))
        {
            if (similar.Count == MostSimilar)
                break;
            if (await turn.Find(Idea.Type, Idea.IdOf(number)) is { Value: { IsOpen: true } idea } && idea.Home == home
                && TextIndex.Similarity(idea.Text, text) >= TextIndex.Threshold)
                similar.Add(idea);
        }

        return similar;
    }

    /// <summary>The numbers of ideas of the home with all the words, newest first.</summary>
    public async Task<IReadOnlyList<int>> Search(Turn turn, ConversationId home, string words) =>
        (await Of(turn, home)).Search(words, MostFound);

    protected override IEnumerable<string> KeysOf(ConversationId home) => Enum.GetValues<IdeaState>().Select(state => IdeaList.KeyOf(home, state));

    protected override Task<IReadOnlyList<Idea>> Read(Turn turn, string key, int? before, int take) => IdeaList.Newest(turn, key, before, take);

    protected override HomeText TextOf(Idea item) => new(item.Number, item.Home, item.Text);
}
