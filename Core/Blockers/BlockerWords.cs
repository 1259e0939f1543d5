using System.Text.RegularExpressions;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Reads a blocker out of a sentence: what it is, and whom it needs, at its end or named within.</summary>
/// <param name="Text">What is left, to the letter.</param>
/// <param name="Unknown">Names in the text that mean nobody whom the caller may know.</param>
/// <param name="Refusal">Null where it could be read.</param>
/// <param name="IsOfCaller">Whether the caller named themselves.</param>
internal sealed partial record BlockerWords(
    string Text, IReadOnlyList<PersonId> People, IReadOnlyList<string> Unknown, Reply? Refusal, bool IsOfCaller = false)
{
    public const string Example = "blocker add The deploy key expired needs @Ben";

    public const int MostPeople = 10;

    /// <summary>Nobody is looked for behind this many names.</summary>
    private const int MostMentions = 30;

    /// <summary>Whom it needs is looked for this far from the end.</summary>
    private const int Reach = 400;

    /// <param name="text">With ids, as <see cref="Picked.Ids"/> gives them.</param>
    /// <param name="again">The same command with another text.</param>
    /// <param name="asItStands">The same command, whatever nobody is called; null where that is meant already.</param>
    public static async Task<BlockerWords> Read(Turn turn, string text, Func<string, ICommand> again, Func<ICommand>? asItStands)
    {
        var rest = text.Trim();
        var people = new List<Person>();
        if (NeedsIn(rest) is { } needs)
        {
            var whom = await Whom.Read(turn, needs.Names);
            if (whom.Unclear is { } unclear && IsSurelyAName(unclear))
                return Refused(Ask(unclear, names => again($"{rest[..needs.Start]}{needs.Word} {names}")));
            var unknown = whom.Unknown.FirstOrDefault(name => name.StartsWith('@'));
            if (unknown is not null && asItStands is not null)
                return Refused(UnknownPerson(unknown, new Button("Flag it all the same", asItStands())));
            if (whom is { Unknown.Count: 0, Channels.Count: 0, Unclear: null, People.Count: > 0 } && whom.Names.All(IsWhole))
            {
                people.AddRange(whom.People);
                rest = rest[..needs.Start].TrimEnd(' ', ',', ';', '-', '–', '—');
            }
        }

        var untold = new List<string>();
        foreach (var mention in Mention().Matches(rest).Take(MostMentions).Where(match => people.Count <= MostPeople))
        {
            var whom = await Whom.Read(turn, mention.Value);
            if (whom.Unclear is { } unclear)
                return Refused(Ask(unclear, name => again($"{rest[..mention.Index]}{name}{text.Trim()[(mention.Index + mention.Length)..]}")));
            people.AddRange(whom.People);
            untold.AddRange(whom.Unknown.Where(name => name.StartsWith('@')));
        }

        rest = Picked.Names(rest);
        if (rest.Length == 0)
            return Refused(Reply.Refuse($"It does not say what blocks you. Try: {new Typed(Example)}"));
        var needed = people.Select(person => person.Id).Where(id => id != turn.Caller.Person).Distinct().ToList();
        return needed.Count > MostPeople
            ? Refused(Reply.Refuse($"That needs more than {MostPeople} people. Try: {new Typed(Example)}"))
            : new BlockerWords(rest, needed, [.. untold.Distinct()], null, people.Any(person => person.Id == turn.Caller.Person));
    }

    /// <summary>Reads people alone, such as those whom a blocker needs too.</summary>
    public static async Task<BlockerWords> ReadPeople(Turn turn, string names, Typed example, Func<string, ICommand> again)
    {
        var whom = await Whom.Read(turn, names.Trim());
        if (whom.Unclear is { } unclear)
            return Refused(Ask(unclear, name => again(name)));
        if (whom.Channels.Count > 0 || whom.IsNobody)
            return Refused(Reply.Refuse($"A blocker needs people. Try: {example}"));
        if (whom.Unknown is [var unknown, ..])
            return Refused(Reply.Refuse($"I know nobody here by the name “{Excerpt.Word(unknown)}”. Try: {example}"));
        return new BlockerWords("", [.. whom.People.Select(person => person.Id)], [], null);
    }

    /// <summary>The last "needs" with the words behind it that could be names.</summary>
    private static (int Start, string Word, string Names)? NeedsIn(string text)
    {
        if (Needs().Matches(text, Math.Max(0, text.Length - Reach)) is not { Count: > 0 } all || all[^1] is not { } last)
            return null;
        return (last.Index, last.Value.TrimEnd(), text[(last.Index + last.Length)..].Trim().TrimEnd('.', '!'));
    }

    /// <summary>A word without @ means somebody only if that is their whole name: "needs an answer" names no Ana.</summary>
    private static bool IsWhole(SaidName name) => name.Person is { } person && (name.Said.Contains('@', StringComparison.Ordinal)
        || name.Said.Equals(person.Name, StringComparison.OrdinalIgnoreCase) || name.Said.Equals(person.Id.Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsSurelyAName(Unclear unclear) => unclear.Word.StartsWith('@')
        || unclear.People.All(person => person.Name.Equals(unclear.Word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The word as if it had been picked, so that the text keeps a name.</summary>
    private static Reply Ask(Unclear unclear, Func<string, ICommand> with) => unclear.Ask(words => with(unclear.People.Aggregate(
        words, (all, person) => all.Replace($"@{person.Id}", Picked.Ids(Picked.Of(person.Id, person.Name)), StringComparison.Ordinal))));

    private static Reply UnknownPerson(string name, Button asItStands) =>
        Reply.Refuse($"I know nobody here by the name “{Excerpt.Word(name)}”. Try: {new Typed(Example)}", asItStands);

    private static BlockerWords Refused(Reply refusal) => new("", [], [], refusal);

    [GeneratedRegex(@"(?<![\w@])needs?[\s:]+(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Needs();

    /// <summary>A picked name, a typed one or an e-mail address.</summary>
    [GeneratedRegex(
        @"\uE0F0?@[^\s\uE0F0-\uE0F2]+\uE0F1[^ \t\r\n\uE0F2]*\uE0F2?"
        + @"|(?<![\w@/.])(?>@\w+(?:[.-]\w+)*)(?!/)"
        + @"|(?<![\w@.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
