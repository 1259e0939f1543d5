namespace AsyncBot.Bot.Pictures;

/// <summary>A picture laid out and not yet drawn, in points from its upper left corner: each pen draws the same.</summary>
/// <param name="Shapes">The later ones over the earlier ones.</param>
public sealed record Drawing(double Width, double Height, IReadOnlyList<Shape> Shapes);

public abstract record Shape;

/// <param name="Fill">Null for none.</param>
/// <param name="Edge">Null for none.</param>
public sealed record Box(double X, double Y, double Width, double Height, Paint? Fill, Paint? Edge = null, double Radius = 0, bool IsDashed = false) : Shape;

/// <summary>An area in which nothing is, so that nobody takes it for an empty one.</summary>
public sealed record Hatch(double X, double Y, double Width, double Height, double Radius = 0) : Shape;

public sealed record Rule(double X1, double Y1, double X2, double Y2, Paint Paint, double Width) : Shape;

/// <param name="X">Where it begins, has its middle or ends.</param>
/// <param name="Y">Its base line.</param>
/// <param name="Halo">Keeps it readable on what is under it; null for none.</param>
public sealed record Writing(
    double X, double Y, string Text, double Size, Paint Paint, bool IsStrong = false, Anchor Anchor = Anchor.Start, Paint? Halo = null) : Shape;

public enum Anchor
{
    Start,
    Middle,
    End,
}
