using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>
/// The people whom some words name together. Whoever is unknown, shares no channel with the caller, or shares nothing is left out alike,
/// so that nobody learns which of it is the case.
/// </summary>
/// <param name="LeftOut">The words as they were typed; the name where a channel named somebody.</param>
/// <param name="Count">With those left out.</param>
internal sealed record Together(IReadOnlyList<Colleague> People, IReadOnlyList<string> LeftOut, int Count)
{
    private const int MostNamed = 5;
    private const int MostWordsOfName = 3;

    /// <param name="whom">What <paramref name="words"/> mean.</param>
    public static async Task<Together> Of(Turn turn, string words, Whom whom)
    {
        var people = whom.People.ToList();
        foreach (var channel in whom.Channels)
            people.AddRange(await turn.MembersOf(channel.Id));
        if (whom.Channels.Count == 0 && whom.People.Count + whom.Unknown.Count == 1 && await turn.Find(turn.Caller.Person) is { } self)
            people.Insert(0, self);
        var all = await Colleagues.Of(turn, [.. people.DistinctBy(person => person.Id)]);
        var hidden = all.Where(person => !person.IsShared && person.Id != turn.Caller.Person).ToList();
        var leftOut = whom.Unknown.Select(word => (At: words.IndexOf(word, StringComparison.Ordinal), Word: word)).ToList();
        foreach (var person in hidden)
            leftOut.AddRange(await WordsFor(turn, words, person));
        return new Together([.. all.Except(hidden)], [.. leftOut.OrderBy(each => each.At).Select(each => each.Word).Distinct()], all.Count + whom.Unknown.Count);
    }

    /// <summary>The same for everybody who is left out; empty where nobody is.</summary>
    public Rich AskThem()
    {
        if (LeftOut.Count == 0)
            return Rich.Empty;
        var named = LeftOut.Take(MostNamed).Select(word => $"“{Excerpt.Plain(word, Excerpt.LongestWord)}”").ToList();
        if (LeftOut.Count > MostNamed)
            named.Add(Counted.Of(LeftOut.Count - MostNamed, "other", "others"));
        return $"I can’t say when {OverlapText.And(named)} {(LeftOut.Count == 1 ? "is" : "are")} around; ask them.";
    }

    /// <summary>Which words named somebody, each for itself, as unknown ones are.</summary>
    private static async Task<IReadOnlyList<(int At, string Word)>> WordsFor(Turn turn, string words, Colleague person)
    {
        var all = words.Split(' ');
        for (var first = 0; first < all.Length; first++)
        {
            for (var length = Math.Min(MostWordsOfName, all.Length - first); length > 0; length--)
            {
                var run = all[first..(first + length)];
                if (run.Any(word => word is "&" or "+" || word.Equals("and", StringComparison.OrdinalIgnoreCase)))
                    continue;
                if (await Whom.Read(turn, string.Join(' ', run)) is { People: [var found], Channels.Count: 0, Unknown.Count: 0, Unclear: null } && found.Id == person.Id)
                    return [.. run.Select((word, at) => (string.Join(' ', all[..(first + at)]).Length, word))];
            }
        }

        return [(int.MaxValue, person.Name)];
    }
}
