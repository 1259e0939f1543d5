using System.Collections.Frozen;

namespace AsyncBot.Core.Time.When;

/// <summary>The words of one language for times, so that teaching the bot another language means writing a table.</summary>
public sealed class Language
{
    private readonly FrozenDictionary<string, Sense[]>.AlternateLookup<ReadOnlySpan<char>> _senses;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _neverMistyped;
    private readonly (string Name, Sense[] Senses)[] _names;

    /// <param name="rows">A kind, and the words for its first number, its second, and so on; words beside each other are separated by spaces.</param>
    /// <param name="neverMistyped">Words of their own that look like a mistyped month or weekday.</param>
    internal Language(IEnumerable<(SenseKind Kind, int First, string[] Words)> rows, params string[] neverMistyped)
    {
        var senses = rows.SelectMany(row => row.Words.SelectMany((words, i) => Entries(words, new Sense(row.Kind, row.First + i))))
            .GroupBy(entry => entry.Word, entry => entry.Sense, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _senses = senses.GetAlternateLookup<ReadOnlySpan<char>>();
        _neverMistyped = neverMistyped.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var names = senses.Where(entry => entry.Key.Length >= 5 && entry.Value[0].Kind is SenseKind.Weekday or SenseKind.Month);
        _names = [.. names.Select(entry => (entry.Key, entry.Value))];
    }

    private static IEnumerable<(string Word, Sense Sense)> Entries(string words, Sense sense) =>
        words.Split(' ').Select(word => (word.Replace('_', ' '), sense));

    internal static Sense[] None { get; } = [];

    /// <summary>What the word can mean; a month or weekday may be mistyped by one letter, if it can be no other.</summary>
    internal Sense[] SensesOf(ReadOnlySpan<char> word) => _senses.TryGetValue(word, out var senses) ? senses : Mistyped(word);

    private Sense[] Mistyped(ReadOnlySpan<char> word)
    {
        if (word.Length is < 5 or > 10 || _neverMistyped.Contains(word))
            return None;
        var found = None;
        foreach (var (name, senses) in _names)
        {
            if (!Typo.IsOneEdit(word, name))
                continue;
            if (found.Length > 0)
                return None;
            found = senses;
        }

        return found;
    }
}
