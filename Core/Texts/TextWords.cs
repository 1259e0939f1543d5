using System.Buffers;
using System.Globalization;
using System.Text;

namespace AsyncBot.Core.Texts;

/// <summary>
/// The words of a text as they are compared: lower case, without accents and endings; Chinese, Japanese, Korean and Thai as pairs of characters.
/// </summary>
internal static class TextWords
{
    private const int MostCharacters = 2_000;
    public const int MostWords = 64;

    private const int LongestWord = 32;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly HashSet<string> Stop = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "could", "do", "does", "for", "from", "has", "have", "how", "http", "https",
        "i", "if", "in", "into", "is", "it", "its", "lets", "maybe", "me", "my", "of", "on", "or", "our", "please", "should", "so", "than", "that",
        "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "was", "we", "were", "what", "when", "which", "who",
        "will", "with", "would", "www", "you", "your",
    };

    private static readonly HashSet<string> Weak =
        new[]
        {
            "add", "all", "any", "better", "buy", "change", "create", "each", "every", "get", "give", "good", "improve", "let", "like", "make",
            "more", "need", "new", "put", "set", "some", "start", "try", "use", "want",
        }.Select(Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// At most <see cref="MostWords"/> different words of the first <see cref="MostCharacters"/> characters. Stop words count only where there is
    /// nothing else.
    /// </summary>
    public static string[] Of(string text)
    {
        var said = Split(text);
        var words = new List<string>(said.Count);
        var isAllStop = said.TrueForAll(Stop.Contains);
        foreach (var word in said)
        {
            if (words.Count == MostWords)
                break;
            if (!isAllStop && Stop.Contains(word))
                continue;
            var stem = Stem(word);
            if (!words.Contains(stem))
                words.Add(stem);
        }

        return [.. words];
    }

    /// <summary>What to look for, with endings, because the last word may still be being typed.</summary>
    public static IReadOnlyList<string> Sought(string text)
    {
        var said = Split(text);
        var told = said.FindAll(word => !Stop.Contains(word));
        var sought = told.Count > 0 ? told : said;
        // The last character of a run stands alone only where it ends a text, so inside a query it says nothing.
        return [.. sought.Where((word, i) => i == 0 || !IsPaired(word) || word.Length > 1 || !sought[i - 1].EndsWith(word[0])).Take(MostWords)];
    }

    /// <summary>How much sharing this word says: everybody's ideas begin with "Add a new …".</summary>
    public static float Weight(string stem)
    {
        if (stem.Length == 1 && IsPaired(stem))
            return 0.1f; // the end of a run, kept for searching
        return Weak.Contains(stem) ? 0.4f : 1f;
    }

    public static bool HasDigit(string stem)
    {
        foreach (var c in stem)
        {
            if (char.IsDigit(c))
                return true;
        }

        return false;
    }

    public static bool IsPaired(string word) => Rune.DecodeFromUtf16(word, out var first, out _) == OperationStatus.Done && IsPaired(first);

    /// <summary>Light on purpose: plurals, -ing, -ed, a last e, a doubled last letter; so rotate, rotates, rotated and rotating are one.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 4 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return word;
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
            return string.Concat(word.AsSpan(0, word.Length - 3), "y");
        var stem = word.AsSpan();
        if (stem[^1] == 's' && stem[^2] is not ('s' or 'u' or 'i'))
            stem = stem[..^1];
        if (stem.EndsWith("ing") && IsStem(stem[..^3]))
            stem = stem[..^3];
        else if (stem.EndsWith("ed") && !stem.EndsWith("eed") && IsStem(stem[..^2]))
            stem = stem[..^2];
        if (stem.Length > 3 && stem[^1] == 'e')
            stem = stem[..^1];
        if (stem.Length > 3 && stem[^1] == stem[^2])
            stem = stem[..^1];
        return stem.Length == word.Length ? word : stem.ToString();
    }

    private static bool IsStem(ReadOnlySpan<char> stem) => stem.Length >= 3 && stem.ContainsAny(Vowels);

    private static List<string> Split(string text)
    {
        var folded = Fold(text.Length > MostCharacters ? text[..MostCharacters] : text);
        var words = new List<string>();
        var word = new StringBuilder();
        var before = default(Rune);
        var isRun = false;
        foreach (var rune in folded.EnumerateRunes())
        {
            var isPaired = IsPaired(rune);
            if (isRun && isPaired)
                words.Add($"{before}{rune}");
            else if (isRun)
                words.Add(before.ToString());
            if (isPaired || !IsWordPart(rune))
                End(word, words, rune);
            else if (word.Length < LongestWord)
                word.Append(rune);
            (before, isRun) = (rune, isPaired);
        }

        if (isRun)
            words.Add(before.ToString());
        End(word, words, default);
        return words;
    }

    private static void End(StringBuilder word, List<string> words, Rune at)
    {
        // "don't" and "team's" are one word.
        if (word.Length == 0 || at.Value is '\'' or '\u2019' or '\u02BC')
            return;
        words.Add(word.ToString());
        word.Clear();
    }

    private static bool IsWordPart(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsPaired(Rune rune) => rune.Value is (>= 0x3041 and <= 0x30FF and not 0x30FB) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0x0E01 and <= 0x0E4E) or (>= 0x20000 and <= 0x3FFFF);

    private static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // Normalize throws at half a surrogate pair and at code points that are no characters
            whole.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned ? (Rune)' ' : rune);
        var folded = new StringBuilder(whole.Length);
        foreach (var c in whole.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (IsAccent(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
                continue;
            _ = c switch
            {
                'ß' => folded.Append("ss"),
                'æ' or 'Æ' => folded.Append("ae"),
                'œ' or 'Œ' => folded.Append("oe"),
                'ø' or 'Ø' => folded.Append('o'),
                'ł' or 'Ł' => folded.Append('l'),
                'đ' or 'Đ' => folded.Append('d'),
                'ı' => folded.Append('i'),
                'ς' => folded.Append('σ'),
                _ => folded.Append(c),
            };
        }

        return folded.ToString().Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }

    // Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs. The marks of other scripts are letters to their readers.
    private static bool IsAccent(char c) => c is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u065F') or '\u0670';
}
