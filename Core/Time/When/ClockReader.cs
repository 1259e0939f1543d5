namespace AsyncBot.Core.Time.When;

/// <summary>Reads a time of day as people write it: 9:30, 9.30, 4 pm, 16:30, 17h, noon, half past 3.</summary>
internal static class ClockReader
{
    private const string Example = "tomorrow at 16:30";

    /// <param name="isMeant">"at" stands before it, or a schedule: then whatever begins with a digit is meant as a time.</param>
    public static bool TryTake(WhenWords words, PhraseDraft draft, bool isMeant)
    {
        var first = words.At;
        if (words.Take(SenseKind.ClockName, out var hour))
            draft.Clock = new ClockTime(new LocalTime(hour, 0), IsLoose: false, IsMidnight: hour == 0);
        else if (!TryTakePast(words, draft, isMeant) && !TryTakeDigits(words, draft, isMeant) && !(isMeant && TryTakeWord(words, draft)))
            return false;
        words.Take(SenseKind.Oclock);
        draft.ClockText = (first, words.At);
        return true;
    }

    public static void RefuseClock(WhenWords words, PhraseDraft draft) => draft.Refuse(
        $"{Quote.Of(words.Written(draft.ClockText.First, draft.ClockText.End).TrimEnd('.', ',', ';', ':', '!', '?'))} is not a time of day.", Example);

    private static bool TryTakeDigits(WhenWords words, PhraseDraft draft, bool isMeant)
    {
        if (!words.IsNumber())
            return false;
        var first = words.At;
        var (hour, length) = (words.Peek().Number, words.Peek().Length);
        words.At++;
        var isAnnounced = isMeant || draft.Day is not null;
        var hasMinutes = TryTakeMinutes(words, ':', out var minute) || ((isAnnounced || HalfLength(words, 2) > 0) && TryTakeMinutes(words, '.', out minute));
        var second = 0;
        var fraction = 0L;
        if (hasMinutes && TryTakeMinutes(words, ':', out second))
            fraction = TakeFraction(words);
        var is24 = !hasMinutes && isAnnounced && words.Is(SenseKind.HourMark) && words.IsGlued();
        var isWrong = hour > 23 || length > 2 || minute > 59 || second > 59;
        if (is24)
        {
            words.At++;
            if (words.IsNumber() && words.IsGlued())
            {
                isWrong |= words.Peek() is not { Length: 2, Number: <= 59 };
                minute = words.Peek().Number;
                words.At++;
            }
        }

        var half = TakeHalf(words);
        if ((!isMeant && length > 2) || !(hasMinutes || is24 || half >= 0 || words.Is(SenseKind.Oclock) || isMeant || IsBareHour(words, draft)))
        {
            words.At = first;
            return false;
        }

        isWrong |= half >= 0 && hour is < 1 or > 12;
        if (isMeant && !words.IsBoundary() && (words.IsSymbol(':') || words.IsSymbol('.') || words.IsNumber()))
        {
            isWrong = true;
            words.At = words.EndOfRun(words.At);
        }

        var isLoose = half < 0 && !is24 && (length == 1 || hour >= 10) && hour is >= 1 and <= 12;
        draft.Clock = isWrong
            ? new ClockTime(LocalTime.Midnight, IsLoose: false)
            : new ClockTime(new LocalTime(half < 0 ? hour : hour % 12 + half, minute, second).PlusNanoseconds(fraction), isLoose, IsWritten: hasMinutes);
        if (isWrong)
        {
            draft.ClockText = (first, words.At);
            RefuseClock(words, draft);
        }

        return true;
    }

    // "tomorrow 9": nothing else can be meant at the end of the text. "friday 9" may be the ninth.
    private static bool IsBareHour(WhenWords words, PhraseDraft draft) =>
        ((draft.Part is not null || draft.Day is RelativeDay) && words.SkipStops(words.At) == words.Count)
        || (words.Is(SenseKind.In) && words.Is(SenseKind.The, 1) && words.Is(SenseKind.DayPart, 2));

    private static bool TryTakeMinutes(WhenWords words, char sign, out int minutes)
    {
        minutes = 0;
        if (!words.IsSymbol(sign) || !words.IsGlued() || words.Peek(1) is not { Kind: TokenKind.Number, IsGlued: true, Length: 2 } number)
            return false;
        minutes = number.Number;
        words.At += 2;
        return true;
    }

    private static long TakeFraction(WhenWords words)
    {
        if (!words.IsSymbol('.') || !words.IsGlued() || words.Peek(1) is not { Kind: TokenKind.Number, IsGlued: true, Length: <= 9 } number)
            return 0;
        words.At += 2;
        var nanoseconds = (long)number.Number;
        for (var digits = number.Length; digits < 9; digits++)
            nanoseconds *= 10;
        return nanoseconds;
    }

    /// <summary>0 for am, 12 for pm, -1 for neither.</summary>
    private static int TakeHalf(WhenWords words)
    {
        var length = HalfLength(words, 0);
        if (length == 0)
            return -1;
        var half = words.Is(SenseKind.HalfDay, out var value) ? value : words.PlainOf(words.Peek()) is ['p'] ? 12 : 0;
        words.At += length;
        return half;
    }

    /// <summary>How many words "am", or "a.m.", takes; 0 if it is not there.</summary>
    private static int HalfLength(WhenWords words, int ahead)
    {
        if (words.Is(SenseKind.HalfDay, ahead))
            return 1;
        var isDotted = words.PlainOf(words.Peek(ahead)) is ['a'] or ['p'] && words.IsSymbol('.', ahead + 1)
            && words.PlainOf(words.Peek(ahead + 2)) is ['m'] && words.IsGlued(ahead + 2);
        if (!isDotted)
            return 0;
        return words.IsSymbol('.', ahead + 3) && words.IsGlued(ahead + 3) ? 4 : 3;
    }

    /// <summary>Half past 3, quarter to 5; after "at" also 20 to 5. But 9 to 10 is an hour.</summary>
    private static bool TryTakePast(WhenWords words, PhraseDraft draft, bool isMeant)
    {
        var first = words.At;
        if (words.PlainOf(words.Peek()) is ['a'])
            words.At++;
        var minutes = 0;
        var mayBeHour = words.Peek() is { Kind: TokenKind.Number, Number: <= 12 };
        if (words.Take(SenseKind.Half))
            minutes = 30;
        else if (words.Take(SenseKind.Quarter))
            minutes = 15;
        else if (isMeant && NumberReader.TryTake(words, out minutes) && words.Is(SenseKind.Unit, out var unit) && unit == (int)WhenUnit.Minute)
        {
            words.At++;
            mayBeHour = false;
        }

        var isPast = words.Take(SenseKind.Past);
        var isTo = !isPast && minutes != 30 && !mayBeHour && words.Take(SenseKind.To);
        if (minutes is < 1 or > 59 || !(isPast || isTo) || !NumberReader.TryTake(words, out var hour) || hour is < 1 or > 12)
        {
            words.At = first;
            return false;
        }

        var half = TakeHalf(words);
        var time = new LocalTime(half < 0 ? hour : hour % 12 + half, 0).PlusMinutes(isPast ? minutes : -minutes);
        draft.Clock = new ClockTime(time, IsLoose: half < 0);
        return true;
    }

    /// <summary>"at nine".</summary>
    private static bool TryTakeWord(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        if (words.Peek().Length < 3 || !NumberReader.TryTake(words, out var hour) || hour is < 1 or > 12)
        {
            words.At = first;
            return false;
        }

        var half = TakeHalf(words);
        draft.Clock = new ClockTime(new LocalTime(half < 0 ? hour : hour % 12 + half, 0), IsLoose: half < 0);
        return true;
    }
}
