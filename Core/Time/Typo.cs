namespace AsyncBot.Core.Time;

/// <summary>Whether a word is another with one letter wrong, missing, too many, or swapped with its neighbour.</summary>
internal static class Typo
{
    public static bool IsOneEdit(ReadOnlySpan<char> word, ReadOnlySpan<char> name)
    {
        if (word.Length < name.Length - 1 || word.Length > name.Length + 1)
            return false;
        var same = word.CommonPrefixLength(name);
        var left = word[same..];
        var right = name[same..];
        if (left.Length != right.Length)
            return left.Length > right.Length ? left[1..].SequenceEqual(right) : right[1..].SequenceEqual(left);
        if (left.Length == 0)
            return false;
        return left[1..].SequenceEqual(right[1..])
            || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
