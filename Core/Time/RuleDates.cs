namespace AsyncBot.Core.Time;

/// <summary>The dates on which a rule comes round, in order, without regard to clocks.</summary>
internal static class RuleDates
{
    /// <summary>The rule's dates from <paramref name="start"/> on, found by arithmetic and not by walking there.</summary>
    public static IEnumerable<LocalDate> From(Recurrence rule, LocalDate start, int lastYear)
    {
        var first = LocalDate.Max(start, rule.From);
        var dates = rule.Frequency switch
        {
            Frequency.Daily => Daily(rule, first),
            Frequency.Weekly => Weekly(rule, first),
            _ => Monthly(rule, first),
        };
        return dates.SkipWhile(date => date < first).TakeWhile(date => date.Year <= lastYear);
    }

    private static IEnumerable<LocalDate> Daily(Recurrence rule, LocalDate first)
    {
        var days = Period.DaysBetween(rule.From, first);
        for (var date = rule.From.PlusDays(days - days % rule.Interval); ; date = date.PlusDays(rule.Interval))
            yield return date;
    }

    private static IEnumerable<LocalDate> Weekly(Recurrence rule, LocalDate first)
    {
        var monday = rule.From.PlusDays(IsoDayOfWeek.Monday - rule.From.DayOfWeek);
        var weeks = Period.DaysBetween(monday, first) / 7;
        for (var week = monday.PlusWeeks(weeks - weeks % rule.Interval); ; week = week.PlusWeeks(rule.Interval))
        {
            foreach (var day in rule.Days)
                yield return week.PlusDays(day - IsoDayOfWeek.Monday);
        }
    }

    private static IEnumerable<LocalDate> Monthly(Recurrence rule, LocalDate first)
    {
        var months = (first.Year - rule.From.Year) * 12 + first.Month - rule.From.Month;
        for (var month = rule.From.ToYearMonth().PlusMonths(months - months % rule.Interval); ; month = month.PlusMonths(rule.Interval))
            yield return rule.Nth is { } nth
                ? nth.In(month.Year, month.Month)
                : month.OnDayOfMonth(Math.Min(rule.DayOfMonth!.Value, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)));
    }
}
