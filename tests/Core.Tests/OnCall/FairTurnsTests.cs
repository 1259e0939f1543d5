using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.Tests.OnCall;

public sealed class FairTurnsTests
{
    private const string NewYork = "America/New_York";

    [Test]
    public void Fourteen_people_on_weekdays_all_serve_equally_over_a_year()
    {
        IReadOnlyList<PersonId>[] people = [.. Enumerable.Range(0, 14).Select(n => (IReadOnlyList<PersonId>)[new PersonId($"p{n:00}")])];
        var week = WorkingWeek.Read("mon-fri 9-17").Week!;
        var rule = new HandoffRule(NewYork, TurnUnit.Day, 1, new LocalDateTime(2026, 3, 2, 9, 0), [.. Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day)]);
        var schedule = new Schedule(new Plan([new Layer(0, [new Roster(0, people)], rule, null, [new ZonedWeek(week, NewYork)])]));

        var from = new LocalDateTime(2026, 3, 2, 0, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb[NewYork]).ToInstant();
        var shifts = schedule.Shifts(from, from + Duration.FromDays(52 * 7));

        var served = shifts.GroupBy(shift => shift.Person.Value).OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Count()).ToList();
        Assert.That(served, Has.Count.EqualTo(14));
        Assert.That(served.Sum(), Is.EqualTo(52 * 5));
        Assert.That(served.Max() - served.Min(), Is.LessThanOrEqualTo(1));
        Assert.That(shifts.Select(shift => shift.End - shift.Start).Distinct(), Is.EqualTo(new[] { Duration.FromHours(8) }));
    }

    [Test]
    public void A_change_of_the_roster_leaves_the_turns_before_it_as_they_were()
    {
        PersonId ana = new("ana"), ben = new("ben"), emi = new("emi");
        var rule = new HandoffRule(NewYork, TurnUnit.Week, 1, new LocalDateTime(2026, 3, 2, 9, 0));
        var before = new Schedule(new Plan([new Layer(0, [new Roster(0, [[ana], [ben], [emi]])], rule)]));
        var after = new Schedule(new Plan([new Layer(0, [new Roster(0, [[ana], [ben], [emi]]), new Roster(2, [[ana], [emi]], 1)], rule)]));

        var change = rule.Of(2);
        var year = Duration.FromDays(365);

        Assert.That(after.Between(change - year, change), Is.EqualTo(before.Between(change - year, change)));
        Assert.That(after.Shifts(change, change + Duration.FromDays(28)).Select(shift => shift.Person), Is.EqualTo(new[] { emi, ana, emi, ana }));
    }
}
