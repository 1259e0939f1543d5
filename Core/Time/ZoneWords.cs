namespace AsyncBot.Core.Time;

/// <summary>Reads a time zone by its IANA name in any case. Abbreviations are not taken: EST in July is nobody's clock.</summary>
internal static class ZoneWords
{
    private static readonly Dictionary<string, string> Ids = DateTimeZoneProviders.Tzdb.Ids
        .Where(id => id == "UTC" || id.Contains('/', StringComparison.Ordinal))
        .ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    /// <summary>A last word that may stand for a zone but is none, such as <c>tokyo</c> or <c>cet</c>; null if something else is left.</summary>
    public static string? Meant(PhraseWords words)
    {
        var ahead = words.Next == "in" ? 1 : 0;
        var word = words.Peek(ahead);
        return word.Length > 0 && word.All(char.IsLetter) && words.Peek(ahead + 1).Length == 0 ? word : null;
    }

    public static string? Take(PhraseWords words)
    {
        var ahead = words.Next == "in" ? 1 : 0;
        if (!Ids.TryGetValue(words.Peek(ahead), out var id))
            return null;
        words.Skip(ahead + 1);
        return id;
    }
}
