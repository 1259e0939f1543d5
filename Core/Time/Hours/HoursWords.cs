namespace AsyncBot.Core.Time.Hours;

/// <summary>Reads a stretch of a day as people write it: 9-17, 9:30 to 17h, 9am-5pm, 22-06, 0-24.</summary>
internal static class HoursWords
{
    /// <returns>Null where they can't be read. From nine to nine is half a day or a whole one.</returns>
    public static (LocalTime From, LocalTime To, bool IsHalfOrWhole)? Take(PhraseWords words)
    {
        var cut = words.Next.IndexOf('-', StringComparison.Ordinal);
        string first, last;
        if (cut > 0 && cut < words.Next.Length - 1)
        {
            (first, last) = (words.Next[..cut], words.Next[(cut + 1)..]);
            words.Skip();
            last += TakeHalf(words);
        }
        else
        {
            first = words.Next.TrimEnd('-');
            words.Skip();
            first += TakeHalf(words);
            if (cut < 0 && !words.Take("-") && !words.Take("to") && !words.Take("until") && !words.Next.StartsWith('-'))
                return null;
            last = words.Next.TrimStart('-');
            words.Skip();
            last += TakeHalf(words);
        }

        // Nobody works from 9 to 5 in the night; 05 and 5h are how 24-hour clocks are written.
        if (!TryRead(first, isEnd: false, out var from, out _) || !TryRead(last, isEnd: true, out var to, out var isLoose))
            return null;
        return (from, isLoose && from.Hour <= 12 && to <= from ? to.PlusHours(12) : to, isLoose && from.Hour <= 12 && to == from);
    }

    private static string TakeHalf(PhraseWords words) => words.Take("am") ? "am" : words.Take("pm") ? "pm" : "";

    private static bool TryRead(string word, bool isEnd, out LocalTime time, out bool isLoose)
    {
        time = default;
        var half = word.EndsWith("am", StringComparison.Ordinal) || word.EndsWith("pm", StringComparison.Ordinal) ? word[^2..] : "";
        var clock = word.AsSpan(0, word.Length - half.Length);
        var cut = clock.IndexOfAny(':', '.', 'h');
        var hours = cut < 0 ? clock : clock[..cut];
        var minutes = cut < 0 || (clock[cut] == 'h' && cut == clock.Length - 1) ? "00" : clock[(cut + 1)..];
        isLoose = hours.Length == 1 && half.Length == 0 && (cut < 0 || clock[cut] != 'h');
        if (hours.Length > 2 || minutes.Length != 2 || !PhraseNumber.IsDigits(hours) || !PhraseNumber.IsDigits(minutes))
            return false;
        var (hour, minute) = (PhraseNumber.Value(hours), PhraseNumber.Value(minutes));
        if (minute > 59 || (half.Length > 0 && hour is < 1 or > 12))
            return false;
        if (half.Length > 0)
            hour = hour % 12 + (half == "pm" ? 12 : 0);
        if (hour == 24 && minute == 0 && isEnd)
            hour = 0;
        if (hour > 23)
            return false;
        isLoose &= hour > 0;
        time = new LocalTime(hour, minute);
        return true;
    }
}
