namespace AsyncBot.Core.Time;

/// <summary>Numbers in time phrases: plain ASCII digits, few enough to be read without overflow.</summary>
internal static class PhraseNumber
{
    private const int MostDigits = 6;

    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Ordinals = ["zeroth", "first", "second", "third", "fourth", "fifth"];

    public static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Too many digits read as <see cref="int.MaxValue"/>, which every limit refuses.</summary>
    public static int Value(ReadOnlySpan<char> digits)
    {
        if (digits.Length > MostDigits)
            return int.MaxValue;
        var value = 0;
        foreach (var digit in digits)
            value = value * 10 + (digit - '0');
        return value;
    }

    /// <summary>"2" or "two".</summary>
    public static bool TryCount(string word, out int count)
    {
        count = IsDigits(word) ? Value(word) : Array.IndexOf(Words, word);
        return count >= 0;
    }

    /// <summary>"15th" or "first".</summary>
    public static bool TryOrdinal(string word, out int ordinal)
    {
        ordinal = Array.IndexOf(Ordinals, word);
        if (word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && IsDigits(word.AsSpan(0, word.Length - 2)))
            ordinal = Value(word.AsSpan(0, word.Length - 2));
        return ordinal >= 0;
    }
}
