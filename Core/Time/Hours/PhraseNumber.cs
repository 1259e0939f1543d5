namespace AsyncBot.Core.Time.Hours;

/// <summary>Numbers in working hours: plain ASCII digits, few enough to be read without overflow.</summary>
internal static class PhraseNumber
{
    private const int MostDigits = 6;

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
}
