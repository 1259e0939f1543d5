namespace AsyncBot.Core.Time;

/// <summary>Reads a time of day as people write it: 9, 9:30, 9.30, 4 pm, 16:30, 17h, noon.</summary>
internal static class ClockWords
{
    private static readonly char[] Separators = [':', '.', 'h'];

    /// <summary>
    /// Takes a time of day, with or without "at". False where something stands there that was meant as one and is none;
    /// without any, <paramref name="time"/> stays null.
    /// </summary>
    public static bool TryTake(PhraseWords words, out LocalTime? time, out string meant)
    {
        time = null;
        var isAnnounced = words.Take("at") || words.Take("@");
        meant = words.Next;
        if (words.Take("noon") || words.Take("midday"))
            time = LocalTime.Noon;
        else if (words.Take("midnight"))
            time = LocalTime.Midnight;
        else if (meant.Length > 0 && char.IsAsciiDigit(meant[0]))
        {
            words.Skip();
            var half = Half(meant);
            if (half.Length > 0)
                time = Read(meant.AsSpan(0, meant.Length - half.Length), half);
            else if (words.Next is "am" or "pm")
            {
                half = words.Next;
                meant = $"{meant} {half}";
                time = Read(meant.AsSpan(0, meant.Length - 3), half);
                words.Skip();
            }
            else
            {
                time = Read(meant, "");
                words.Take("oclock");
            }

            return time is not null;
        }

        return time is not null || !isAnnounced;
    }

    private static string Half(string word)
    {
        if (word.EndsWith("am", StringComparison.Ordinal) || word.EndsWith("pm", StringComparison.Ordinal))
            return word[^2..];
        return word.EndsWith("a.m", StringComparison.Ordinal) || word.EndsWith("p.m", StringComparison.Ordinal) ? word[^3..] : "";
    }

    private static LocalTime? Read(ReadOnlySpan<char> clock, string half)
    {
        var cut = clock.IndexOfAny(Separators);
        var is24Hours = cut >= 0 && clock[cut] == 'h';
        var hours = cut < 0 ? clock : clock[..cut];
        var minutes = cut < 0 || (is24Hours && cut == clock.Length - 1) ? "00" : clock[(cut + 1)..];
        if (hours.Length > 2 || minutes.Length != 2 || !PhraseNumber.IsDigits(hours) || !PhraseNumber.IsDigits(minutes))
            return null;
        var (hour, minute) = (PhraseNumber.Value(hours), PhraseNumber.Value(minutes));
        if (minute > 59 || hour > 23)
            return null;
        if (half.Length > 0)
            return hour is >= 1 and <= 12 ? new LocalTime(hour % 12 + (half[0] == 'p' ? 12 : 0), minute) : null;

        // Nobody means 4 at night; 04 and 4h are how 24-hour clocks are written.
        var isLoose = hours.Length == 1 && hour is >= 1 and <= 6 && !is24Hours;
        return new LocalTime(isLoose ? hour + 12 : hour, minute);
    }
}
