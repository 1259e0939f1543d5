using System.Text;
using System.Text.RegularExpressions;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>
/// A person or channel that was picked from a platform's list rather than typed: it means exactly that one, whatever others are called.
/// A surface writes it into the line between three characters of Unicode's private use area, which no keyboard has.
/// </summary>
public static partial class Picked
{
    private const char Start = '\uE0F0';
    private const char Middle = '\uE0F1';
    private const char End = '\uE0F2';
    private const char NoBreak = '\u00A0';

    /// <param name="name">How the text shows them where they stand in a sentence.</param>
    public static string Of(PersonId person, string name) => $"{Start}@{person}{Middle}@{Clean(name)}{End}";

    /// <param name="name">Without <c>#</c>.</param>
    public static string Of(ChannelId channel, string name) => $"{Start}#{channel}{Middle}#{Clean(name)}{End}";

    /// <summary>What somebody typed, which can't pretend to be picked.</summary>
    public static string Clean(string typed) =>
        typed.AsSpan().ContainsAnyInRange(Start, End) ? string.Concat(typed.Where(c => c is < Start or > End)) : typed;

    /// <summary>The text with each pick as its name.</summary>
    public static string Plain(string text) => With(text, (plain, middle, end) => plain.Append(text, middle + 1, end - 2 - middle));

    /// <summary>The text with each pick as one word that has both its id and its name (see <see cref="IdOf"/>, <see cref="NameOf"/>).</summary>
    public static string Ids(string text) => With(text, (plain, middle, end) =>
    {
        var start = text.LastIndexOf(Start, middle);
        var isBegun = start == 0 || char.IsWhiteSpace(text[start - 1]);
        var isEnded = end == text.Length || char.IsWhiteSpace(text[end]);
        plain.Append(text, isBegun ? start + 1 : start, middle - start + (isBegun ? 0 : 1));
        plain.Append(text[(middle + 1)..(isEnded ? end - 1 : end)].Replace(' ', NoBreak));
    });

    /// <summary>The words of <see cref="Ids"/>; whatever is glued to a pick is another word.</summary>
    public static string[] Words(string ids) => ids.Split([' ', '\t', '\r', '\n', ',', ';', Start, End], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What a word is looked up by: the id of a pick, such as <c>@U1</c>, and otherwise the word.</summary>
    public static string IdOf(string word) => word.Split(Middle)[0];

    /// <summary>What a word was called.</summary>
    public static string NameOf(string word) => word[(word.IndexOf(Middle) + 1)..];

    /// <summary>The text of <see cref="Ids"/> with each pick as its name.</summary>
    public static string Names(string ids) => Pick().Replace(ids, pick => pick.Groups[1].Value.Replace(NoBreak, ' '));

    private static string With(string text, Action<StringBuilder, int, int> write)
    {
        if (!text.Contains(Start))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (EndOf(text, at) is not { } end)
            {
                plain.Append(text[at]);
                continue;
            }

            write(plain, text.IndexOf(Middle, at), end);
            at = end - 1;
        }

        return plain.ToString();
    }

    /// <summary>Where the pick that starts here ends; null where none does.</summary>
    internal static int? EndOf(string text, int at)
    {
        if (text[at] != Start || text.IndexOf(End, at) is not (> 0 and var end))
            return null;
        return text.IndexOf(Middle, at, end - at) > 0 ? end + 1 : null;
    }

    /// <summary>Where the word ends that is a pick, with the comma that may follow it in a list.</summary>
    internal static int? EndOfWord(string text, int at) =>
        EndOf(text, at) is not { } end ? null : end < text.Length && text[end] is (',' or ';' or ':') ? end + 1 : end;

    /// <summary>What a command reads for the pick that is <paramref name="text"/>, such as <c>@U1</c>.</summary>
    internal static string IdIn(string text) => text[1..text.IndexOf(Middle, StringComparison.Ordinal)];

    [GeneratedRegex(@"\uE0F0?[^\s\uE0F0-\uE0F2]+\uE0F1([^ \t\r\n\uE0F2]*)\uE0F2?")]
    private static partial Regex Pick();
}
