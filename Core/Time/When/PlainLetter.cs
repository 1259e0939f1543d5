using System.Globalization;

namespace AsyncBot.Core.Time.When;

/// <summary>
/// Makes one character out of the many that people's keyboards have for it: smart quotes, dashes, full-width letters, digits of other scripts.
/// </summary>
internal static class PlainLetter
{
    private const string Accented = "àáâãäåāçčèéêëēìíîïīñòóôõöøōšùúûüūýÿž";
    private const string Unaccented = "aaaaaaacceeeeeiiiiinooooooosuuuuuyyz";

    /// <summary>A space stands for whatever only separates; zero for what is not there at all.</summary>
    /// <param name="length">How many chars of <paramref name="text"/> the character takes.</param>
    public static char At(string text, int index, out int length)
    {
        length = 1;
        var c = text[index];
        if (c < 128)
            return Ascii(c);
        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            length = 2;
        if (CharUnicodeInfo.GetDecimalDigitValue(text, index) is var digit and >= 0)
            return (char)('0' + digit);
        if (c is >= '\uFF01' and <= '\uFF5E')
            return Ascii((char)(c - 0xFEE0));
        if (char.IsWhiteSpace(c))
            return ' ';
        return c switch
        {
            >= '\u2010' and <= '\u2015' or '\u2212' or '\uFE63' => '-',
            '\u2018' or '\u2019' or '\u02BC' => '\'',
            '\u201A' or '\u201B' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' => ' ',
            '\u060C' or '\u3001' => ',',
            '\u2236' or '\uA789' => ':',
            '\u2044' or '\u2215' => '/',
            _ => CharUnicodeInfo.GetUnicodeCategory(text, index) == UnicodeCategory.Format ? '\0' : Folded(c),
        };
    }

    private static char Ascii(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        '"' or '`' or '(' or ')' or '[' or ']' or ' ' or (>= '\t' and <= '\r') => ' ',
        < ' ' => '\uFFFD',
        _ => c,
    };

    private static char Folded(char c)
    {
        var lower = char.ToLowerInvariant(c);
        return Accented.IndexOf(lower, StringComparison.Ordinal) is var at and >= 0 ? Unaccented[at] : lower;
    }
}
