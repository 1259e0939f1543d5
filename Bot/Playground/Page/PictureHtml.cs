using System.Globalization;
using AsyncBot.Bot.Pictures;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>Draws a picture into a page: its text stays text, and its colours follow the reader's light or dark mode.</summary>
public static class PictureHtml
{
    /// <param name="id">Of the picture on the page.</param>
    /// <param name="words">All that it shows.</param>
    public static Html Render(Drawing drawing, string id, string words) => $"""
        <svg class="picture" id="{id}" role="img" aria-label="{words}" viewBox="0 0 {At(drawing.Width)} {At(drawing.Height)}"
        width="{At(drawing.Width)}" height="{At(drawing.Height)}" focusable="false">
        <defs><pattern id="{id}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v7" stroke="{Of(Paint.Danger)}" stroke-width="1" stroke-opacity=".55" fill="none"/></pattern></defs>
        {Html.Lines(drawing.Shapes.Select(shape => Draw(shape, id)))}
        </svg>
        """;

    private static Html Draw(Shape shape, string id) => shape switch
    {
        Box box => $"""<rect {Area(box.X, box.Y, box.Width, box.Height)} {Rounded(box.Radius, box.Width)}fill="{Of(box.Fill)}"{Edge(box)}/>""",
        Hatch hatch => $"""<rect {Area(hatch.X, hatch.Y, hatch.Width, hatch.Height)} {Rounded(hatch.Radius, hatch.Width)}fill="{Of(Paint.DangerTint)}"/>"""
            + $"""<rect {Area(hatch.X, hatch.Y, hatch.Width, hatch.Height)} {Rounded(hatch.Radius, hatch.Width)}fill="url(#{id}-hatch)"/>""",
        Rule rule => $"""<line x1="{At(rule.X1)}" y1="{At(rule.Y1)}" x2="{At(rule.X2)}" y2="{At(rule.Y2)}" """
            + $"""stroke="{Of(rule.Paint)}" stroke-width="{At(rule.Width)}"/>""",
        Writing words => $"""<text x="{At(words.X)}" y="{At(words.Y)}" font-size="{At(words.Size)}" fill="{Of(words.Paint)}" """
            + $"""text-anchor="{AnchorOf(words.Anchor)}"{Strong(words)}{Halo(words)}>{words.Text}</text>""",
        _ => throw new InvalidOperationException($"No pen draws {shape.GetType().Name}"),
    };

    private static Html Area(double x, double y, double width, double height) =>
        $"""x="{At(x)}" y="{At(y)}" width="{At(width)}" height="{At(height)}" """;

    private static Html Rounded(double radius, double width) => Html.If(radius > 0, $"""rx="{At(Math.Min(radius, width / 2))}" """);

    private static Html Edge(Box box) => box.Edge is { } edge
        ? (Html)$""" stroke="{Of(edge)}"{Html.If(box.IsDashed, $" stroke-dasharray=\"4 3\"")}"""
        : Html.Empty;

    private static Html Strong(Writing words) => Html.If(words.IsStrong, $" font-weight=\"500\"");

    private static Html Halo(Writing words) => words.Halo is { } halo
        ? (Html)$""" stroke="{Of(halo)}" stroke-width="4" stroke-linejoin="round" paint-order="stroke" """
        : Html.Empty;

    private static string AnchorOf(Anchor anchor) => anchor switch
    {
        Anchor.Start => "start",
        Anchor.Middle => "middle",
        _ => "end",
    };

    /// <summary>The house's colours are those of the page's style.</summary>
    private static string Of(Paint? paint) => paint switch
    {
        null => "none",
        { Token: { } token } => $"var(--{token})",
        { Light: var colour } => colour,
    };

    private static string At(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);
}
