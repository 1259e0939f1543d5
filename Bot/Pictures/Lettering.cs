using System.Globalization;
using System.Text;
using AsyncBot.Bot.Hosting;
using SkiaSharp;

namespace AsyncBot.Bot.Pictures;

/// <summary>
/// The one typeface of all pictures, which lies inside the program, because a server has none. It has the letters of Latin, Greek and
/// Cyrillic; what it lacks is replaced by a sign that says so.
/// </summary>
public sealed class Lettering
{
    public const char Missing = '\uFFFD';
    public const char Cut = '…';

    private readonly SKTypeface _plain = Load("Roboto-Regular.ttf");
    private readonly SKTypeface _strong = Load("Roboto-Medium.ttf");

    /// <summary>A text as it can be drawn: without what nobody sees, and with a sign for each letter that the typeface lacks.</summary>
    public Lettered Of(string text)
    {
        using var font = FontOf(1, isStrong: false);
        var drawn = new StringBuilder();
        var lacks = false;
        var isReplaced = false;
        foreach (var rune in Whole(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                Append(" ");
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
                continue;
            else if (font.ContainsGlyph(rune.Value))
                Append(rune.ToString());
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark && isReplaced)
                continue; // it belongs to the letter before, which is replaced already
            else
            {
                drawn.Append(Missing);
                (lacks, isReplaced) = (true, true);
            }
        }

        return new Lettered(drawn.ToString().Trim(), lacks);

        void Append(string letter)
        {
            drawn.Append(letter);
            isReplaced = false;
        }
    }

    public double WidthOf(string text, double size, bool isStrong = false)
    {
        using var font = FontOf(size, isStrong);
        return font.MeasureText(text);
    }

    /// <summary>As much of a text as has room, with a sign that it is cut; empty where not even two letters have.</summary>
    public string Fit(string text, double room, double size, bool isStrong = false)
    {
        if (WidthOf(text, size, isStrong) <= room)
            return text;
        var letters = StringInfo.ParseCombiningCharacters(text);
        var (fitting, tooLong) = (1, letters.Length);
        while (tooLong - fitting > 1)
        {
            var kept = (fitting + tooLong) / 2;
            (fitting, tooLong) = WidthOf(Kept(kept), size, isStrong) <= room ? (kept, tooLong) : (fitting, kept);
        }

        return fitting < 2 ? "" : Kept(fitting);

        string Kept(int count) => text[..letters[count]].TrimEnd() + Cut;
    }

    internal SKFont FontOf(double size, bool isStrong) => new(isStrong ? _strong : _plain, (float)size) 
    {
        Subpixel = true,
        LinearMetrics = true,
        Hinting = SKFontHinting.None,
        Edging = SKFontEdging.Antialias,
    };

    /// <summary>Letters with their marks as one, where Unicode has them so.</summary>
    private static string Whole(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text; // half a letter: it is replaced
        }
    }

    private static SKTypeface Load(string name) => SKTypeface.FromData(SKData.CreateCopy(Embedded.File(name)))
        ?? throw new InvalidOperationException($"{name} is no typeface.");
}

/// <param name="LacksLetters">Whether some letters were replaced.</param>
public readonly record struct Lettered(string Text, bool LacksLetters);
