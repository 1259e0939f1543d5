namespace AsyncBot.Core.Time.When;

/// <summary>Reads days by the period that they begin or end: next week, end of month, eow.</summary>
internal static class PeriodReader
{
    public static bool TryTake(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        if (words.Take(SenseKind.EndOf, out var ended))
        {
            Take(draft, (WhenUnit)ended, 0, isAtEnd: true, isNamed: false);
            return true;
        }

        if (words.Is(SenseKind.Next) && IsPeriod(words, out var unit, 1))
        {
            words.At += 2;
            Take(draft, unit, 1, isAtEnd: false, isNamed: true);
            return true;
        }

        return TryTakeEdge(words, draft) || Back(words, first);
    }

    /// <summary>"end of next week", "start of june".</summary>
    private static bool TryTakeEdge(WhenWords words, PhraseDraft draft)
    {
        words.Take(SenseKind.The);
        var isEnd = words.Is(SenseKind.End) || words.Is(SenseKind.Close);
        if ((!isEnd && !words.Is(SenseKind.Start)) || !words.Is(SenseKind.Of, 1))
            return false;
        words.At += 2;
        words.Take(SenseKind.The);
        if (words.Take(SenseKind.RelativeDay, out var days) && isEnd)
        {
            draft.Day = new PeriodEdge(WhenUnit.Day, days, IsAtEnd: true);
            return true;
        }

        if (words.Take(SenseKind.Month, out var month))
        {
            draft.Day = new PeriodEdge(WhenUnit.Month, 0, isEnd, month);
            return true;
        }

        var isNamed = DayReader.IsNextOrThis(words, out var ahead);
        words.At += isNamed ? 1 : 0;
        if (words.Take(SenseKind.Business))
        {
            words.Take(SenseKind.Unit);
            Take(draft, WhenUnit.Day, ahead, isEnd, isNamed);
            return isEnd;
        }

        if (!IsPeriod(words, out var unit) && !(isEnd && words.Is(SenseKind.Unit, out var day) && day == (int)WhenUnit.Day))
            return false;
        words.At++;
        Take(draft, unit, ahead, isEnd, isNamed);
        return true;
    }

    /// <summary>"End of day" is a time of day that may go with another day; all else is a day of its own.</summary>
    private static void Take(PhraseDraft draft, WhenUnit unit, int ahead, bool isAtEnd, bool isNamed)
    {
        if (unit == WhenUnit.Day && !isNamed)
            draft.IsDayEnd = true;
        else
            draft.Day = new PeriodEdge(unit, ahead, isAtEnd);
    }

    private static bool IsPeriod(WhenWords words, out WhenUnit unit, int at = 0)
    {
        unit = WhenUnit.Day;
        if (!words.Is(SenseKind.Unit, out var value, at))
            return false;
        if ((WhenUnit)value is WhenUnit.Week or WhenUnit.Month or WhenUnit.Quarter or WhenUnit.Year)
            unit = (WhenUnit)value;
        return unit != WhenUnit.Day;
    }

    private static bool Back(WhenWords words, int first)
    {
        words.At = first;
        return false;
    }
}
