namespace AsyncBot.Core.Time;

/// <summary>The dates on which a rule of days, weeks, months or years comes round, in order, without regard to clocks.</summary>
internal static class RuleDates
{
    /// <summary>Far enough from NodaTime's last year (9999) that no step passes it.</summary>
    public const int LastYear = 9_900;

    /// <summary>Periods in a row without a date, after which a rule counts as never coming again. A Monday that is a 29 February needs 1 600 daily ones.</summary>
    public const int StepBudget = 2_000;

    /// <summary>The rule's dates from <paramref name="first"/> on, found by arithmetic and not by walking there, unless they are counted.</summary>
    public static IEnumerable<LocalDate> From(RecurrenceRule rule, LocalDate start, LocalDate first) => rule.Count is { } count
        ? Walk(rule, start, start).Take(count).SkipWhile(date => date < first)
        : Walk(rule, start, LocalDate.Max(start, first));

    private static IEnumerable<LocalDate> Walk(RecurrenceRule rule, LocalDate start, LocalDate first)
    {
        var periods = new RulePeriods(rule, start);
        var budget = StepBudget;
        for (var n = periods.IndexOf(first); budget > 0 && periods.YearOf(n) <= LastYear; n = periods.After(n))
        {
            budget--;
            foreach (var date in periods.Dates(n))
            {
                if (date < first)
                    continue;
                budget = StepBudget;
                yield return date;
            }
        }
    }
}
