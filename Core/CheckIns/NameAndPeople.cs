using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Reads the name of a check-in with people behind it: <c>Daily @Ben and @Emi</c>.</summary>
internal static class NameAndPeople
{
    private static readonly char[] Blanks = [' ', '\t', '\n', '\r'];

    /// <param name="text">With ids, as <see cref="Picked.Ids"/> gives them.</param>
    /// <param name="verb">The command's.</param>
    /// <param name="again">The same command with another text.</param>
    public static async Task<Reply> Change(
        Turn turn, string? text, string verb, Func<string, ICommand> again, Func<Stored<CheckIn>, IReadOnlyList<Person>, Task<Reply>> change)
    {
        text = text?.Trim() ?? "";
        var at = text.IndexOf('@');
        if (at < 0)
            at = text.LastIndexOfAny(Blanks) + 1;
        var (name, words) = (Picked.Names(text[..at]).Trim().TrimEnd(','), text[at..]);
        var meant = await CheckInBook.Named(
            turn, name.Length == 0 ? null : name, checkIn => Examples.OfMembers(turn, checkIn, verb), number => again($"{number} {words}"));
        if (meant.CheckIn is not { } stored)
            return meant.Refusal!;
        if (!await CheckInBook.MayChange(turn, stored.Value))
            return CheckInBook.NotYours(stored.Value, "change");
        var whom = await Whom.Read(turn, words);
        if (whom.Unclear is { } unclear)
            return unclear.Ask(clear => again($"{name} {clear}"));
        if (whom.Unknown is [var unknown, ..])
            return Reply.Refuse($"I know nobody here by the name “{Excerpt.Word(unknown)}”. {await Next()}");
        return whom.People.Count == 0 ? Reply.Refuse($"It does not say whom. {await Next()}") : await change(stored, whom.People);

        async Task<Rich> Next() => await Examples.OfMembers(turn, stored.Value, verb) is { } example
            ? (Rich)$"Try: {new Typed(example)}"
            : $"To see who is in {stored.Value.Name}: {new Typed($"checkin preview {stored.Value.Name}")}";
    }
}
