using AsyncBot.Core.Time.Recurrences;
using CsCheck;
using NodaTime.TimeZones;

namespace AsyncBot.Core.Tests.Time;

public sealed class RecurrenceLaws
{
    private static readonly Gen<Duration> Steps = Gen.Int[0, 400 * 24 * 60].Select(minutes => Duration.FromMinutes(minutes));

    [Test]
    public void What_comes_next_is_strictly_later_and_asking_later_never_answers_earlier() =>
        Gen.Select(Rules.Any, Steps, Steps).Sample(
            (rule, one, two) =>
            {
                var early = Start(rule) + one;
                var late = early + two;
                return rule.NextAfter(early) > early && rule.NextAfter(late) > late && rule.NextAfter(late) >= rule.NextAfter(early);
            },
            iter: 5_000);

    [Test]
    public void The_wall_clock_shows_the_rules_time_unless_the_clocks_skipped_it() =>
        Gen.Select(Rules.Any, Steps).Sample(
            (rule, step) =>
            {
                var next = rule.NextOccurrence(Start(rule) + step)!.Value;
                var zone = DateTimeZoneProviders.Tzdb[rule.Zone];
                var wall = next.At.InZone(zone).LocalDateTime;
                var isSkipped = zone.MapLocal(next.Planned).Count == 0;
                return next.Planned.TimeOfDay == rule.Start.TimeOfDay && isSkipped == next.IsShifted && wall.InUtc() - next.Planned.InUtc() == next.Shift;
            },
            iter: 5_000);

    [Test]
    public void No_occurrence_is_skipped_or_made_up_in_400_days_looked_at_one_by_one() =>
        Rules.Any.Sample(
            rule =>
            {
                var zone = DateTimeZoneProviders.Tzdb[rule.Zone];
                var lastDay = rule.Start.Date.PlusDays(400);
                var expected = Enumerable.Range(-40, 441).Select(day => rule.Start.Date.PlusDays(day)).Where(date => IsOn(rule, date))
                    .Select(date => zone.ResolveLocal(date + rule.Start.TimeOfDay, Resolvers.LenientResolver).ToInstant()).Distinct().ToList();
                var found = new List<Instant>();
                for (var next = rule.NextOccurrence(Start(rule) - Duration.FromDays(50)); next!.Value.Planned.Date <= lastDay; next = rule.NextOccurrence(next.Value.At))
                    found.Add(next.Value.At);
                return expected.SequenceEqual(found);
            },
            iter: 600);

    /// <summary>The definition, written as differently from the engine as can be.</summary>
    private static bool IsOn(Recurrence rule, LocalDate date)
    {
        if (date < rule.Start.Date)
            return false;
        var monday = rule.Start.Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var interval = rule.Rule.Interval;
        return rule.Rule.Frequency switch
        {
            Frequency.Daily => Period.DaysBetween(rule.Start.Date, date) % interval == 0,
            Frequency.Weekly => rule.Rule.ByDay.Contains(new NthWeekday(date.DayOfWeek)) && Period.DaysBetween(monday, date) / 7 % interval == 0,
            _ => Period.Between(rule.Start.Date.ToYearMonth().OnDayOfMonth(1), date.ToYearMonth().OnDayOfMonth(1), PeriodUnits.Months).Months % interval == 0 && IsDayOfMonth(rule, date),
        };
    }

    private static bool IsDayOfMonth(Recurrence rule, LocalDate date)
    {
        var isLastDay = date.PlusDays(1).Month != date.Month;
        if (rule.Rule.ByDay.Count == 0)
            return date.Day == rule.Rule.ByMonthDay[0] || (isLastDay && rule.Rule.ByMonthDay[0] > date.Day);
        var nth = rule.Rule.ByDay[0];
        return date.DayOfWeek == nth.Day && (nth.Nth == -1 ? date.PlusWeeks(1).Month != date.Month : (date.Day - 1) / 7 + 1 == nth.Nth);
    }

    private static Instant Start(Recurrence rule) => rule.Start.Date.AtMidnight().InUtc().ToInstant();
}
