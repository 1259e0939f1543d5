using SkiaSharp;

namespace AsyncBot.Bot.Pictures;

/// <summary>Draws a picture as a PNG file, for chats, in light colours.</summary>
internal sealed class PngPen(Lettering lettering)
{
    /// <summary>Twice as fine as it is laid out, but no wider than a large screen.</summary>
    private const double Finest = 2;
    private const double Widest = 2_000;
    private const double Coarsest = 1.25;

    /// <summary>Most lines of pixels are like the one above, and packing them tighter takes long and saves little.</summary>
    private static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.Up, 4);

    private const float HatchStep = 7;

    private static readonly float[] Dashes = [4, 3];

    public byte[] Draw(Drawing drawing)
    {
        var scale = Math.Clamp(Widest / drawing.Width, Coarsest, Finest);
        var size = new SKImageInfo((int)(drawing.Width * scale), (int)(drawing.Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(size) ?? throw new InvalidOperationException($"No picture of {size.Width} by {size.Height} can be drawn.");
        surface.Canvas.Scale((float)scale);
        foreach (var shape in drawing.Shapes)
            Draw(surface.Canvas, shape);
        using var image = surface.Snapshot();
        using var pixels = image.PeekPixels();
        using var png = pixels.Encode(Png) ?? throw new InvalidOperationException("The picture can not be written.");
        return png.ToArray();
    }

    private void Draw(SKCanvas canvas, Shape shape)
    {
        switch (shape)
        {
            case Box box:
                Draw(canvas, box);
                break;
            case Hatch hatch:
                Draw(canvas, hatch);
                break;
            case Rule rule:
                using (var paint = Stroke(rule.Paint, rule.Width))
                    canvas.DrawLine((float)rule.X1, (float)rule.Y1, (float)rule.X2, (float)rule.Y2, paint);
                break;
            case Writing words:
                Draw(canvas, words);
                break;
            default:
                throw new InvalidOperationException($"No pen draws {shape.GetType().Name}");
        }
    }

    private static void Draw(SKCanvas canvas, Box box)
    {
        var area = SKRect.Create((float)box.X, (float)box.Y, (float)box.Width, (float)box.Height);
        var radius = RadiusOf(box.Radius, box.Width);
        if (box.Fill is { } paint)
        {
            using var fill = new SKPaint { Color = ColorOf(paint), IsAntialias = true };
            canvas.DrawRoundRect(area, radius, radius, fill);
        }

        if (box.Edge is { } edge)
        {
            using var stroke = Stroke(edge, 1);
            using var dashes = box.IsDashed ? SKPathEffect.CreateDash(Dashes, 0) : null;
            stroke.PathEffect = dashes;
            area.Inflate(-0.5f, -0.5f);
            canvas.DrawRoundRect(area, radius, radius, stroke);
        }
    }

    private static void Draw(SKCanvas canvas, Hatch hatch)
    {
        var area = SKRect.Create((float)hatch.X, (float)hatch.Y, (float)hatch.Width, (float)hatch.Height);
        using var tint = new SKPaint { Color = ColorOf(Paint.DangerTint) };
        using var line = Stroke(Paint.Danger, 1);
        line.Color = line.Color.WithAlpha(110);
        canvas.Save();
        using var outline = new SKRoundRect(area, RadiusOf(hatch.Radius, hatch.Width));
        canvas.ClipRoundRect(outline, antialias: true);
        canvas.DrawRect(area, tint);
        for (var x = area.Left - area.Height; x < area.Right; x += HatchStep)
            canvas.DrawLine(x, area.Bottom, x + area.Height, area.Top, line);
        canvas.Restore();
    }

    private void Draw(SKCanvas canvas, Writing words)
    {
        using var font = lettering.FontOf(words.Size, words.IsStrong);
        var align = words.Anchor switch
        {
            Anchor.Start => SKTextAlign.Left,
            Anchor.Middle => SKTextAlign.Center,
            _ => SKTextAlign.Right,
        };
        if (words.Halo is { } halo)
        {
            using var around = Stroke(halo, 4);
            canvas.DrawText(words.Text, (float)words.X, (float)words.Y, align, font, around);
        }

        using var paint = new SKPaint { Color = ColorOf(words.Paint), IsAntialias = true };
        canvas.DrawText(words.Text, (float)words.X, (float)words.Y, align, font, paint);
    }

    private static float RadiusOf(double radius, double width) => (float)Math.Min(radius, width / 2);

    private static SKPaint Stroke(Paint paint, double width) =>
        new() { Color = ColorOf(paint), IsAntialias = true, IsStroke = true, StrokeWidth = (float)width, StrokeJoin = SKStrokeJoin.Round };

    private static SKColor ColorOf(Paint paint) => SKColor.Parse(paint.Light);
}
