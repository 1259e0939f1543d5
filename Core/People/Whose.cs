using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>About whose time something is said: one's own, or for an admin that of somebody named first.</summary>
/// <param name="Rest">What follows the name.</param>
/// <param name="Refusal">Null where the caller may say something about them.</param>
internal sealed record Whose(PersonId Person, string Rest, Reply? Refusal)
{
    private const int MostWordsOfName = 3;

    /// <summary>What stands between words; a space that does not break is within a picked name.</summary>
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    /// <param name="with">The command with a text in which the name is clear.</param>
    public static async Task<Whose> Read(Turn turn, string text, string example, Func<string, ICommand> with)
    {
        var me = turn.Caller.Person;
        text = text.Trim();
        if (!text.StartsWith('@'))
            return new Whose(me, text, null);
        var words = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(MostWordsOfName, words.Length); length > 0; length--)
        {
            var whom = await Whom.Read(turn, string.Join(' ', words[..length]));
            if (whom is not { Unknown.Count: 0, Channels.Count: 0 } || (whom.People.Count != 1 && whom.Unclear is null))
                continue;
            if (whom.People is [var self] && whom.Unclear is null && self.Id == me)
                return new Whose(me, Behind(text, length), null);
            if (!turn.Caller.IsAdmin)
                break;
            return whom.Unclear is { } unclear
                ? new Whose(me, "", unclear.Ask(name => with($"{name} {Behind(text, length)}".Trim())))
                : new Whose(whom.People[0].Id, Behind(text, length), null);
        }

        return new Whose(me, "", turn.Caller.IsAdmin
            ? Reply.Refuse($"I know nobody here by the name “{Excerpt.Word(Picked.Names(words[0]))}”. Try: {new Typed(example)}")
            : Reply.Refuse($"Only admins can say that for somebody else. Try: {new Typed(example)}"));
    }

    /// <summary>The text behind its first words, to the letter.</summary>
    private static string Behind(string text, int words)
    {
        var at = 0;
        for (; words > 0; words--)
        {
            while (at < text.Length && Blanks.Contains(text[at]))
                at++;
            while (at < text.Length && !Blanks.Contains(text[at]))
                at++;
        }

        return text[at..].Trim();
    }
}
