using AsyncBot.Core.Time.Recurrences;
using CsCheck;
using NodaTime.TimeZones;

namespace AsyncBot.Core.Tests.Time;

public sealed class CalendarRuleLaws
{
    private static readonly Gen<Duration> Steps = Gen.Int[-100 * 24 * 60, 1_500 * 24 * 60].Select(minutes => Duration.FromMinutes(minutes));

    private static readonly Gen<Recurrence> Changed = Gen.Select(CalendarRules.Any, Gen.Int[0, 5].List[0, 4], Gen.Int[-3_000, 30_000].List[0, 4], (recurrence, called, added) =>
    {
        var planned = recurrence.Between(Instant.MinValue, Instant.MaxValue, 6).Select(occurrence => occurrence.Planned).ToList();
        return recurrence with
        {
            Exceptions = [.. called.Where(n => n < planned.Count).Select(n => planned[n])],
            Additions = [.. added.Select(minutes => recurrence.Start.PlusMinutes(minutes))],
        };
    });

    [Test]
    public void What_lies_between_comes_in_order_and_each_once_and_one_after_the_other() =>
        Gen.Select(Changed, Steps).Sample(
            (recurrence, step) =>
            {
                var from = Start(recurrence) + step;
                var all = recurrence.Between(from, Instant.MaxValue, 12).Select(occurrence => occurrence.At).ToList();
                var chain = new List<Instant>();
                for (var next = recurrence.NextAfter(from - Duration.Epsilon); next is { } at && chain.Count < 12; next = recurrence.NextAfter(at))
                    chain.Add(at);
                return all.SequenceEqual(chain) && all.SequenceEqual(all.Distinct().Order());
            },
            iter: 1_500);

    [Test]
    public void Two_neighbouring_stretches_have_together_what_the_whole_has() =>
        Gen.Select(Changed, Steps, Gen.Int[0, 90 * 24 * 60], Gen.Int[0, 90 * 24 * 60]).Sample(
            (recurrence, step, one, two) =>
            {
                var from = Start(recurrence) + step;
                var middle = from + Duration.FromMinutes(one);
                var to = middle + Duration.FromMinutes(two);
                return recurrence.Between(from, middle).Concat(recurrence.Between(middle, to)).SequenceEqual(recurrence.Between(from, to));
            },
            iter: 1_500);

    [Test]
    public void The_wall_clock_shows_the_time_of_the_start_unless_the_clocks_skipped_it() =>
        Gen.Select(CalendarRules.OfDates, Steps).Sample(
            (recurrence, step) =>
            {
                var zone = DateTimeZoneProviders.Tzdb[recurrence.Zone];
                return recurrence.Between(Start(recurrence) + step, Instant.MaxValue, 20).All(occurrence =>
                    occurrence.Planned.TimeOfDay == recurrence.Start.TimeOfDay
                    && occurrence.IsShifted == (zone.MapLocal(occurrence.Planned).Count == 0)
                    && occurrence.At == zone.ResolveLocal(occurrence.Planned, Resolvers.LenientResolver).ToInstant());
            },
            iter: 1_500);

    [Test]
    public void Nothing_comes_before_the_start_more_often_than_counted_or_after_the_end() =>
        CalendarRules.Any.Sample(
            recurrence =>
            {
                var all = recurrence.Between(Instant.MinValue, Instant.MaxValue, 60);

                // Hours go on while the clock of a place is set back, so there the wall time is earlier than that of the start for a while.
                var start = recurrence.Start.InZoneLeniently(DateTimeZoneProviders.Tzdb[recurrence.Zone]).ToInstant();
                return all.All(occurrence => occurrence.At >= start
                        && (occurrence.Planned >= recurrence.Start || recurrence.Rule.Frequency == Frequency.Hourly)
                        && (recurrence.Rule.Until is not { } until || occurrence.Planned <= until))
                    && (recurrence.Rule.Count is not { } count || all.Count <= count);
            },
            iter: 1_500);

    [Test]
    public void Hours_are_elapsed_time_on_the_days_that_the_rule_allows() =>
        CalendarRules.OfHours.Sample(
            recurrence =>
            {
                var zone = DateTimeZoneProviders.Tzdb[recurrence.Zone];
                var start = recurrence.Start.InZoneLeniently(zone).ToInstant();
                var to = start + Duration.FromDays(400);
                var expected = new List<Instant>();
                for (var at = start; at < to; at += Duration.FromHours(recurrence.Rule.Interval))
                {
                    if (IsAllowed(recurrence.Rule, at.InZone(zone).Date))
                        expected.Add(at);
                }

                var end = recurrence.Rule.Until is { } until ? zone.ResolveLocal(until, Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter)).ToInstant() : to;
                return expected.Where(at => at <= end).Take(recurrence.Rule.Count ?? int.MaxValue).SequenceEqual(recurrence.Between(start, to).Select(occurrence => occurrence.At));
            },
            iter: 300);

    [Test]
    public void A_rule_survives_being_written_as_text() =>
        CalendarRules.Any.Sample(recurrence => RecurrenceRule.TryParse(recurrence.Rule.ToString(), out var again) && again == recurrence.Rule, iter: 2_000);

    [Test]
    public void Every_rule_can_be_said() =>
        Changed.Sample(
            recurrence => recurrence.InWords() is { Length: > 10 } words
                && words.StartsWith("every ", StringComparison.Ordinal)
                && !words.Contains("  ", StringComparison.Ordinal),
            iter: 2_000);

    private static bool IsAllowed(RecurrenceRule rule, LocalDate date)
    {
        var fromEnd = date.Day - CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month) - 1;
        return (rule.ByDay.Count == 0 || rule.ByDay.Any(day => day.Day == date.DayOfWeek))
            && (rule.ByMonth.Count == 0 || rule.ByMonth.Contains(date.Month))
            && (rule.ByMonthDay.Count == 0 || rule.ByMonthDay.Contains(date.Day) || rule.ByMonthDay.Contains(fromEnd));
    }

    private static Instant Start(Recurrence recurrence) => recurrence.Start.InUtc().ToInstant();
}
