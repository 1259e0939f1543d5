namespace AsyncBot.Core.Texts;

/// <summary>How alike two texts are, by their words alone.</summary>
internal static class TextLikeness
{
    private const double Doubt = 0.5;
    private const float Misspelt = 0.8f;

    /// <summary>0 to 1, the same whichever comes first. Each has at most <see cref="TextWords.MostWords"/> different words.</summary>
    public static double Of(ReadOnlySpan<string> one, ReadOnlySpan<string> other)
    {
        if (one.Length == 0 || other.Length == 0)
            return 0;
        if (IsAfter(one, other))
        {
            var swapped = one;
            one = other;
            other = swapped;
        }

        Span<bool> isShared = stackalloc bool[TextWords.MostWords];
        Span<bool> isTaken = stackalloc bool[TextWords.MostWords];
        var matches = 0;
        var shared = Match(one, other, isShared, isTaken, isExact: true, ref matches) + Match(one, other, isShared, isTaken, isExact: false, ref matches);
        var score = Blend(shared, Weight(one), Weight(other));
        if (matches < 2 && (one.Length > 1 || other.Length > 1))
            score *= Doubt;
        // "Load idea 12" and "Load idea 13" are two ideas.
        if (HasNumber(one, []) && HasNumber(other, []) && (HasNumber(one, isShared) || HasNumber(other, isTaken)))
            score *= Doubt;
        return Math.Min(score, 1);
    }

    /// <summary>Half how much of both together is shared (so extra words count), half how much of the shorter (so an elaboration is still found).</summary>
    public static double Blend(double shared, double one, double other) =>
        (shared / (one + other - shared) + shared / Math.Min(one, other)) / 2;

    public static float Weight(ReadOnlySpan<string> words)
    {
        var sum = 0f;
        foreach (var word in words)
            sum += TextWords.Weight(word);
        return sum;
    }

    /// <summary>One letter wrong, missing, added or swapped with its neighbour, or up to three letters more at the end (rotate, rotation).</summary>
    private static bool IsNearly(string one, string other)
    {
        var a = (one.Length <= other.Length ? one : other).AsSpan();
        var b = (one.Length <= other.Length ? other : one).AsSpan();
        if (a.Length < 5 || b.Length - a.Length > 3 || TextWords.HasDigit(one) || TextWords.HasDigit(other))
            return false;
        var start = a.CommonPrefixLength(b);
        if (start == a.Length)
            return true;
        a = a[start..];
        b = b[start..];
        while (a.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        return b.Length <= 1 || (a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0]);
    }

    private static float Match(ReadOnlySpan<string> one, ReadOnlySpan<string> other, Span<bool> isShared, Span<bool> isTaken, bool isExact, ref int matches)
    {
        var shared = 0f;
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = 0; j < other.Length && !isShared[i]; j++)
            {
                if (isTaken[j] || !(isExact ? one[i] == other[j] : IsNearly(one[i], other[j])))
                    continue;
                isShared[i] = isTaken[j] = true;
                matches++;
                shared += isExact ? TextWords.Weight(one[i]) : Misspelt * Math.Min(TextWords.Weight(one[i]), TextWords.Weight(other[j]));
            }
        }

        return shared;
    }

    /// <summary>Whether there is a number among the words that are not <paramref name="isLeftOut"/>.</summary>
    private static bool HasNumber(ReadOnlySpan<string> words, ReadOnlySpan<bool> isLeftOut)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if ((isLeftOut.Length == 0 || !isLeftOut[i]) && TextWords.HasDigit(words[i]))
                return true;
        }

        return false;
    }

    // The order decides which of two near misses is taken, so it must not depend on who asks.
    private static bool IsAfter(ReadOnlySpan<string> one, ReadOnlySpan<string> other)
    {
        if (one.Length != other.Length)
            return one.Length > other.Length;
        for (var i = 0; i < one.Length; i++)
        {
            var order = string.CompareOrdinal(one[i], other[i]);
            if (order != 0)
                return order > 0;
        }

        return false;
    }
}
