namespace AsyncBot.Core.Time;

/// <summary>The part of an "every …" phrase before the time of day. Where it names no day, today's is meant.</summary>
internal sealed record EveryBeat(Frequency Frequency, int Interval)
{
    private const int LongestDays = 5 * 365;

    private static readonly string[] OtherUnits = ["minute", "minutes", "hour", "hours", "hourly", "year", "years", "yearly", "annually"];

    public IReadOnlyList<IsoDayOfWeek>? Days { get; init; }

    public int? DayOfMonth { get; init; }

    public NthWeekday? Nth { get; init; }

    public Recurrence Rule(int interval, LocalDate today, LocalTime at, string zoneId, LocalDate from) => Frequency switch
    {
        Frequency.Daily => Recurrence.Daily(at, zoneId, from, interval),
        Frequency.Weekly => Recurrence.Weekly(Days ?? [today.DayOfWeek], at, zoneId, from, interval),
        _ => Nth is { } nth
            ? Recurrence.Monthly(nth, at, zoneId, from, interval)
            : Recurrence.Monthly(DayOfMonth ?? today.Day, at, zoneId, from, interval),
    };

    /// <summary>Null where the words begin no schedule; the next word is the one that was not understood, unless <paramref name="refusal"/> says more.</summary>
    public static EveryBeat? Take(PhraseWords words, out PhraseRefusal? refusal)
    {
        refusal = null;
        words.Take("on");
        if (words.Take("daily") || words.Take("everyday"))
            return new EveryBeat(Frequency.Daily, 1);
        if (words.Take("weekly"))
            return TakeWeeks(words, 1);
        if (words.Take("monthly"))
            return TakeMonths(words, 1, out refusal);
        if (DayWords.IsPlural(words.Next))
            return TakeDays(words, 1);
        if (words.Take("every") || words.Take("each"))
            return TakeEvery(words, out refusal);
        if (DayWords.IsDay(words.Next))
            refusal = new PhraseRefusal($"“{words.Next}” alone could be a single day.", $"every {words.Next}");
        return null;
    }

    private static EveryBeat? TakeEvery(PhraseWords words, out PhraseRefusal? refusal)
    {
        refusal = null;
        if (words.Take("other"))
            return DayWords.IsDay(words.Next) ? TakeDays(words, 2) : TakeUnit(words, 2, out refusal);
        if (PhraseNumber.TryCount(words.Next, out var interval))
        {
            var said = words.Next;
            words.Skip();
            if (words.Next is not ("day" or "days" or "week" or "weeks" or "month" or "months"))
            {
                refusal = OtherUnit(words) ?? new PhraseRefusal($"After “every {(said.Length > 9 ? "…" : said)}” comes days, weeks or months.", "every 2 weeks on friday at 16:00");
                return null;
            }

            return TakeUnit(words, interval, out refusal);
        }

        if (words.Next is "last" or "the" || PhraseNumber.TryOrdinal(words.Next, out _))
            return TakeNth(words, 1, isMonthNamed: false, out refusal);
        return TakeDays(words, 1) ?? TakeUnit(words, 1, out refusal);
    }

    private static EveryBeat? TakeUnit(PhraseWords words, int interval, out PhraseRefusal? refusal)
    {
        refusal = OtherUnit(words);
        var days = words.Next switch { "day" or "days" => 1, "week" or "weeks" => 7, "month" or "months" => 30, _ => 0 };
        if (days == 0)
            return null;
        words.Skip();
        if (interval < 1)
            refusal = new PhraseRefusal("The smallest number here is 1.", "every 2 weeks on friday at 16:00");
        else if (interval > LongestDays / days)
            refusal = new PhraseRefusal("At most five years lie between two times.", "every 6 months on the 1st at 9:00");
        if (refusal is not null)
            return null;
        return days switch
        {
            1 => new EveryBeat(Frequency.Daily, interval),
            7 => TakeWeeks(words, interval),
            _ => TakeMonths(words, interval, out refusal),
        };
    }

    private static EveryBeat TakeWeeks(PhraseWords words, int interval)
    {
        var ahead = words.Next == "on" ? 1 : 0;
        words.Skip(ahead);
        if (TakeDays(words, interval) is { } weekly)
            return weekly;
        words.Skip(-ahead);
        return new EveryBeat(Frequency.Weekly, interval);
    }

    private static EveryBeat? TakeDays(PhraseWords words, int interval)
    {
        var days = new List<IsoDayOfWeek>();
        return DayWords.TryTake(words, days) ? new EveryBeat(Frequency.Weekly, interval) { Days = days } : null;
    }

    private static EveryBeat? TakeMonths(PhraseWords words, int interval, out PhraseRefusal? refusal)
    {
        refusal = null;
        return words.Take("on") ? TakeNth(words, interval, isMonthNamed: true, out refusal) : new EveryBeat(Frequency.Monthly, interval);
    }

    /// <summary>"the 15th", "last friday", "first day".</summary>
    private static EveryBeat? TakeNth(PhraseWords words, int interval, bool isMonthNamed, out PhraseRefusal? refusal)
    {
        refusal = null;
        words.Take("the");
        var said = words.Next;
        var isLast = said == "last";
        if (!isLast && !PhraseNumber.TryOrdinal(said, out _))
            return null;
        PhraseNumber.TryOrdinal(said, out var nth);
        words.Skip();
        if (DayWords.TryTakeOne(words, out var day))
        {
            isMonthNamed |= TakeOfTheMonth(words);
            if (!isLast && nth is < 1 or > 4)
                refusal = new PhraseRefusal($"Not every month has that many {day}s.", $"every last {day} of the month");
            else if (nth == 2 && !isMonthNamed)
                refusal = new PhraseRefusal($"“{said} {day}” could be every other week or once a month.", $"every second {day} of the month");
            return refusal is null ? new EveryBeat(Frequency.Monthly, interval) { Nth = new NthWeekday(day, isLast ? -1 : nth) } : null;
        }

        if (words.Take("day"))
        {
            isMonthNamed |= TakeOfTheMonth(words);
            if (isMonthNamed || isLast)
                return TakeDayOfMonth(isLast ? 31 : nth, interval, out refusal);
            words.Skip(-1);
            return nth > 1 ? TakeUnit(words, nth, out refusal) : null;
        }

        if (nth > 1 && words.Next is "week" or "month")
            return TakeUnit(words, nth, out refusal);

        if (isLast || !char.IsAsciiDigit(said[0]))
            return null;
        TakeOfTheMonth(words);
        words.TakeAll("the", "last", "day", "in", "shorter", "months");
        return TakeDayOfMonth(nth, interval, out refusal);
    }

    private static EveryBeat? TakeDayOfMonth(int day, int interval, out PhraseRefusal? refusal)
    {
        refusal = day is >= 1 and <= 31 ? null : new PhraseRefusal("The days of a month go from the 1st to the 31st.", "every month on the 15th at 9:00");
        return refusal is null ? new EveryBeat(Frequency.Monthly, interval) { DayOfMonth = day } : null;
    }

    private static bool TakeOfTheMonth(PhraseWords words) =>
        words.TakeAll("of", "the", "month") || words.TakeAll("of", "each", "month") || words.TakeAll("of", "every", "month") || words.TakeAll("of", "a", "month");

    private static PhraseRefusal? OtherUnit(PhraseWords words) => Array.IndexOf(OtherUnits, words.Next) < 0
        ? null
        : new PhraseRefusal("Schedules go by days, weeks or months.", "every day at 9:30");
}
