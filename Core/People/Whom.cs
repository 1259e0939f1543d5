using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>
/// The people and channels that a caller means by some words. Whoever shares no channel with the caller is as unknown as a name that
/// nobody has, so nobody learns who else there is.
/// </summary>
/// <param name="Names">In the order in which they were typed.</param>
/// <param name="Unclear">The first word that can mean several.</param>
public sealed record Whom(IReadOnlyList<SaidName> Names, IReadOnlyList<Channel> Channels, Unclear? Unclear)
{
    public static readonly Whom Nobody = new([], [], null);

    private const int MostWordsOfName = 3;

    /// <summary>Nobody is looked for behind this many words.</summary>
    private const int MostWords = 100;

    public bool IsNobody => Names.Count == 0 && Channels.Count == 0 && Unclear is null;

    /// <summary>Each once.</summary>
    public IReadOnlyList<Person> People { get; } = [.. Names.Select(name => name.Person).OfType<Person>().DistinctBy(person => person.Id)];

    /// <summary>Words that mean nobody whom the caller may know, as they were typed.</summary>
    public IReadOnlyList<string> Unknown { get; } = [.. Names.Where(name => name.Person is null).Select(name => name.Said).Distinct()];

    /// <param name="words">Names with or without <c>@</c>, ids, e-mail addresses, <c>me</c> and <c>#channels</c>, with spaces, commas or "and" between.</param>
    public static async Task<Whom> Read(Turn turn, string words)
    {
        var all = Picked.Words(words);
        var (names, channels) = (new List<SaidName>(), new List<Channel>());
        Unclear? unclear = null;
        for (var at = 0; at < all.Length;)
        {
            var length = 1;
            if (all[at].Equals("and", StringComparison.OrdinalIgnoreCase) || all[at] is "&" or "+")
            {
            }
            else if (at >= MostWords)
                names.Add(new SaidName(Picked.NameOf(all[at]), null));
            else if (all[at].StartsWith('#'))
            {
                if (await turn.ChannelNamed(Picked.IdOf(all[at])[1..]) is { } channel)
                    channels.Add(channel);
                else
                    names.Add(new SaidName(Picked.NameOf(all[at]), null));
            }
            else
            {
                (length, var found) = await Longest(turn, all, at);
                var said = string.Join(' ', all[at..(at + length)].Select(Picked.NameOf));
                if (found.Count > 1)
                    unclear ??= new Unclear(said, found, string.Join(' ', all[..at]), string.Join(' ', all[(at + length)..]));
                else
                    names.Add(new SaidName(said, found.Count == 0 ? null : found[0]));
            }

            at += length;
        }

        return new Whom(names, [.. channels.DistinctBy(channel => channel.Id)], unclear);
    }

    /// <summary>Whether the caller shares a channel with somebody, and so may learn about them.</summary>
    public static async Task<bool> IsKnown(Turn turn, PersonId person) => person == turn.Caller.Person
        || (turn.Caller.Conversation is { Channel: not null } here && await turn.Sees(here) && await turn.Sees(person, here))
        || (await turn.ChannelsOfCaller()).Intersect(await turn.ChannelsOf(person)).Any();

    private static async Task<(int Length, IReadOnlyList<Person> Found)> Longest(Turn turn, string[] words, int at)
    {
        for (var length = Math.Min(MostWordsOfName, words.Length - at); length > 0; length--)
        {
            var name = string.Join(' ', words[at..(at + length)].Select(Picked.IdOf)).TrimStart('@').TrimEnd(':', '?');
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
}

/// <summary>What somebody was called.</summary>
/// <param name="Person">Null where it means nobody whom the caller may know.</param>
public sealed record SaidName(string Said, Person? Person);

/// <summary>A word that can mean several people.</summary>
/// <param name="Before">The words before it, and behind it.</param>
public sealed record Unclear(string Word, IReadOnlyList<Person> People, string Before, string After)
{
    private const int MostAsked = 10;

    /// <summary>Asks who is meant, with a button for each.</summary>
    /// <param name="with">The command with all the words, the unclear one made clear.</param>
    public Reply Ask(Func<string, ICommand> with) => Reply.Refuse(
        $"“{Excerpt.Plain(Word, Excerpt.LongestWord)}” could be several people; whom do you mean?{(People.Count > MostAsked ? " If it is none of these, say the whole name." : "")}",
        [.. People.Take(MostAsked).Select(person => new Button($"{person.Name} (@{person.Id})", with($"{Before} @{person.Id} {After}".Trim())))]);
}
