namespace AsyncBot.Core.Commands;

/// <summary>A <c>#word</c> in an item's text, by which it is found again. Case does not matter.</summary>
public readonly record struct Tag(string Value)
{
    /// <summary>A text is found by this many tags; each costs a place in the index.</summary>
    public const int Most = 20;

    private const int Longest = 50;

    public override string ToString() => "#" + Value;

    /// <summary>Letters, digits, <c>-</c> and <c>_</c> behind a <c>#</c>, at least one of them no digit, so that <c>#12</c> stays a number.</summary>
    public static bool TryRead(string word, out Tag tag)
    {
        var name = word.StartsWith('#') ? word[1..] : "";
        var valid = name.Length <= Longest && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_') && !name.All(char.IsDigit);
        tag = valid ? new Tag(name.ToLowerInvariant()) : default;
        return valid;
    }

    /// <summary>The first tags in a text, each once, in their order. Brackets and punctuation around one do not belong to it.</summary>
    public static IReadOnlyList<Tag> In(string text)
    {
        var tags = new List<Tag>();
        var known = new HashSet<Tag>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (TryRead(word.TrimStart('(').TrimEnd('.', ',', ';', ':', '!', '?', ')'), out var tag) && known.Add(tag))
                tags.Add(tag);
            if (tags.Count == Most)
                break;
        }

        return tags;
    }
}
