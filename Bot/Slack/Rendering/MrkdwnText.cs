using System.Buffers;
using System.Text;

namespace AsyncBot.Bot.Slack.Rendering;

/// <summary>Text for Slack as it grows. Whoever appends says whether it is markup of ours or words, which are made harmless.</summary>
internal sealed class MrkdwnText(int expected = 2_048)
{
    /// <summary>Beside a character that could format, on both sides, it leaves that character with nothing to format.</summary>
    public const char Nothing = '\u200B';

    /// <summary>A longer one may be broken, so that no text takes long to render.</summary>
    private const int LongestUrl = 2_000;

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>*_~`@");
    private static readonly SearchValues<char> OfUrls = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&*+,;=%");
    private static readonly string[] Everybody = ["channel", "here", "everyone", "group"];

    private readonly ArrayBufferWriter<char> _text = new(expected);

    public int Length => _text.WrittenCount;

    public ReadOnlySpan<char> Written => _text.WrittenSpan;

    public void Markup(ReadOnlySpan<char> markup) => _text.Write(markup);

    public void Markup(char markup)
    {
        _text.GetSpan(1)[0] = markup;
        _text.Advance(1);
    }

    public void Number(long number)
    {
        number.TryFormat(_text.GetSpan(20), out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
        _text.Advance(written);
    }

    /// <summary>Words shown to the letter: nothing in them formats, links, mentions or quotes.</summary>
    public void Words(string words)
    {
        var text = Whole(words).AsSpan();
        var urlEnd = -1;
        var done = 0;
        while (done < text.Length)
        {
            var next = text[done..].IndexOfAny(Special);
            if (next < 0)
                break;
            var at = done + next;
            _text.Write(text[done..at]);
            if (at > urlEnd)
                urlEnd = UrlEnd(text, at);
            One(text, at, isInUrl: at < urlEnd);
            done = at + 1;
        }

        _text.Write(text[done..]);
    }

    /// <summary>Words within code or a link, where only the three escapes count.</summary>
    public void Escaped(string words)
    {
        foreach (var c in Whole(words))
        {
            if (c is '&' or '<' or '>')
                Entity(c);
            else
                Markup(c);
        }
    }

    private void One(ReadOnlySpan<char> text, int at, bool isInUrl)
    {
        var c = text[at];
        switch (c)
        {
            case '>' when IsAtLineStart():
                Markup(Nothing);
                Entity(c);
                break;
            case '&' or '<' or '>':
                Entity(c);
                break;
            case '@':
                Markup(c);
                if (MeansEverybody(text[(at + 1)..]))
                    Markup(Nothing);
                break;
            case var _ when isInUrl || (c != '`' && IsAlone(text, at)):
                Markup(c);
                break;
            default:
                _text.Write([Nothing, c, Nothing]);
                break;
        }
    }

    private void Entity(char c) => _text.Write(c switch { '&' => "&amp;", '<' => "&lt;", _ => "&gt;" });

    /// <summary>Inside a word, as in <c>snake_case</c>, and between spaces nothing formats.</summary>
    private static bool IsAlone(ReadOnlySpan<char> text, int at) => at > 0 && at + 1 < text.Length
        && ((IsOfWord(text[at - 1]) && IsOfWord(text[at + 1])) || (char.IsWhiteSpace(text[at - 1]) && char.IsWhiteSpace(text[at + 1])));

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c);

    /// <summary>A word behind <c>@</c> that some clients read as a call to all; at the end, the word may follow.</summary>
    private static bool MeansEverybody(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return true;
        foreach (var word in Everybody)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private bool IsAtLineStart()
    {
        var at = Written.Length - 1;
        while (at >= 0 && Written[at] != '\n' && char.IsWhiteSpace(Written[at]))
            at--;
        return at < 0 || Written[at] == '\n';
    }

    /// <summary>The end of the web address in which a place lies, or -1: Slack makes it a link, which must stay whole.</summary>
    private static int UrlEnd(ReadOnlySpan<char> text, int at)
    {
        var from = Math.Max(0, at - LongestUrl);
        var begin = from + text[from..at].LastIndexOfAnyExcept(OfUrls) + 1;
        var word = text[begin..];
        var scheme = word[..(at - begin)].IndexOf("://");
        if (scheme < 4 || !(word[..scheme].EndsWith("http") || word[..scheme].EndsWith("https")))
            return -1;
        var length = word.IndexOfAnyExcept(OfUrls);
        return length < 0 ? text.Length : begin + length;
    }

    /// <summary>The same without halves of characters, which JSON can't carry.</summary>
    private static string Whole(string words)
    {
        if (!words.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return words;
        var whole = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }
}
