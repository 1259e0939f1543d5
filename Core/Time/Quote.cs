namespace AsyncBot.Core.Time;

/// <summary>The speaker's words, short enough to repeat in a sentence.</summary>
internal static class Quote
{
    private const int Most = 40;

    public static string Of(string words)
    {
        if (words.Length <= Most)
            return $"“{words}”";
        return $"“{words.AsSpan(0, char.IsHighSurrogate(words[Most - 1]) ? Most - 1 : Most)}…”";
    }
}
