using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>
/// The people and channels that a caller means by some words. Whoever shares no channel with the caller is as unknown as a name that
/// nobody has, so nobody learns who else there is.
/// </summary>
/// <param name="Unknown">Words that mean nobody whom the caller may know, as they were typed.</param>
/// <param name="Unclear">The first word that can mean several.</param>
/// <param name="Said">What each of <paramref name="People"/> was called, in the same order.</param>
public sealed record Whom(IReadOnlyList<Person> People, IReadOnlyList<Channel> Channels, IReadOnlyList<string> Unknown, Unclear? Unclear, IReadOnlyList<string> Said)
{
    private const int MostWordsOfName = 3;

    private static readonly char[] Separators = [' ', '\t', '\r', '\n', ',', ';'];

    public bool IsNobody => People.Count == 0 && Channels.Count == 0 && Unknown.Count == 0 && Unclear is null;

    /// <param name="words">Names with or without <c>@</c>, ids, e-mail addresses, <c>me</c> and <c>#channels</c>, with spaces, commas or "and" between.</param>
    public static async Task<Whom> Read(Turn turn, string words)
    {
        var all = words.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var (people, channels, unknown) = (new List<(Person Person, string Said)>(), new List<Channel>(), new List<string>());
        Unclear? unclear = null;
        for (var at = 0; at < all.Length;)
        {
            if (all[at].Equals("and", StringComparison.OrdinalIgnoreCase) || all[at] is "&" or "+")
            {
                at++;
                continue;
            }

            if (all[at].StartsWith('#'))
            {
                if (await turn.ChannelNamed(IdIn(all[at])[1..]) is { } channel)
                    channels.Add(channel);
                else
                    unknown.Add(NameIn(all[at]));
                at++;
                continue;
            }

            var (length, found) = await Longest(turn, all, at);
            var said = string.Join(' ', all[at..(at + length)].Select(NameIn));
            if (found.Count == 0)
                unknown.Add(said);
            else if (found is [var only])
                people.Add((only, said));
            else
                unclear ??= new Unclear(said, found, string.Join(' ', all[..at]), string.Join(' ', all[(at + length)..]));
            at += length;
        }

        people = [.. people.DistinctBy(each => each.Person.Id)];
        return new Whom([.. people.Select(each => each.Person)], [.. channels.DistinctBy(channel => channel.Id)], [.. unknown.Distinct()], unclear, [.. people.Select(each => each.Said)]);
    }

    /// <summary>Whether the caller shares a channel with somebody, and so may learn about them.</summary>
    public static async Task<bool> IsKnown(Turn turn, PersonId person) => person == turn.Caller.Person
        || (turn.Caller.Conversation is { Channel: not null } here && await turn.Sees(here) && await turn.Sees(person, here))
        || (await turn.ChannelsOfCaller()).Intersect(await turn.ChannelsOf(person)).Any();

    private static async Task<(int Length, IReadOnlyList<Person> Found)> Longest(Turn turn, string[] words, int at)
    {
        for (var length = Math.Min(MostWordsOfName, words.Length - at); length > 0; length--)
        {
            var name = string.Join(' ', words[at..(at + length)].Select(IdIn)).TrimStart('@').TrimEnd(':', '?');
            if (length == 1 && name.Equals("me", StringComparison.OrdinalIgnoreCase) && await turn.Find(turn.Caller.Person) is { } self)
                return (1, [self]);
            var found = new List<Person>();
            foreach (var person in name.Length == 0 ? [] : await turn.Named(name))
            {
                if (await IsKnown(turn, person.Id))
                    found.Add(person);
            }

            if (found.Count > 0)
                return (length, found);
        }

        return (1, []);
    }

    // What was picked from a list comes as @U1|Ana (see Picked).
    private static string IdIn(string word) => word.Split('|')[0];

    private static string NameIn(string word) => word[(word.IndexOf('|', StringComparison.Ordinal) + 1)..];
}

/// <summary>A word that can mean several people.</summary>
/// <param name="Before">The words before it, and behind it.</param>
public sealed record Unclear(string Word, IReadOnlyList<Person> People, string Before, string After)
{
    /// <summary>All the words, with the unclear one made clear.</summary>
    public string With(PersonId person) => $"{Before} @{person} {After}".Trim();
}
