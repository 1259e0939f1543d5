using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>Which shifts a calendar shows, and under which names.</summary>
public sealed class FeedShiftTests
{
    private static readonly PersonId Ana = new("ana");
    private static readonly PersonId Ben = new("ben");
    private static readonly PersonId Emi = new("emi");
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly Instant From = At(2026, 2, 25, 12);
    private static readonly Instant To = At(2027, 3, 1, 12);

    private static readonly Plan Weekly = new([new Layer(
        0, [new Roster(0, [[Ana], [Ben], [Emi]])], new HandoffRule("America/New_York", TurnUnit.Week, 1, new LocalDateTime(2026, 3, 2, 9, 0)))]);

    [Test]
    public void Shifts_at_the_edges_are_whole()
    {
        var shifts = Between(Weekly);

        Assert.That((shifts[0].Shift.Start, shifts[0].Shift.End), Is.EqualTo((At(2026, 2, 23, 9), At(2026, 3, 2, 9))));
        Assert.That((shifts[^1].Shift.Start, shifts[^1].Shift.End), Is.EqualTo((At(2027, 3, 1, 9), At(2027, 3, 8, 9))));
        Assert.That(shifts, Has.Count.EqualTo(54));
    }

    [Test]
    public void A_shift_keeps_its_name_from_day_to_day()
    {
        var today = NamesOf(Weekly);
        var later = FeedShift.Between(new Schedule(Weekly), From + Duration.FromDays(10), To + Duration.FromDays(10), _ => true)
            .Where(shift => shift.Shift.Start < To).ToDictionary(shift => shift.Shift.Start, shift => shift.Name("x"));

        Assert.That(later, Has.Count.EqualTo(53));
        Assert.That(later.Where(shift => today[shift.Key] != shift.Value), Is.Empty);
    }

    [Test]
    public void A_shift_that_somebody_else_has_instead_keeps_its_name_in_the_rotation()
    {
        var overridden = Weekly with { Overrides = [new Override(1, new PersonId("sam"), At(2026, 3, 2, 9), At(2026, 3, 9, 9))] };

        Assert.That(NamesOf(overridden), Is.EqualTo(NamesOf(Weekly)));
        Assert.That(Between(overridden)[1].Shift.Person.Value, Is.EqualTo("sam"));
    }

    [Test]
    public void What_is_left_of_a_shift_keeps_its_name_for_whoever_has_it()
    {
        var before = NamesOf(Weekly, Ana);
        foreach (var (from, to) in new[] { (9, 20), (12, 15), (20, 33) })
        {
            var covered = Weekly with { Covers = [new Cover(1, Ana, At(2026, 3, 2, 0) + Duration.FromHours(from), At(2026, 3, 2, 0) + Duration.FromHours(to), Ben)] };
            var after = NamesOf(covered, Ana);

            Assert.That(after.Values, Is.SupersetOf(before.Values), $"{from} to {to}");
            Assert.That(after.Values, Is.Unique);
        }
    }

    [Test]
    public void Names_are_never_given_twice_in_a_calendar()
    {
        Plan pairs = new([new Layer(0, [new Roster(0, [[Ana, Ben], [Ben, Emi]])], Weekly.Layers[0].Handoffs)]);
        var office = new ZonedWeek(WorkingWeek.Usual, "America/New_York");
        Plan hours = new([Weekly.Layers[0] with { Hours = [office] }]);
        var layers = Weekly with { Layers = [Weekly.Layers[0], pairs.Layers[0] with { Priority = 1, Hours = [office] }], IsUnion = true };

        foreach (var plan in new[] { Weekly, pairs, hours, layers })
            Assert.That(Between(plan).Select(shift => shift.Name("x")), Is.Unique);
        Assert.That(Between(Weekly)[0].Name("x"), Is.Not.EqualTo(Between(Weekly)[0].Name("y")));
    }

    [Test]
    public void Whoever_is_always_on_call_has_one_event_that_keeps_its_name()
    {
        Plan always = new([new Layer(0, [new Roster(0, [[Ana]])])]);
        var today = Between(always).Single();
        var tomorrow = FeedShift.Between(new Schedule(always), From + Duration.FromDays(1), To + Duration.FromDays(1), _ => true).Single();

        Assert.That((today.Anchor, tomorrow.Name("x")), Is.EqualTo(((Instant?)null, today.Name("x"))));
        Assert.That(today.Shift.Start < From && today.Shift.End > To, Is.True);
    }

    [Test]
    public void The_shifts_are_those_of_the_schedule() => CsCheck.Check.Sample(Plans.Any, at =>
    {
        var (plan, from) = at;
        var to = from + Duration.FromDays(9);
        var schedule = new Schedule(plan);
        var shown = FeedShift.Between(schedule, from, to, _ => true);
        var cut = shown.Select(shift => (shift.Shift.Person.Value, Start: Instant.Max(shift.Shift.Start, from), End: Instant.Min(shift.Shift.End, to)));

        Assert.That(cut.Order(), Is.EqualTo(schedule.Shifts(from, to).Select(shift => (shift.Person.Value, shift.Start, shift.End)).Order()));
        Assert.That(shown.Select(shift => shift.Name("x")), Is.Unique);
    }, iter: 300);

    private static IReadOnlyList<FeedShift> Between(Plan plan, PersonId? only = null) =>
        FeedShift.Between(new Schedule(plan), From, To, shift => only is null || shift.Person == only);

    private static Dictionary<Instant, string> NamesOf(Plan plan, PersonId? only = null) =>
        Between(plan, only).ToDictionary(shift => shift.Shift.Start, shift => shift.Name("x"));

    private static Instant At(int year, int month, int day, int hour) => new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(Zone).ToInstant();
}
