namespace AsyncBot.Core.Time.Recurrences;

/// <summary>The instants at which an hourly rule comes round: elapsed hours from its start, on the dates that it allows.</summary>
internal static class RuleHours
{
    private static readonly Instant Last = Instant.FromUtc(RuleDates.LastYear + 1, 1, 1, 0, 0);

    /// <summary>Those from <paramref name="first"/> on, found by arithmetic, unless they are counted and not every hour counts.</summary>
    public static IEnumerable<Instant> From(RecurrenceRule rule, Instant start, DateTimeZone zone, Instant first)
    {
        var isLimited = rule.ByDay.Count + rule.ByMonthDay.Count + rule.ByMonth.Count > 0;
        if (rule.BySetPos.Count > 0 && !rule.BySetPos.Any(position => position is 1 or -1))
            return [];
        if (rule.Count is not { } count)
            return Walk(rule, start, zone, first, isLimited, int.MaxValue);
        return isLimited
            ? Walk(rule, start, zone, start, isLimited, RuleDates.CountBudget).Take(count).SkipWhile(at => at < first)
            : Walk(rule, start, zone, first, isLimited, int.MaxValue).TakeWhile(at => at < start + Duration.FromHours(count * rule.Interval));
    }

    private static IEnumerable<Instant> Walk(RecurrenceRule rule, Instant start, DateTimeZone zone, Instant first, bool isLimited, int steps)
    {
        var budget = RuleDates.StepBudget;
        for (var at = NotBefore(rule, start, first); budget > 0 && steps > 0 && at < Last;)
        {
            budget--;
            steps--;
            var date = isLimited ? at.InZone(zone).Date : default;
            if (!isLimited || RulePeriods.IsDay(rule, date))
            {
                budget = RuleDates.StepBudget;
                yield return at;
                at += Duration.FromHours(rule.Interval);
            }
            else
            {
                var next = rule.ByMonth.Count == 0 || rule.ByMonth.Contains(date.Month) ? date.PlusDays(1) : date.ToYearMonth().PlusMonths(1).OnDayOfMonth(1);
                at = NotBefore(rule, start, Edges.Start(zone, next.AtMidnight()));
            }
        }
    }

    private static Instant NotBefore(RecurrenceRule rule, Instant start, Instant first)
    {
        if (first <= start)
            return start;
        var step = (long)rule.Interval * NodaConstants.SecondsPerHour;
        var at = start + Duration.FromSeconds((long)(first - start).TotalSeconds / step * step);
        return at < first ? at + Duration.FromSeconds(step) : at;
    }
}
