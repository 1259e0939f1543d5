using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>The people whom some words name together, and the words of those of whom nothing may be told.</summary>
/// <param name="Untold">In the order in which they were typed; then the names of those whom a channel named.</param>
/// <param name="NoName">The first of those words that nobody can be called.</param>
internal sealed record Together(IReadOnlyList<Colleague> People, IReadOnlyList<string> Untold, string? NoName)
{
    /// <summary>Those whom the channels name; nothing of them is gathered yet.</summary>
    public static async Task<IReadOnlyList<Person>> InChannels(Turn turn, Whom whom)
    {
        var people = new List<Person>();
        foreach (var channel in whom.Channels)
            people.AddRange(await turn.MembersOf(channel.Id));
        return [.. people.DistinctBy(person => person.Id)];
    }

    /// <summary>With those who may turn out to be left out.</summary>
    public static int Count(Turn turn, Whom whom, IReadOnlyList<Person> inChannels)
    {
        var named = whom.People.Concat(inChannels).Select(person => person.Id);
        var known = IsWithCaller(whom) ? named.Append(turn.Caller.Person) : named;
        return known.Distinct().Count() + whom.Unknown.Count;
    }

    public static async Task<Together> Of(Turn turn, Whom whom, IReadOnlyList<Person> inChannels)
    {
        var (named, untold) = await NotTold.Split(turn, whom);
        var people = named.ToList();
        if (IsWithCaller(whom))
            people.Insert(0, await Colleagues.Find(turn, turn.Caller.Person));
        people.AddRange(await Colleagues.Of(turn, inChannels));
        people = [.. people.DistinctBy(person => person.Id)];
        var asked = people.Where(person => !person.IsToldTo(turn.Caller.Person)).ToList();
        return new Together(
            [.. people.Except(asked)],
            [.. untold.Concat(asked.Select(person => person.Name)).Distinct()],
            untold.FirstOrDefault(OverlapWords.IsNoName));
    }

    private static bool IsWithCaller(Whom whom) => whom.Channels.Count == 0 && whom.People.Count + whom.Unknown.Count == 1;
}
