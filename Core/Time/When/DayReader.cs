namespace AsyncBot.Core.Time.When;

/// <summary>Reads a day as people say it: tomorrow, next friday, the 15th, 20 march, 2026-03-20, the end of the month.</summary>
internal static class DayReader
{
    /// <param name="isOn">"on" or "by" stands before it.</param>
    public static bool TryTake(WhenWords words, PhraseDraft draft, string? locale, bool isOn)
    {
        if (draft.Day is { } before)
            return TryTakeMore(words, draft, before, locale);
        return DateReader.TryTake(words, draft, locale)
            || TryTakeRelative(words, draft)
            || TryTakeWeekday(words, draft)
            || PeriodReader.TryTake(words, draft)
            || TryTakeNth(words, draft)
            || TryTakeDayOfMonth(words, draft, isOn);
    }

    public static bool IsNextOrThis(WhenWords words, out int ahead)
    {
        ahead = words.Is(SenseKind.Next) ? 1 : 0;
        return ahead == 1 || words.Is(SenseKind.This);
    }

    /// <summary>What may come behind a day: "friday, march 20", "friday the 13th", "friday next week".</summary>
    private static bool TryTakeMore(WhenWords words, PhraseDraft draft, NamedDay before, string? locale)
    {
        var first = words.At;
        if (before is NamedWeekday { Week: null } weekday)
        {
            if (DateReader.TryTake(words, draft, locale))
            {
                draft.Weekday = weekday.Day;
                return true;
            }

            words.Take(SenseKind.The);
            if (words.IsNumber() && NumberReader.TryTakeOrdinal(words, out var number))
            {
                if (number is < 1 or > 31)
                    draft.Refuse("The days of a month go from the 1st to the 31st.", "on the 15th at 10:00");
                else
                    draft.Day = new DayOfMonth(number, weekday.Day);
                return true;
            }

            words.At = first;
            if (IsNextOrThis(words, out var ahead) && words.Is(SenseKind.Unit, out var unit, 1) && unit == (int)WhenUnit.Week)
            {
                words.At += 2;
                draft.Day = new NamedWeekday(weekday.Day, ahead);
                return true;
            }
        }

        if (before is PeriodEdge { Unit: WhenUnit.Week, IsEnd: false } week && words.Take(SenseKind.Weekday, out var day))
        {
            draft.Day = new NamedWeekday((IsoDayOfWeek)day, week.Ahead);
            return true;
        }

        words.At = first;
        return false;
    }

    private static bool TryTakeRelative(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        words.Take(SenseKind.The);
        var isFromDay = words.Is(SenseKind.After, 1) || words.Is(SenseKind.Before, 1);
        if (isFromDay && words.Is(SenseKind.Unit, out var unit) && unit == (int)WhenUnit.Day && words.Is(SenseKind.RelativeDay, out var from, 2))
        {
            draft.Day = new RelativeDay(from + (words.Is(SenseKind.After, 1) ? 1 : -1));
            words.At += 3;
            return true;
        }

        words.At = first;
        if (words.Take(SenseKind.RelativeDay, out var days))
        {
            draft.Day = new RelativeDay(days);
            return true;
        }

        if (words.Take(SenseKind.Tonight, out var part))
        {
            (draft.Day, draft.Part) = (new RelativeDay(0), (DayPart)part);
            return true;
        }

        if ((words.Is(SenseKind.This) || words.Is(SenseKind.Last)) && words.Is(SenseKind.DayPart, out part, 1))
        {
            (draft.Day, draft.Part) = (new RelativeDay(words.Is(SenseKind.This) ? 0 : -1), (DayPart)part);
            words.At += 2;
            return true;
        }

        return false;
    }

    private static bool TryTakeWeekday(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        var isLast = words.Is(SenseKind.Last);
        var isNamed = IsNextOrThis(words, out var ahead);
        words.At += isNamed || isLast ? 1 : 0;
        var isComing = words.Take(SenseKind.Coming);
        var isWeekend = words.Take(SenseKind.Weekend);
        var day = (int)IsoDayOfWeek.Saturday;
        if ((!isWeekend && !words.Take(SenseKind.Weekday, out day)) || (isLast && words.Is(SenseKind.Of)))
        {
            words.At = first;
            return false;
        }

        if (!isWeekend && words.IsSymbol('.') && words.IsGlued() && !words.IsGlued(1) && words.At + 1 < words.Count)
            words.At++;
        if (isLast && draft.LooksBack)
        {
            draft.Day = new LastWeekday((IsoDayOfWeek)day);
            return true;
        }

        if (isLast)
            draft.RefusePast(words.Written(first, words.At), "next friday at 9:30");
        draft.Day = new NamedWeekday((IsoDayOfWeek)day, isNamed && !isComing ? ahead : null, HasOther: isNamed && !isComing && ahead == 1);
        return true;
    }

    /// <summary>The last friday of the month, the first day of april.</summary>
    private static bool TryTakeNth(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        words.Take(SenseKind.The);
        var isLast = words.Take(SenseKind.Last);
        var nth = -1;
        if (!isLast && !NumberReader.TryTakeOrdinal(words, out nth))
            return Back(words, first);
        var isWorkday = words.Take(SenseKind.Workday);
        var day = 0;
        if (!isWorkday && !words.Take(SenseKind.Weekday, out day))
        {
            isWorkday = words.Take(SenseKind.Business);
            if (!words.Take(SenseKind.Unit, out var unit) || unit != (int)WhenUnit.Day)
                return Back(words, first);
        }

        if (!words.Take(SenseKind.Of))
            return Back(words, first);
        words.Take(SenseKind.The);
        int? month = null, year = null, ahead = null;
        if (words.Take(SenseKind.Month, out var named))
            (month, year) = (named, DateReader.TakeYear(words));
        else
        {
            ahead = IsNextOrThis(words, out var said) ? said : null;
            words.At += ahead is null ? 0 : 1;
            if (!words.Take(SenseKind.Unit, out var unit) || unit != (int)WhenUnit.Month)
                return Back(words, first);
        }

        var most = day > 0 ? 4 : isWorkday ? 20 : 28;
        if (!isLast && nth < 1 || nth > most)
            draft.Refuse("Not every month has that many.", "last friday of the month at 16:00");
        else
            draft.Day = new NthDay(nth, day > 0 ? (IsoDayOfWeek)day : null, isWorkday, month, year, ahead);
        return true;
    }

    /// <summary>On the 15th; the 15th of next month.</summary>
    private static bool TryTakeDayOfMonth(WhenWords words, PhraseDraft draft, bool isOn)
    {
        var first = words.At;
        words.Take(SenseKind.The);
        if (!words.IsNumber() || !NumberReader.TryTakeOrdinal(words, out var day))
            return Back(words, first);
        int? ahead = null;
        var save = words.At;
        var isOf = words.Take(SenseKind.Of);
        if (isOf)
        {
            words.Take(SenseKind.The);
            ahead = IsNextOrThis(words, out var said) ? said : null;
            words.At += ahead is null ? 0 : 1;
            if (!words.Take(SenseKind.Unit, out var unit) || unit != (int)WhenUnit.Month)
                (ahead, isOf, words.At) = (null, false, save);
        }

        draft.IsWeak = !isOn && !isOf;
        if (day is < 1 or > 31)
            draft.Refuse("The days of a month go from the 1st to the 31st.", "on the 15th at 10:00");
        draft.Day = new DayOfMonth(Math.Clamp(day, 1, 31), MonthAhead: ahead);
        return true;
    }

    private static bool Back(WhenWords words, int first)
    {
        words.At = first;
        return false;
    }
}
