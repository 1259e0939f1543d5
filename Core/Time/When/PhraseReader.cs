namespace AsyncBot.Core.Time.When;

/// <summary>Reads one phrase from a place in the text on: a day, a time of day, a zone or a schedule, in any order.</summary>
internal static class PhraseReader
{
    private const string Example = "in 2 hours";

    /// <summary>The longest phrase that begins there; null where none does.</summary>
    public static PhraseDraft? Read(WhenWords words, int at, WhenContext context)
    {
        words.At = at;
        var draft = new PhraseDraft { First = at, LooksBack = context.LooksBack };
        while (!words.IsAtEnd)
        {
            var save = words.At;
            if (save > at)
                words.TakeSymbol(',');
            if (!TryTakePart(words, draft, context))
            {
                words.At = save;
                break;
            }

            if (!words.IsBoundary() && !IsZoneNext(words, draft) && !IsIsoTime(words))
            {
                draft.IsRagged = true;
                break;
            }
        }

        draft.IsRagged |= !words.IsBoundary();
        draft.End = words.At;
        return draft.IsEmpty ? null : draft;
    }

    private static bool IsZoneNext(WhenWords words, PhraseDraft draft) => draft.Clock is not null && draft.Zone is null
        && (words.Peek().Kind == TokenKind.Word || words.IsSymbol('+') || words.IsSymbol('-'));

    private static bool TryTakePart(WhenWords words, PhraseDraft draft, WhenContext context)
    {
        if (words.IsGlued() && words.At > draft.First && !IsIsoTime(words))
            return draft.Zone is null && draft.Clock is not null && ZoneReader.TryTake(words, draft, context);
        if (words.Is(SenseKind.Vague) && draft.IsEmpty)
            return TryTakeVague(words, draft);
        var isBefore = words.Is(SenseKind.Before);
        var isBy = (isBefore || words.Is(SenseKind.By)) && !draft.IsBy && draft.Beat is null;
        words.At += isBy ? 1 : 0;
        if (isBy)
            words.Take(SenseKind.By);
        var isOn = words.Take(SenseKind.On);
        var isAt = !isOn && words.Take(SenseKind.At);
        if (TryTakeSpan(words, draft, context)
            || TryTakeThisTime(words, draft)
            || (!isAt && !isBy && CanRepeat(draft) && EveryReader.TryTake(words, draft, context, isOn))
            || (!isAt && CanHaveDay(draft) && DayReader.TryTake(words, draft, context.Locale, isOn || isBy))
            || (CanHaveClock(draft) && TryTakeDayEnd(words, draft))
            || (CanHaveClock(draft) && !isOn && ClockReader.TryTake(words, draft, isMeant: isAt || isBy || draft.Beat is not null || IsIsoTime(words)))
            || TryTakeDayPart(words, draft)
            || (!isOn && !isAt && CanHaveZone(draft) && ZoneReader.TryTake(words, draft, context)))
        {
            if (draft.Clock is not null && draft.IsWeak)
                draft.IsWeak = false;
            draft.IsBy |= isBy;
            draft.IsBefore |= isBefore;
            return true;
        }

        return false;
    }

    // Behind an ISO date the time is glued by a T.
    private static bool IsIsoTime(WhenWords words) =>
        words.IsNumber() && words.IsGlued() && words.Peek(-1).IsGlued && words.PlainOf(words.Peek(-1)) is ['t'];

    private static bool CanRepeat(PhraseDraft draft) => draft.Beat is null && draft.Day is null && draft.Elapsed is null;

    private static bool CanHaveDay(PhraseDraft draft) => draft.Beat is null && draft.Elapsed is null;

    private static bool CanHaveClock(PhraseDraft draft) => draft.Clock is null && !draft.IsDayEnd && !draft.KeepsClock && draft.Elapsed is null;

    /// <summary>"end of day" beside another day.</summary>
    private static bool TryTakeDayEnd(WhenWords words, PhraseDraft draft)
    {
        if (draft.Day is null || draft.Beat is not null)
            return false;
        var end = new PhraseDraft();
        var first = words.At;
        if (PeriodReader.TryTake(words, end) && end.IsDayEnd)
            return draft.IsDayEnd = true;
        words.At = first;
        return false;
    }

    /// <summary>"this time tomorrow".</summary>
    private static bool TryTakeThisTime(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        words.Take(SenseKind.The);
        if (!draft.IsEmpty || !words.Take(SenseKind.This) || !words.Take(SenseKind.Time) || !DayReader.TryTake(words, draft, null, isOn: true))
        {
            words.At = first;
            return false;
        }

        return draft.KeepsClock = true;
    }

    private static bool CanHaveZone(PhraseDraft draft) =>
        draft.Zone is null && (draft.Clock is not null || draft.Day is not null || draft.Beat is not null);
    /// <summary>"in the morning", "evening".</summary>
    private static bool TryTakeDayPart(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        var isIn = words.Take(SenseKind.In);
        isIn = words.Take(SenseKind.The) && isIn;
        var isBehindDay = words.Is(SenseKind.RelativeDay, -1) || words.Is(SenseKind.Weekday, -1);
        var isTimeOpen = draft.Clock is null && (draft.Day is not null || draft.Beat is not null);
        if (draft.Part is null && (isIn || isBehindDay || isTimeOpen) && words.Take(SenseKind.DayPart, out var part))
        {
            draft.Part = (DayPart)part;
            return true;
        }

        words.At = first;
        return false;
    }

    /// <summary>"in 2 hours", "3 days from now", "a week from friday", and "2h" where it stands alone.</summary>
    private static bool TryTakeSpan(WhenWords words, PhraseDraft draft, WhenContext context)
    {
        if (!draft.IsEmpty || draft.IsBy)
            return false;
        var first = words.At;
        var isIn = words.Take(SenseKind.In);
        if (isIn && words.IsSymbol('-') && words.IsNumber(1) && words.Is(SenseKind.Unit, 2))
        {
            words.At += 3;
            draft.RefusePast(words.Written(first, words.At), Example);
            return true;
        }

        if (SpanReader.Take(words) is not { } span || (!isIn && (words.Is(SenseKind.Past) || words.Is(SenseKind.To))))
        {
            words.At = first;
            return false;
        }

        NamedDay? from = null;
        var isAgo = false;
        if (isIn)
            words.Take(SenseKind.Time);
        else if (words.Take(SenseKind.Ago))
        {
            isAgo = draft.LooksBack;
            if (!isAgo)
                draft.RefusePast(words.Written(first, words.At), Example);
        }
        else if (words.Is(SenseKind.From) || words.Is(SenseKind.After))
        {
            var save = words.At;
            var origin = new PhraseDraft();
            words.At++;
            if (!words.Take(SenseKind.Now))
            {
                if (!span.HasElapsed && DayReader.TryTake(words, origin, context.Locale, isOn: true) && origin.Problem is null)
                    from = origin.Day;
                else
                    (words.At, draft.IsWeak) = (save, true);
            }
        }
        else if (!words.Take(SenseKind.Later))
            draft.IsWeak = true;

        Set(words, draft, context, span, from, first, isAgo);
        return true;
    }

    private static void Set(WhenWords words, PhraseDraft draft, WhenContext context, Span span, NamedDay? from, int first, bool isAgo)
    {
        var said = Quote.Of(words.Written(first, words.At));
        draft.Elapsed = span.HasDays ? null : Duration.Zero;
        if (span.RoughDays > context.HorizonYears * 12 * 31)
            draft.Refuse($"{said} is more than {context.HorizonYears} years {(isAgo ? "ago" : "ahead")}.", Example);
        else if (span.IsUneven)
            draft.Refuse($"{said} is no whole number of {(span.HasMonths ? "months" : "seconds")}.", "in 36 hours");
        else if (span.IsZero)
            draft.Refuse($"{said} is now.", Example);
        else
        {
            draft.Day = span.HasDays ? new DaysAhead(isAgo ? Period.Zero - span.Days : span.Days, from) : null;
            draft.Elapsed = !span.HasElapsed ? null : isAgo ? -span.Elapsed : span.Elapsed;
        }
    }

    private static bool TryTakeVague(WhenWords words, PhraseDraft draft)
    {
        words.At++;
        draft.Refuse($"{Quote.Of(words.Written(words.At - 1, words.At))} is no time that I could keep.", Example);
        return true;
    }
}
