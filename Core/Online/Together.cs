using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>The people whom some words name together, and the words of those of whom nothing may be told.</summary>
/// <param name="Untold">In the order in which they were typed; then the names of those whom a channel named.</param>
/// <param name="Count">With those left out.</param>
internal sealed record Together(IReadOnlyList<Colleague> People, IReadOnlyList<string> Untold, int Count)
{
    public static async Task<Together> Of(Turn turn, Whom whom)
    {
        var (named, untold) = await NotTold.Split(turn, whom);
        var people = named.ToList();
        if (whom.Channels.Count == 0 && whom.People.Count + whom.Unknown.Count == 1)
            people.Insert(0, await Colleagues.Find(turn, turn.Caller.Person));
        foreach (var channel in whom.Channels)
            people.AddRange(await Around.Here(turn, channel.Id));
        people = [.. people.DistinctBy(person => person.Id)];
        var asked = people.Where(person => !person.IsToldTo(turn.Caller.Person)).ToList();
        return new Together([.. people.Except(asked)], [.. untold.Concat(asked.Select(person => person.Name)).Distinct()], people.Count + untold.Count);
    }
}
