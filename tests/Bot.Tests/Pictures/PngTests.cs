using System.Buffers.Binary;
using AsyncBot.Bot.Pictures;
using AsyncBot.Core.Messages;
using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;
using static AsyncBot.TestKit.Charts;

namespace AsyncBot.Bot.Tests.Pictures;

/// <summary>Pictures as files.</summary>
public sealed class PngTests
{
    private static readonly Artist Artist = new(NullLogger<Artist>.Instance);

    [TestCase(1, 7)]
    [TestCase(6, 14)]
    [TestCase(30, 31)]
    public void A_picture_is_a_PNG_file_that_chats_can_show(int people, int days)
    {
        var chart = DailyTurns(people, days);
        var drawing = Artist.Lay(chart, ReaderIn("America/New_York"))!;
        var png = Artist.Png(chart, ReaderIn("America/New_York"))!;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

        Assert.That(png[..8], Is.EqualTo(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10 }));
        Assert.That(width, Is.InRange(1_000, 2_000));
        Assert.That(width / (double)height, Is.EqualTo(drawing.Width / drawing.Height).Within(0.01));
        Assert.That(png, Has.Length.LessThan(500_000));
    }

    [Test]
    public void What_is_laid_out_is_what_is_drawn()
    {
        var drawing = Artist.Lay(TwoWeeks, ReaderIn("America/New_York"))!;
        using var drawn = SKBitmap.Decode(Artist.Png(TwoWeeks, ReaderIn("America/New_York")));
        var scale = drawn.Width / drawing.Width;

        Assert.That(At(2, 2), Is.EqualTo(Of(Paint.Sheet)));
        foreach (var box in drawing.Shapes.OfType<Box>().Where(box => box is { Fill.Token: null, Width: > 40 }))
            Assert.That(At(box.X + 5, box.Y + box.Height / 2), Is.EqualTo(Of(box.Fill!.Value)));
        var hatch = drawing.Shapes.OfType<Hatch>().First();
        var inGap = Enumerable.Range(0, 14).Select(step => At(hatch.X + 6 + step, hatch.Y + 8)).Distinct().ToList();
        Assert.That(inGap, Has.Count.GreaterThan(1).And.Contain(Of(Paint.DangerTint)));
        var title = drawing.Shapes.OfType<Writing>().First(words => words.Text == "On call: Payments");
        Assert.That(Enumerable.Range(0, 40).Select(step => At(title.X + step, title.Y - 5)).Any(colour => colour.Red < 100), Is.True, "there are letters");

        SKColor At(double x, double y) => drawn.GetPixel((int)(x * scale), (int)(y * scale));
        SKColor Of(Paint paint) => SKColor.Parse(paint.Light);
    }

    [Test]
    public void The_same_picture_is_the_same_file()
    {
        var chart = new Participation($"Standup", [new(First, 1, 2)]);

        var first = Artist.Png(chart, ReaderIn("UTC"));
        Assert.That(Artist.Png(chart, ReaderIn("UTC")), Is.EqualTo(first));
    }
}
