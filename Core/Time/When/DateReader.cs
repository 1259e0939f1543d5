namespace AsyncBot.Core.Time.When;

/// <summary>Reads dates with a month: 2026-03-20, 3/20, 20.3.2027, march 20th, the 20th of march 2027.</summary>
internal static class DateReader
{
    private const string Example = "20 march at 14:00";

    // 4/3 is the fourth of March in most of the world; these write the month first.
    private static readonly string[] MonthFirst = ["en-US", "en-PH", "en-PR", "en-GU", "es-PR", "es-US", "fil-PH"];

    private static readonly string[] Months =
    [
        "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static bool TryTake(WhenWords words, PhraseDraft draft, string? locale)
    {
        if (!words.IsNumber() && !words.Is(SenseKind.Month) && !words.Is(SenseKind.The) && !words.Is(SenseKind.Ordinal))
            return false;
        return TryTakeIso(words, draft) || TryTakeNumbers(words, draft, locale) || TryTakeMonthFirst(words, draft) || TryTakeDayFirst(words, draft);
    }

    /// <summary>A year in four digits, if one is there.</summary>
    public static int? TakeYear(WhenWords words)
    {
        var save = words.At;
        words.TakeSymbol(',');
        if (words.Peek() is { Kind: TokenKind.Number, Length: 4, Number: >= 1900 and <= 2999 } year && !(words.IsSymbol(':', 1) && words.IsGlued(1)))
        {
            words.At++;
            return year.Number;
        }

        words.At = save;
        return null;
    }

    private static bool TryTakeIso(WhenWords words, PhraseDraft draft)
    {
        if (words.Peek() is not { Kind: TokenKind.Number, Length: 4 } year || !IsGluedNumber(words, 1, out var sign) || sign is not ('-' or '/'))
            return false;
        if (!IsGluedNumber(words, 3, out var second) || second != sign)
            return false;
        var (month, day) = (words.Peek(2).Number, words.Peek(4).Number);
        words.At += 5;
        Set(words, draft, words.At - 5, year.Number, month, day);
        if (words.PlainOf(words.Peek()) is ['t'] && words.IsGlued() && words.IsNumber(1) && words.IsGlued(1))
            words.At++;
        return true;
    }

    private static bool TryTakeNumbers(WhenWords words, PhraseDraft draft, string? locale)
    {
        if (words.Peek() is not { Kind: TokenKind.Number, Length: <= 2 } one || !IsGluedNumber(words, 1, out var sign) || sign is not ('/' or '.'))
            return false;
        if (words.Peek(2) is not { Length: <= 2 } other)
            return false;
        var first = words.At;
        int? year = null;
        if (IsGluedNumber(words, 3, out var second) && second == sign)
        {
            if (words.Peek(4).Length is not (2 or 4))
                return false;
            year = words.Peek(4).Length == 2 ? 2000 + words.Peek(4).Number : words.Peek(4).Number;
        }

        if ((sign == '.' && (year is null || words.Peek(4).Length != 4)) || (one.Number == 24 && other.Number == 7 && year is null))
            return false;
        words.At += year is null ? 3 : 5;
        var isMonthFirst = sign == '/' ? IsMonthFirst(locale) : false;
        if (one.Number > 12 != other.Number > 12)
            isMonthFirst = other.Number > 12;
        else if (isMonthFirst is null && one.Number != other.Number && one.Number is >= 1 and <= 12 && other.Number is >= 1 and <= 12)
        {
            draft.Refuse(
                $"{Quote.Of(words.Written(first, words.At))} could be {one.Number} {Months[other.Number]} or {other.Number} {Months[one.Number]}.",
                $"{one.Number} {Months[other.Number]}".ToLowerInvariant(),
                $"{one.Number} {Months[other.Number]}", $"{other.Number} {Months[one.Number]}");
            draft.Day = new RelativeDay(0);
            return true;
        }

        var (month, day) = isMonthFirst == true ? (one.Number, other.Number) : (other.Number, one.Number);
        Set(words, draft, first, year, month, day);
        return true;
    }

    private static bool? IsMonthFirst(string? locale)
    {
        if (string.IsNullOrEmpty(locale) || !(locale.Contains('-', StringComparison.Ordinal) || locale.Contains('_', StringComparison.Ordinal)))
            return locale is null or "" or "en" or "und" or "C" ? null : false;
        return Array.Exists(MonthFirst, name => name.Equals(locale.Replace('_', '-'), StringComparison.OrdinalIgnoreCase));
    }

    private static bool TryTakeMonthFirst(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        if (!words.Take(SenseKind.Month, out var month))
            return false;
        if (words.IsSymbol('.') && words.IsGlued())
            words.At++;
        words.Take(SenseKind.The);
        if (!TryTakeDay(words, out var day))
        {
            words.At = first;
            return false;
        }

        Set(words, draft, first, TakeYear(words), month, day);
        return true;
    }

    private static bool TryTakeDayFirst(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        words.Take(SenseKind.The);
        if (!TryTakeDay(words, out var day))
        {
            words.At = first;
            return false;
        }

        words.Take(SenseKind.Of);
        if (!words.Take(SenseKind.Month, out var month))
        {
            words.At = first;
            return false;
        }

        if (words.IsSymbol('.') && words.IsGlued() && words.At + 1 < words.Count && !words.IsGlued(1))
            words.At++;
        Set(words, draft, first, TakeYear(words), month, day);
        return true;
    }

    private static bool TryTakeDay(WhenWords words, out int day)
    {
        if (NumberReader.TryTakeOrdinal(words, out day))
            return true;

        // "may 5pm" and "march 9:30" are hours.
        var isHour = words.Is(SenseKind.HalfDay, 1) || (words.IsSymbol(':', 1) && words.IsGlued(1) && words.IsGlued(2));
        if (words.Peek() is not { Kind: TokenKind.Number, Length: <= 2 } || isHour)
            return false;
        day = words.Peek().Number;
        words.At++;
        if (words.IsSymbol('.') && words.IsGlued() && words.Is(SenseKind.Month, 1))
            words.At++;
        return true;
    }

    private static bool IsGluedNumber(WhenWords words, int ahead, out char sign)
    {
        sign = words.Peek(ahead).Symbol;
        return words.Peek(ahead) is { Kind: TokenKind.Symbol, IsGlued: true } && words.Peek(ahead + 1) is { Kind: TokenKind.Number, IsGlued: true };
    }

    private static void Set(WhenWords words, PhraseDraft draft, int first, int? year, int month, int day)
    {
        var longest = month is >= 1 and <= 12 ? CalendarSystem.Iso.GetDaysInMonth(year is >= 1 and <= 9000 ? year.Value : 2024, month) : 0;
        draft.Day = new RelativeDay(0);
        if (day < 1 || day > longest || year is < 1 or > 9000)
            draft.Refuse($"There is no date {Quote.Of(words.Written(first, words.At).TrimEnd('.', ','))}.", Example);
        else
            draft.Day = year is { } said ? new ExactDay(new LocalDate(said, month, day)) : new MonthDay(month, day);
    }
}
