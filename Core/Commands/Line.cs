namespace AsyncBot.Core.Commands;

/// <summary>A typed line, cut into words that remember where they stood, so that a text argument is kept to the letter.</summary>
public sealed class Line
{
    private const string Quotes = "\"\u201C\u201D\u201E\u00AB\u00BB";

    private readonly List<Word> _words = [];

    public Line(string text)
    {
        Text = text;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var quoted = EndOfQuote(at);
            var picked = Picked.EndOfWord(text, at);
            var end = quoted ?? picked ?? EndOfWord(at);
            var plain = quoted is not null ? Picked.Plain(text[(at + 1)..(end - 1)])
                : picked is not null ? Picked.IdIn(text[at..end])
                : Picked.Plain(text[at..end]);
            _words.Add(new Word(at, end, plain, quoted is not null));
            at = end;
        }
    }

    /// <summary>As it came, with what was picked from lists.</summary>
    public string Text { get; }

    public IReadOnlyList<Word> Words => _words;

    /// <summary>The text from one word to before another, as it was typed.</summary>
    public string Between(int first, int end) => first >= end ? "" : Picked.Plain(Text[_words[first].Start.._words[end - 1].End]);

    /// <summary>The same with each pick as its id.</summary>
    public string IdsBetween(int first, int end) => first >= end ? "" : Picked.Ids(Text[_words[first].Start.._words[end - 1].End]);

    private int? EndOfQuote(int start)
    {
        if (!Quotes.Contains(Text[start]))
            return null;
        for (var at = start + 1; at < Text.Length; at++)
        {
            if (Quotes.Contains(Text[at]) && (at + 1 == Text.Length || char.IsWhiteSpace(Text[at + 1])))
                return at + 1;
        }

        return null;
    }

    private int EndOfWord(int start)
    {
        var end = start;
        while (end < Text.Length && !char.IsWhiteSpace(Text[end]))
            end = Picked.EndOf(Text, end) ?? end + 1;
        return end;
    }
}

/// <summary>One word of a line; in quotes it is only ever text, never a keyword.</summary>
/// <param name="Text">Without the quotes around it.</param>
public readonly record struct Word(int Start, int End, string Text, bool IsQuoted)
{
    public bool Is(string other) => !IsQuoted && Text.Equals(other, StringComparison.OrdinalIgnoreCase);
}
