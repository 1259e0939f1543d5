using AsyncBot.Core.Time.Recurrences;
using CsCheck;

namespace AsyncBot.Core.Tests.Time;

/// <summary>
/// A rule means here what it means in Ical.Net, also on days when the clocks skip the planned time. Hours are compared only where the clocks
/// stand still: limited to some days, they drift by an hour there after the first change.
/// </summary>
public sealed class RecurrenceOracleTests
{
    private const int Compared = 30;

    [Test]
    public void Days_weeks_months_and_years_come_at_the_instants_at_which_other_calendars_have_them() => Compare(CalendarRules.OfDates, 300);

    [Test]
    public void Hours_come_at_the_instants_at_which_other_calendars_have_them() => Compare(CalendarRules.OfHoursAtRest, 100);

    private static void Compare(Gen<Recurrence> recurrences, int times) => recurrences.Sample(
        recurrence =>
        {
            var to = recurrence.Start.InUtc().ToInstant() + Duration.FromDays(30 * 365);
            return recurrence.Between(Instant.MinValue, to, Compared).Select(occurrence => occurrence.At).SequenceEqual(OtherEngine.Between(recurrence, to, Compared));
        },
        iter: times);
}
