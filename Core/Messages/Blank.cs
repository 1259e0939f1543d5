using System.Globalization;
using System.Text;

namespace AsyncBot.Core.Messages;

/// <summary>Tells a text that nobody could see from one that says something.</summary>
public static class Blank
{
    /// <summary>Whether a text has no visible character: only spaces, controls, joiners, selectors and fillers.</summary>
    public static bool Is(string text) => text.EnumerateRunes().All(IsInvisible);

    private static bool IsInvisible(Rune rune) => Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or 0xFFA0
            or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
