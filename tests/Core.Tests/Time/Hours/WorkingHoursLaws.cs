using AsyncBot.Core.Time.Hours;
using CsCheck;

namespace AsyncBot.Core.Tests.Time;

public sealed class WorkingHoursLaws
{
    private static readonly Gen<Duration> Stretches = Gen.Int[0, 30 * 1_440].Select(minutes => Duration.FromMinutes(minutes));

    [Test]
    public void Work_is_on_when_the_wall_clock_shows_hours_of_the_week_that_nothing_cancels() =>
        Gen.Select(Weeks.Hours, Weeks.Moments).Sample(
            (hours, at) =>
            {
                var zone = DateTimeZoneProviders.Tzdb[hours.Zone];
                var wall = at.InZone(zone).LocalDateTime;

                // A repeated hour belongs to the work that begins or ends in it, whatever the clock shows.
                return zone.MapLocal(wall).Count > 1 || hours.At(at).IsWorking == IsOn(hours, wall, at);
            },
            iter: 20_000);

    [Test]
    public void Stretches_are_in_order_apart_and_within_what_was_asked() =>
        Gen.Select(Weeks.Hours, Weeks.Moments, Stretches).Sample(
            (hours, from, length) =>
            {
                var work = hours.Between(from, from + length);
                return work.All(one => one.Start >= from && one.End <= from + length && one.Start < one.End)
                    && work.Zip(work.Skip(1)).All(pair => pair.First.End < pair.Second.Start)
                    && work.All(one => hours.At(one.Start).IsWorking && (one.End == from + length || !hours.At(one.End).IsWorking));
            },
            iter: 2_000);

    [Test]
    public void Working_time_adds_up_and_the_instant_after_it_is_where_it_has_passed() =>
        Gen.Select(Weeks.Hours, Weeks.Moments, Stretches, Stretches).Sample(
            (hours, from, one, two) =>
            {
                var middle = from + one;
                var sum = hours.WorkingTime(from, middle) + hours.WorkingTime(middle, middle + two);
                var isWhole = sum == hours.WorkingTime(from, middle + two) && sum == hours.Between(from, middle + two).Aggregate(Duration.Zero, (total, work) => total + work.Duration);
                var working = Duration.FromTicks(one.BclCompatibleTicks / 8);
                return isWhole && (hours.After(from, working) is not { } after || hours.WorkingTime(from, after) == working);
            },
            iter: 2_000);

    [Test]
    public void The_current_or_next_stretch_is_the_first_of_those_to_come() =>
        Gen.Select(Weeks.Hours, Weeks.Moments).Sample(
            (hours, at) =>
            {
                var next = hours.CurrentOrNext(at, Duration.FromDays(21));
                var first = hours.Between(at, at + Duration.FromDays(21)).Select(work => (Interval?)work).FirstOrDefault();
                return next is not { } one ? first is null : first is { } other && Instant.Max(one.Start, at) == other.Start && Instant.Min(one.End, at + Duration.FromDays(21)) == other.End;
            },
            iter: 2_000);

    [Test]
    public void Shared_hours_are_where_so_many_work_and_nowhere_else() =>
        Gen.Select(Weeks.Hours.List[1, 5], Weeks.Moments, Gen.Int[0, 7 * 1_440 - 1]).Sample(
            (people, from, minutes) =>
            {
                var at = from + Duration.FromMinutes(minutes);
                var shared = SharedHours.Of(people, from, from + Duration.FromDays(7), 1).Where(stretch => stretch.When.Contains(at)).SelectMany(stretch => stretch.Who);
                return shared.SequenceEqual(Enumerable.Range(0, people.Count).Where(who => people[who].At(at).IsWorking));
            },
            iter: 2_000);

    private static bool IsOn(WorkingHours hours, LocalDateTime wall, Instant at) =>
        !hours.Absences.Any(absence => absence.From <= at && at < absence.To)
        && new[] { wall.Date, wall.Date.PlusDays(-1) }
            .Where(date => !hours.Holidays.Any(holiday => holiday.Date == date))
            .Any(date => hours.Week.Windows.Any(window =>
                window.Day == date.DayOfWeek && date + window.From <= wall && wall < date.PlusDays(window.To <= window.From ? 1 : 0) + window.To));
}
