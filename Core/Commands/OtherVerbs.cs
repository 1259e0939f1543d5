using System.Globalization;

namespace AsyncBot.Core.Commands;

/// <summary>
/// Verbs by other names that people say before the number of an item, such as <c>due finish 12</c>. Before anything else they begin a text, and so does
/// what would be one with a number in it: <c>blocker fix 12 tests first</c>.
/// </summary>
public sealed class OtherVerbs(string noun)
{
    private readonly Dictionary<string, (string Verb, bool GoesOn)> _meant = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of a verb behind which a number stands alone, or is written as <c>#12</c>.</summary>
    public OtherVerbs For(string verb, params string[] names) => Add(verb, names, goesOn: false);

    /// <summary>Names of a verb behind whose number there may be more.</summary>
    public OtherVerbs ForMore(string verb, params string[] names) => Add(verb, names, goesOn: true);

    /// <summary>The line with the verb that is meant; null where it is none of these, or begins a text.</summary>
    public Line? Read(Line line)
    {
        if (line.Words is not [var first, { IsQuoted: false } said, ..] || !first.Is(noun) || !_meant.TryGetValue(said.Text, out var meant))
            return null;
        var isItem = line.Words is [_, _]
            || (line.Words[2] is { IsQuoted: false } number && IsNumber(number.Text)
                && (meant.GoesOn || line.Words.Count == 3 || number.Text.StartsWith('#')));
        return isItem ? new Line($"{line.Text[..said.Start]}{meant.Verb}{line.Text[said.End..]}") : null;
    }

    private OtherVerbs Add(string verb, string[] names, bool goesOn)
    {
        foreach (var name in names)
            _meant.Add(name, (verb, goesOn));
        return this;
    }

    private static bool IsNumber(string word) => int.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
