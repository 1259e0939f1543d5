using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Rendering;

/// <summary>Text for the places where Slack formats nothing: buttons, titles, labels.</summary>
internal static class PlainLabel
{
    /// <summary>At most so many characters, none of them halved; what is cut off is said to be.</summary>
    public static string Of(string text, int longest)
    {
        var closed = Bidi.Close(text);
        if (closed.Length > longest)
        {
            var length = longest - 1;
            while (length > 0 && Bidi.Close(text[..length]).Length >= longest)
                length--;
            if (length > 0 && char.IsHighSurrogate(text[length - 1]))
                length--;
            closed = Bidi.Close(text[..length].TrimEnd()) + "…";
        }

        return HasHalf(closed) ? string.Concat(closed.EnumerateRunes()) : closed;
    }

    private static bool HasHalf(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
}
