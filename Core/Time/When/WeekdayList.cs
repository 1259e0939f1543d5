namespace AsyncBot.Core.Time.When;

/// <summary>Reads days of the week as people list them: mon and thu, mon-fri, weekdays, sat, sun.</summary>
internal static class WeekdayList
{
    /// <summary>"mondays", which means every one of them without saying "every".</summary>
    public static bool IsPlural(WhenWords words, int ahead = 0) =>
        words.Is(SenseKind.Weekdays, ahead) || words.Is(SenseKind.Workdays, ahead) || words.Is(SenseKind.Weekends, ahead);

    private static bool IsDay(WhenWords words, int ahead) =>
        words.Is(SenseKind.Weekday, ahead) || words.Is(SenseKind.Workday, ahead) || words.Is(SenseKind.Weekend, ahead) || IsPlural(words, ahead);

    /// <summary>Takes the whole list, or nothing. An "and" with no day behind it is left for others to make sense of.</summary>
    public static bool TryTake(WhenWords words, List<IsoDayOfWeek> days)
    {
        if (!TryTakeItem(words, days))
            return false;
        while (true)
        {
            var joints = 0;
            while (words.IsSymbol(',', joints) || words.IsSymbol('/', joints) || words.Is(SenseKind.And, joints))
                joints++;
            if (joints == 0 && words.IsGlued() || !IsDay(words, joints))
                return true;
            words.At += joints;
            TryTakeItem(words, days);
        }
    }

    private static bool TryTakeItem(WhenWords words, List<IsoDayOfWeek> days)
    {
        if (words.Take(SenseKind.Workday) || words.Take(SenseKind.Workdays))
            days.AddRange(WeekDays.Work);
        else if (words.Take(SenseKind.Weekend) || words.Take(SenseKind.Weekends))
            days.AddRange(WeekDays.Weekend);
        else if (words.Take(SenseKind.Weekday, out var first) || words.Take(SenseKind.Weekdays, out first))
        {
            var last = first;
            var isSpan = words.IsSymbol('-') || words.Is(SenseKind.To);
            if (isSpan && (words.Is(SenseKind.Weekday, out var until, 1) || words.Is(SenseKind.Weekdays, out until, 1)))
            {
                last = until;
                words.At += 2;
            }

            days.AddRange(WeekDays.Between((IsoDayOfWeek)first, (IsoDayOfWeek)last));
        }
        else
            return false;

        return true;
    }
}
