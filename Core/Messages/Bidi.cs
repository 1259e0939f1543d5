namespace AsyncBot.Core.Messages;

/// <summary>Keeps right-to-left tricks inside the text they stand in: what somebody typed can't turn around the words after it.</summary>
public static class Bidi
{
    private const char PopFormatting = '\u202C';
    private const char PopIsolate = '\u2069';

    /// <summary>The same text, with every embedding, override and isolate that it leaves open closed at its end.</summary>
    public static string Close(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u202A', '\u2069'))
            return text;
        var open = new Stack<char>();
        foreach (var c in text)
        {
            if (c is '\u202A' or '\u202B' or '\u202D' or '\u202E')
                open.Push(PopFormatting);
            else if (c is '\u2066' or '\u2067' or '\u2068')
                open.Push(PopIsolate);
            else if (c is PopFormatting or PopIsolate && open.TryPeek(out var closing) && closing == c)
                open.Pop();
        }

        return text + new string([.. open]);
    }
}
