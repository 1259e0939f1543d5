using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>
/// Markup that can only be written as an interpolated string. Whatever text stands in its holes is encoded, so nothing that anybody
/// typed can become an element or an attribute. Holes in attributes stand inside double quotes.
/// </summary>
[InterpolatedStringHandler]
public sealed class Html
{
    public static readonly Html Empty = $"";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup;

    public Html(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + formattedCount * 16);

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(string? text) => _markup.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Html html) => _markup.Append(html._markup);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
            AppendFormatted(part);
    }

    /// <summary>This only where it applies.</summary>
    public static Html If(bool applies, Html html) => applies ? html : Empty;

    /// <summary>Parts on lines of their own.</summary>
    public static Html Lines(IEnumerable<Html> parts)
    {
        var lines = new Html(0, 0);
        foreach (var part in parts.Where(part => part._markup.Length > 0))
        {
            if (lines._markup.Length > 0)
                lines.AppendLiteral("\n");
            lines.AppendFormatted(part);
        }

        return lines;
    }

    public override string ToString() => _markup.ToString();
}
