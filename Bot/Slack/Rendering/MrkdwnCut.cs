namespace AsyncBot.Bot.Slack.Rendering;

/// <summary>Where mrkdwn may be cut so that both halves still mean what the whole did.</summary>
internal static class MrkdwnCut
{
    /// <summary>A cut is moved this far back to stand behind a line or a word.</summary>
    private const int Slack = 400;

    /// <summary>
    /// The length of the longest beginning of at most <paramref name="most"/> characters; all of it where it fits, and 0 where it begins with a token
    /// that does not.
    /// </summary>
    public static int At(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most)
            return text.Length;
        int any = 0, word = 0, line = 0;
        for (var at = 0; ;)
        {
            var next = at + UnitAt(text[at..], most);
            if (next > most)
                break;
            at = next;
            if (text[at..].StartsWith("&gt;"))
                continue;
            any = at;
            if (text[at - 1] == '\n')
                line = at;
            else if (char.IsWhiteSpace(text[at - 1]))
                word = at;
        }

        var near = Math.Max(0, most - Slack);
        return line > near ? line : word > near ? word : any > 0 || text[0] == '<' ? any : Math.Max(1, most);
    }

    /// <summary>The length of what stands or falls together at the beginning: a character, an entity, a token, or code.</summary>
    private static int UnitAt(ReadOnlySpan<char> text, int most)
    {
        var length = text[0] switch
        {
            '&' => text.IndexOf(';') + 1,
            '<' => text.IndexOf('>') + 1,
            '`' => text[1..].IndexOf('`') + 2,
            MrkdwnText.Nothing when text.Length > 2 && text[2] == MrkdwnText.Nothing => 3,
            MrkdwnText.Nothing when text[1..].StartsWith("&gt;") => 5,
            var c when char.IsHighSurrogate(c) && text.Length > 1 => 2,
            _ => 1,
        };
        return length <= 0 || (length > most && text[0] != '<') ? 1 : length;
    }
}
