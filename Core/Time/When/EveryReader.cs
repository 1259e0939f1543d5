using AsyncBot.Core.Time.Recurrences;

namespace AsyncBot.Core.Time.When;

/// <summary>Reads how often something comes round: every other tuesday, weekdays, monthly on the last friday, every jan 25.</summary>
internal static class EveryReader
{
    private const string UnitExample = "every 2 weeks on friday at 16:00";

    private const string MonthExample = "every month on the 15th at 9:00";

    public static bool TryTake(WhenWords words, PhraseDraft draft, WhenContext context, bool isOn)
    {
        var first = words.At;
        if (TryTakeTimes(words, draft) || TryTakeBeat(words, draft, context) || (words.Take(SenseKind.Every) && TryTakeEvery(words, draft, context)))
            return true;
        words.At = first;
        if (IsNthOfEvery(words))
            return TryTakeNth(words, draft, context, 1, isMonthNamed: true);
        words.At = first;
        if (!WeekdayList.IsPlural(words) || !TryTakeDays(words, draft, 1))
            return false;
        draft.IsWeak = !isOn;
        return true;
    }

    /// <summary>"the last friday of every month", "1st of each month"; goes back to where it began.</summary>
    private static bool IsNthOfEvery(WhenWords words)
    {
        var first = words.At;
        words.Take(SenseKind.The);
        var isNth = words.Take(SenseKind.Last) || NumberReader.TryTakeOrdinal(words, out _);
        if (isNth && !words.Take(SenseKind.Weekday) && !words.Take(SenseKind.Workday))
            words.Take(SenseKind.Unit);
        isNth = isNth && words.Is(SenseKind.Of) && words.Is(SenseKind.Every, 1) && words.Is(SenseKind.Unit, out var unit, 2) && unit == (int)WhenUnit.Month;
        words.At = first;
        return isNth;
    }

    /// <summary>"twice a day": nobody knows at which times.</summary>
    private static bool TryTakeTimes(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        if (NumberReader.TryTake(words, out _) && !words.Is(SenseKind.Times))
            words.At = first;
        if (words.Take(SenseKind.Times, out var times) && (IsEach(words) || (times > 1 && words.IsAtEnd)))
        {
            words.At += words.IsAtEnd ? 0 : 2;
            draft.Refuse($"{Quote.Of(words.Written(first, words.At))} does not say at which times; make one schedule for each of them.", "every day at 9:00");
            return true;
        }

        words.At = first;
        return false;
    }

    private static bool IsEach(WhenWords words) =>
        ((words.Is(SenseKind.Count, out var one) && one == 1) || words.Is(SenseKind.Every)) && words.Is(SenseKind.Unit, 1);

    private static bool TryTakeBeat(WhenWords words, PhraseDraft draft, WhenContext context)
    {
        if (!words.Take(SenseKind.Beat, out var unit))
            return false;
        var first = words.At;
        TakeUnit(words, draft, context, (WhenUnit)unit, 1);
        draft.IsWeak = words.At == first;
        return true;
    }

    private static bool TryTakeEvery(WhenWords words, PhraseDraft draft, WhenContext context)
    {
        if (TryTakeDate(words, draft))
            return true;
        if (words.Take(SenseKind.Other))
            return TryTakeDays(words, draft, 2) || TryTakeUnit(words, draft, context, 2);
        if (words.Is(SenseKind.Last) || words.Is(SenseKind.The) || IsOrdinal(words))
            return TryTakeNth(words, draft, context, 1, isMonthNamed: false);
        if (words.IsSymbol('-') && words.IsNumber(1))
        {
            words.At += words.Is(SenseKind.Unit, 2) ? 3 : 2;
            draft.Refuse("The smallest number here is 1.", UnitExample);
            return true;
        }

        var first = words.At;
        if (NumberReader.TryTake(words, out var interval))
        {
            if (TryTakeUnit(words, draft, context, interval))
                return true;
            draft.Refuse($"After {Quote.Of(words.Written(first - 1, words.At))} comes hours, days, weeks, months or years.", UnitExample);
            return true;
        }

        if (words.Take(SenseKind.DayPart, out var part))
        {
            (draft.Beat, draft.Part) = (new Beat(Frequency.Daily), (DayPart)part);
            return true;
        }

        return TryTakeDays(words, draft, 1) || TryTakeUnit(words, draft, context, 1);
    }

    private static bool IsOrdinal(WhenWords words) =>
        words.Is(SenseKind.Ordinal) || (words.IsNumber() && words.Is(SenseKind.OrdinalMark, 1) && words.IsGlued(1));

    /// <summary>"every jan 25".</summary>
    private static bool TryTakeDate(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        var date = new PhraseDraft();
        if (!DateReader.TryTake(words, date, null) || (date.Problem is null && date.Day is not MonthDay))
        {
            words.At = first;
            return false;
        }

        draft.Problem ??= date.Problem;
        draft.Beat = date.Day is MonthDay day ? new Beat(Frequency.Yearly) { Month = day.Month, DayOfMonth = day.Day } : new Beat(Frequency.Yearly);
        return true;
    }

    private static bool TryTakeDays(WhenWords words, PhraseDraft draft, int interval)
    {
        var days = new List<IsoDayOfWeek>();
        if (!WeekdayList.TryTake(words, days))
            return false;
        draft.Beat = new Beat(Frequency.Weekly, interval) { Days = days };
        return true;
    }

    private static bool TryTakeUnit(WhenWords words, PhraseDraft draft, WhenContext context, int interval)
    {
        if (!words.Take(SenseKind.Unit, out var unit))
            return false;
        TakeUnit(words, draft, context, (WhenUnit)unit, interval);
        return true;
    }

    private static void TakeUnit(WhenWords words, PhraseDraft draft, WhenContext context, WhenUnit unit, int interval)
    {
        var each = unit switch { WhenUnit.Fortnight => 2, WhenUnit.Quarter => 3, _ => 1 };
        var (frequency, days) = unit switch
        {
            <= WhenUnit.Hour => (Frequency.Hourly, 1.0 / 24),
            WhenUnit.Day => (Frequency.Daily, 1),
            WhenUnit.Week or WhenUnit.Fortnight => (Frequency.Weekly, 7),
            WhenUnit.Month or WhenUnit.Quarter => (Frequency.Monthly, 30),
            _ => (Frequency.Yearly, 365),
        };
        var most = Math.Min(RecurrenceRule.LongestInterval / each, (int)(context.HorizonYears * 365 / (days * each)));
        if (interval < 1)
            draft.Refuse("The smallest number here is 1.", UnitExample);
        else if (interval > most)
        {
            var units = unit.ToString().ToLowerInvariant() + (most == 1 ? "" : "s");
            draft.Refuse($"That is too far apart: at most {most} {units} lie between two times.", "every 6 months on the 1st at 9:00");
        }
        else if (unit < WhenUnit.Hour)
            draft.Refuse("Nothing comes round more often than every hour.", "every 2 hours");
        var every = Math.Clamp(interval, 1, Math.Max(1, most)) * each;
        draft.Beat = new Beat(frequency, every);
        var first = words.At;
        var isOn = words.Take(SenseKind.On);
        var isMore = frequency switch
        {
            Frequency.Weekly => TryTakeDays(words, draft, every),
            Frequency.Monthly => isOn && TryTakeNth(words, draft, context, every, isMonthNamed: true),
            Frequency.Yearly => isOn && (TryTakeYearly(words, draft, every) || TryTakeDayInMonth(words, draft, every)),
            _ => false,
        };
        if (!isMore)
            words.At = first;
    }

    private static bool TryTakeYearly(WhenWords words, PhraseDraft draft, int interval)
    {
        if (!TryTakeDate(words, draft))
            return false;
        draft.Beat = draft.Beat! with { Interval = interval };
        return true;
    }

    /// <summary>"the 25th in January", as such rules are read back.</summary>
    private static bool TryTakeDayInMonth(WhenWords words, PhraseDraft draft, int interval)
    {
        words.Take(SenseKind.The);
        if (!NumberReader.TryTakeOrdinal(words, out var day) || !TakeClampNote(words))
            return false;
        if (!words.Take(SenseKind.In) || !words.Take(SenseKind.Month, out var month))
            return false;
        if (day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(2024, month))
            return false;
        draft.Beat = new Beat(Frequency.Yearly, interval) { Month = month, DayOfMonth = day };
        return true;
    }

    /// <summary>"the 15th", "last friday", "first weekday", "third day".</summary>
    private static bool TryTakeNth(WhenWords words, PhraseDraft draft, WhenContext context, int interval, bool isMonthNamed)
    {
        words.Take(SenseKind.The);
        var first = words.At;
        var isLast = words.Take(SenseKind.Last);
        var nth = -1;
        if (!isLast && !NumberReader.TryTakeOrdinal(words, out nth))
            return false;
        var said = words.Written(first, words.At);
        if (words.Take(SenseKind.Weekday, out var day))
        {
            isMonthNamed |= TryTakeOfTheMonth(words);
            var name = (IsoDayOfWeek)day;
            if (!isLast && nth is < 1 or > 4)
                draft.Refuse($"Not every month has that many {name}s.", $"every last {name} of the month");
            else if (nth == 2 && !isMonthNamed)
            {
                var ofTheMonth = $"every second {name} of the month";
                draft.Refuse($"“{said} {name}” could be every other week or once a month.", ofTheMonth, $"every other {name}", ofTheMonth);
            }
            draft.Beat = new Beat(Frequency.Monthly, interval) { Nth = new NthWeekday(name, isLast ? -1 : Math.Clamp(nth, 1, 4)) };
            return true;
        }

        if (words.Take(SenseKind.Workday))
        {
            isMonthNamed |= TryTakeOfTheMonth(words);
            if (!isLast && (nth is < 1 or > 20 || !isMonthNamed))
                draft.Refuse("Which weekdays these are is not clear.", "every first weekday of the month at 9:00");
            draft.Beat = new Beat(Frequency.Monthly, interval) { NthWorkday = isLast ? -1 : nth };
            return true;
        }

        if (words.Is(SenseKind.Unit, out var unit) && unit == (int)WhenUnit.Day)
        {
            words.At++;
            isMonthNamed |= TryTakeOfTheMonth(words);
            if (isMonthNamed || isLast)
                return TakeDayOfMonth(draft, isLast ? 31 : nth, interval);
            words.At--;
        }

        if (nth > 1 && unit is (int)WhenUnit.Day or (int)WhenUnit.Week or (int)WhenUnit.Month or (int)WhenUnit.Year or (int)WhenUnit.Hour && interval == 1)
            return TryTakeUnit(words, draft, context, nth);
        if (isLast || words.Is(SenseKind.Unit) || !words.Is(SenseKind.OrdinalMark, -1))
            return false;
        TryTakeOfTheMonth(words);
        return TakeDayOfMonth(draft, nth, interval) && TakeClampNote(words);
    }

    private static bool TakeDayOfMonth(PhraseDraft draft, int day, int interval)
    {
        if (day is < 1 or > 31)
            draft.Refuse("The days of a month go from the 1st to the 31st.", MonthExample);
        draft.Beat = new Beat(Frequency.Monthly, interval) { DayOfMonth = Math.Clamp(day, 1, 31) };
        return true;
    }

    private static bool TryTakeOfTheMonth(WhenWords words)
    {
        var first = words.At;
        var isOf = words.Take(SenseKind.Of) && (words.Take(SenseKind.The) || words.Take(SenseKind.Every) || words.Take(SenseKind.Count));
        if (isOf && words.Take(SenseKind.Unit, out var unit) && unit == (int)WhenUnit.Month)
            return true;
        words.At = first;
        return false;
    }

    /// <summary>What a rule for the 31st says of itself when it is read back.</summary>
    private static bool TakeClampNote(WhenWords words)
    {
        var first = words.At;
        var isLastDay = words.Take(SenseKind.The) && words.Take(SenseKind.Last) && words.Take(SenseKind.Unit);
        if (!isLastDay || !words.Take(SenseKind.In) || !words.Take(SenseKind.Shorter) || !words.Take(SenseKind.Unit))
            words.At = first;
        return true;
    }
}
