using System.Text;

namespace AsyncBot.Core.Messages;

/// <summary>Somebody's text in one line of a list: what is cut off is said to be cut off.</summary>
public static class Excerpt
{
    /// <summary>Lists show this many characters of a text.</summary>
    public const int Longest = 200;

    /// <summary>An answer repeats this many characters of a word that it can't read.</summary>
    private const int LongestWord = 40;

    /// <param name="rest">What to type to see the whole.</param>
    public static Rich Of(string text, string rest, int longest = Longest)
    {
        var (line, isCut) = Cut(text, longest);
        return isCut ? (Rich)$"{line}… (cut; all of it: {new Typed(rest)})" : $"{line}";
    }

    /// <summary>For a place where a way to the rest would be in the way, such as an example to type.</summary>
    public static string Plain(string text, int longest)
    {
        var (line, isCut) = Cut(text, longest);
        return isCut ? line + "…" : line;
    }

    /// <summary>The whole text, line breaks and all; of a longer one, as much as fits.</summary>
    public static string Within(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + "…";

    /// <summary>For a word that an answer repeats because it can't read it.</summary>
    public static string Word(string word) => Plain(word, LongestWord);

    private static (string Line, bool IsCut) Cut(string text, int longest)
    {
        if (text.Length <= longest && IsOneLine(text))
            return (text, false);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest || line.EnumerateRunes().Take(longest + 1).Count() <= longest)
            return (line, false);
        var cut = new StringBuilder();
        foreach (var rune in line.EnumerateRunes().Take(longest))
            cut.Append(rune.ToString());
        return (cut.ToString().TrimEnd(), true);
    }

    /// <summary>Whether nothing but single spaces stands between its words, as in most texts.</summary>
    private static bool IsOneLine(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) && (letter != ' ' || before == ' '))
                return false;
            before = letter;
        }

        return before != ' ' || text.Length == 0;
    }
}
