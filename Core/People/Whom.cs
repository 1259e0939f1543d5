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

    /// <summary>Nobody picks from more people than this; whoever wants another one says more of the name.</summary>
    internal const int MostMeant = 10;

    /// <summary>How many people a name is tried on who are not here. A beginning that more people share means too little.</summary>
    private const int MostTried = 100;

    /// <summary>How many channels are looked at together.</summary>
    private const int ChannelsAtOnce = 8;

    public bool IsNobody => Names.Count == 0 && Channels.Count == 0 && Unclear is null;

    /// <summary>Each once.</summary>
    public IReadOnlyList<Person> People { get; } = [.. Names.Select(name => name.Person).OfType<Person>().DistinctBy(person => person.Id)];

    /// <summary>Words that mean nobody whom the caller may know, as they were typed.</summary>
    public IReadOnlyList<string> Unknown { get; } = [.. Names.Where(name => name.Person is null).Select(name => name.Said).Distinct()];

    /// <param name="words">Names with or without <c>@</c>, ids, e-mail addresses, <c>me</c> and <c>#channels</c>, with spaces, commas or "and" between.</param>
    public static async Task<Whom> Read(Turn turn, string words)
    {
        var all = Array.FindAll(Picked.Words(words), word => !IsJoint(word));
        var (names, channels) = (new List<SaidName>(), new List<Channel>());
        Unclear? unclear = null;
        for (var at = 0; at < all.Length;)
        {
            var length = 1;
            if (at >= MostWords)
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
    public static async Task<bool> IsKnown(Turn turn, PersonId person) => await IsHere(turn, person) || await Shares(turn, turn.Caller.Person, person);

    /// <summary>The same for another reader than the caller.</summary>
    public static async Task<bool> IsKnown(Turn turn, PersonId reader, PersonId person) =>
        reader == person || (reader == turn.Caller.Person ? await IsKnown(turn, person) : await Shares(turn, reader, person));

    private static async Task<bool> IsHere(Turn turn, PersonId person) => person == turn.Caller.Person
        || (person != PersonId.Bot && turn.Caller.Conversation is { Channel: not null } here && await turn.Sees(here) && await turn.Sees(person, here));

    /// <summary>Goes by who is in the reader's channels, which is asked for once for all people, and not by the channels of each of them.</summary>
    private static async Task<bool> Shares(Turn turn, PersonId reader, PersonId person)
    {
        foreach (var some in (await turn.ChannelsOf(reader)).Chunk(ChannelsAtOnce))
        {
            var isIn = await Task.WhenAll(some.Select(channel => turn.Sees(person, ConversationId.Of(channel)).AsTask()));
            if (person != PersonId.Bot && isIn.Contains(true))
                return true;
        }

        return false;
    }

    /// <summary>Those whom the caller may know, first those who are here.</summary>
    private static async Task<IReadOnlyList<Person>> Known(Turn turn, IReadOnlyList<Person> people)
    {
        var (known, others) = (new List<Person>(), new List<Person>());
        foreach (var person in people)
            (await IsHere(turn, person.Id) ? known : others).Add(person);
        foreach (var person in others.Take(MostTried))
        {
            if (known.Count >= MostMeant)
                break;
            if (await Shares(turn, turn.Caller.Person, person.Id))
                known.Add(person);
        }

        return [.. known.Take(MostMeant)];
    }

    private static bool IsJoint(string word) => word.Equals("and", StringComparison.OrdinalIgnoreCase) || word is "&" or "+";

    private static async Task<(int Length, IReadOnlyList<Person> Found)> Longest(Turn turn, string[] words, int at)
    {
        for (var length = Math.Min(MostWordsOfName, words.Length - at); length > 0; length--)
        {
            var name = string.Join(' ', words[at..(at + length)].Select(Picked.IdOf)).Trim('"', '“', '”').TrimStart('@').TrimEnd(':', '?');
            if (length == 1 && name.Equals("me", StringComparison.OrdinalIgnoreCase) && await turn.Find(turn.Caller.Person) is { } self)
                return (1, [self]);
            var found = name.Length == 0 ? [] : Namesakes.Meant(Picked.IdOf(words[at]), await Known(turn, await turn.Named(name)));
            if (found.Count > 0)
                return (length, found);
        }

        await turn.ChannelsOfCaller(); // where they can't be known, a name that nobody has is answered like one that somebody has
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
    /// <summary>Asks who is meant, with a button for each.</summary>
    /// <param name="with">The command with all the words, the unclear one made clear.</param>
    public Reply Ask(Func<string, ICommand> with)
    {
        var another = People.Count >= Whom.MostMeant ? " If it is none of these, say the whole name." : "";
        return Reply.Refuse(
            $"“{Excerpt.Word(Word)}” could be several people; whom do you mean?{another}",
            [.. People.Select(person => new Button(person.Exactly, with($"{Before} @{person.Id} {After}".Trim())))]);
    }
}
