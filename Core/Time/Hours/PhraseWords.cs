using System.Globalization;
using System.Text;

namespace AsyncBot.Core.Time.Hours;

/// <summary>The words of working hours and how far they are read. Quotes, brackets and invisible characters are dropped, dashes are one dash.</summary>
internal sealed class PhraseWords
{
    private readonly List<string> _words = [];
    private int _at;

    public PhraseWords(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (c == ',' || char.IsWhiteSpace(c) || c is '(' or ')')
            {
                End(word);
                if (c == ',')
                    _words.Add(",");
            }
            else if (c is '-' or (>= '\u2010' and <= '\u2015') or '\u2212')
                word.Append('-');
            else if (!IsQuote(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                word.Append(char.ToLowerInvariant(c));
        }

        End(word);
    }

    private static bool IsQuote(char c) => c is '"' or '\'' or '`' or '\u00AB' or '\u00BB' or (>= '\u2018' and <= '\u201F');

    /// <summary>The next word in lower case; empty at the end.</summary>
    public string Next => Peek(0);

    public string Peek(int ahead) => _at + ahead < _words.Count ? _words[_at + ahead] : "";

    public void Skip(int count = 1) => _at += count;

    public bool Take(string word)
    {
        if (Next != word)
            return false;
        Skip();
        return true;
    }

    /// <summary>Takes all of these words or none.</summary>
    public bool TakeAll(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Peek(i) != words[i])
                return false;
        }

        Skip(words.Length);
        return true;
    }

    private void End(StringBuilder word)
    {
        if (word.Length == 0)
            return;
        var said = word.ToString().TrimEnd('.');
        _words.Add(said switch { "&" => "and", "a.m" => "am", "p.m" => "pm", "" => ".", _ => said });
        word.Clear();
    }
}
