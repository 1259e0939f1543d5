using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>The people whom some words name together, and the words of those of whom nothing may be told.</summary>
/// <param name="Untold">In the order in which they were typed, so that it gives nothing away either; then the names of those whom a channel named.</param>
/// <param name="Count">With those left out.</param>
internal sealed record Together(IReadOnlyList<Colleague> People, IReadOnlyList<string> Untold, int Count)
{
    /// <param name="words">What <paramref name="whom"/> was read from.</param>
    public static async Task<Together> Of(Turn turn, string words, Whom whom)
    {
        var people = whom.People.ToList();
        foreach (var channel in whom.Channels)
            people.AddRange(await turn.MembersOf(channel.Id));
        if (whom.Channels.Count == 0 && whom.People.Count + whom.Unknown.Count == 1 && await turn.Find(turn.Caller.Person) is { } self)
            people.Insert(0, self);
        var all = await Colleagues.Of(turn, [.. people.DistinctBy(person => person.Id)]);
        var hidden = all.Where(person => !person.IsShared && person.Id != turn.Caller.Person).ToList();
        var named = whom.People.Zip(whom.Said).ToDictionary(each => each.First.Id, each => each.Second);
        var typed = hidden.Where(person => named.ContainsKey(person.Id)).SelectMany(person => named[person.Id].Split(' ')).Concat(whom.Unknown).OrderBy(word => words.IndexOf(word, StringComparison.Ordinal));
        var others = hidden.Where(person => !named.ContainsKey(person.Id)).Select(person => person.Name);
        return new Together([.. all.Except(hidden)], [.. typed.Concat(others).Distinct()], all.Count + whom.Unknown.Count);
    }
}
