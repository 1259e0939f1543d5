namespace AsyncBot.Core.Time.Recurrences;

/// <summary>The dates on which a rule of days, weeks, months or years comes round, in order, without regard to clocks.</summary>
internal static class RuleDates
{
    /// <summary>Far enough from NodaTime's last year (9999) that no step passes it.</summary>
    public const int LastYear = 9_900;

    /// <summary>
    /// Periods in a row without a date, after which a rule counts as never coming again. A Monday that is a 29 February needs 1 600 daily ones.
    /// </summary>
    public const int StepBudget = 2_000;

    /// <summary>Periods that are gone through from the start to count. Every Monday, as one of all days, needs seven for each.</summary>
    public const int CountBudget = 100_000;

    /// <summary>The calendar repeats itself after 400 years.</summary>
    private const int YearBudget = 400;

    /// <summary>The rule's dates from <paramref name="first"/> on, found by arithmetic and not by walking there, unless they must be counted.</summary>
    public static IEnumerable<LocalDate> From(RecurrenceRule rule, LocalDate start, LocalDate first)
    {
        if (rule.Count is not { } count)
            return Walk(rule, start, LocalDate.Max(start, first), int.MaxValue);
        return rule is { Frequency: Frequency.Daily, ByDay.Count: 0, ByMonthDay.Count: 0, ByMonth.Count: 0 }
            ? Walk(rule, start, LocalDate.Max(start, first), int.MaxValue).TakeWhile(date => Period.DaysBetween(start, date) < count * rule.Interval)
            : Walk(rule, start, start, CountBudget).Take(count).SkipWhile(date => date < first);
    }

    private static IEnumerable<LocalDate> Walk(RecurrenceRule rule, LocalDate start, LocalDate first, int steps)
    {
        var periods = new RulePeriods(rule, start);
        var most = rule.Frequency == Frequency.Yearly ? YearBudget : StepBudget;
        var budget = most;
        var last = rule.Until?.Date ?? LocalDate.MaxIsoValue;
        for (var n = periods.IndexOf(first); budget > 0 && steps > 0 && periods.YearOf(n) <= LastYear; n = periods.After(n))
        {
            budget--;
            steps--;
            foreach (var date in periods.Dates(n))
            {
                if (date < first)
                    continue;
                if (date > last)
                    yield break;
                budget = most;
                yield return date;
            }
        }
    }
}
