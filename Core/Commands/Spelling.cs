namespace AsyncBot.Core.Commands;

/// <summary>How words are written: which one was meant by another, and how one begins a sentence.</summary>
public static class Spelling
{
    /// <summary>How many slips of a finger lie between two words: a letter missing, added, wrong, or two swapped.</summary>
    public static int Distance(string a, string b)
    {
        (a, b) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        if (Math.Abs(a.Length - b.Length) > 2)
            return int.MaxValue;
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }

    /// <summary>A word as it begins a sentence.</summary>
    public static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>The word that was most likely meant, or null if none is within two slips (one, for words of up to four letters).</summary>
    public static string? Nearest(string typed, IEnumerable<string> words) => words
        .Select(word => (Word: word, Distance: Distance(typed, word)))
        .Where(pair => pair.Distance <= (pair.Word.Length <= 4 ? 1 : 2))
        .OrderBy(pair => pair.Distance)
        .Select(pair => pair.Word)
        .FirstOrDefault();
}
