namespace AsyncBot.Core.Time.When;

/// <summary>Whole numbers in digits or words.</summary>
internal static class NumberReader
{
    public static bool TryTake(WhenWords words, out int number)
    {
        number = words.Peek().Number;
        if (!words.IsNumber() && !words.Is(SenseKind.Count, out number))
            return false;
        words.At++;
        return true;
    }

    /// <summary>"15th" or "first".</summary>
    public static bool TryTakeOrdinal(WhenWords words, out int number)
    {
        if (words.Take(SenseKind.Ordinal, out number))
            return true;
        if (!words.IsNumber() || !words.Is(SenseKind.OrdinalMark, 1) || !words.IsGlued(1))
            return false;
        number = words.Peek().Number;
        words.At += 2;
        return true;
    }
}
