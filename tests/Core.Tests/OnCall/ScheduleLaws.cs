using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Tests.Time;
using CsCheck;

namespace AsyncBot.Core.Tests.OnCall;

public sealed class ScheduleLaws
{
    [Test]
    public void Who_is_on_call_is_what_the_layers_the_overrides_and_the_covers_say() => Plans.Any.Sample(
        sample =>
        {
            var schedule = new Schedule(sample.Plan);
            for (var at = sample.From; at < sample.From + Length(sample.From); at += Duration.FromMinutes(111))
            {
                if (!Names(schedule.At(at)).SequenceEqual(NaiveSchedule.At(sample.Plan, at)))
                    throw new InvalidOperationException($"{at}: {string.Join(' ', Names(schedule.At(at)))} and not {string.Join(' ', NaiveSchedule.At(sample.Plan, at))}");
            }
        },
        iter: 150);

    [Test]
    public void The_final_schedule_covers_the_span_exactly_and_says_what_each_minute_says() => Plans.Any.Sample(
        sample =>
        {
            var schedule = new Schedule(sample.Plan);
            var to = sample.From + Length(sample.From);
            var stretches = schedule.Between(sample.From, to);
            var isWhole = stretches[0].Start == sample.From && stretches[^1].End == to
                && stretches.Zip(stretches.Skip(1)).All(pair => pair.First.End == pair.Second.Start && !pair.First.Seats.SequenceEqual(pair.Second.Seats));
            return isWhole && stretches.All(each => each.Start < each.End
                && new[] { each.Start, each.Start + (each.End - each.Start) / 2, each.End - Duration.Epsilon }
                    .All(at => Names(each.Seats).SequenceEqual(NaiveSchedule.At(sample.Plan, at)))
                && each.Seats.SequenceEqual(schedule.At(each.Start)));
        },
        iter: 500);

    [Test]
    public void Shifts_and_gaps_together_are_the_whole_span_and_nobody_is_on_call_in_a_gap() => Plans.Any.Sample(
        sample =>
        {
            var schedule = new Schedule(sample.Plan);
            var to = sample.From + Length(sample.From);
            var shifts = schedule.Shifts(sample.From, to);
            var gaps = schedule.Gaps(sample.From, to);
            var union = Joined(shifts.Select(shift => new Interval(shift.Start, shift.End)).Concat(gaps));
            var isApart = gaps.All(gap => shifts.All(shift => shift.End <= gap.Start || shift.Start >= gap.End));
            return union is [var only] && only == new Interval(sample.From, to) && isApart && gaps.All(gap => schedule.At(gap.Start).Count == 0);
        },
        iter: 500);

    [Test]
    public void The_time_that_people_have_is_the_time_that_there_is_for_each_seat() => Plans.Any.Sample(
        sample =>
        {
            var schedule = new Schedule(sample.Plan);
            var to = sample.From + Length(sample.From);
            var had = schedule.Shifts(sample.From, to).Aggregate(Duration.Zero, (sum, shift) => sum + (shift.End - shift.Start));
            return had == schedule.Between(sample.From, to).Aggregate(Duration.Zero, (sum, each) => sum + (each.End - each.Start) * each.Seats.Count);
        },
        iter: 500);

    [Test]
    public void A_stretch_is_the_same_wherever_in_it_one_asks() => Plans.Any.Sample(
        sample =>
        {
            var schedule = new Schedule(sample.Plan);
            var around = schedule.Around(sample.From);
            var next = schedule.After(sample.From).FirstOrDefault();
            return around.Start <= sample.From && sample.From < around.End
                && (next is null || (next.Start == around.End && next == schedule.Around(next.Start) with { End = next.End } && !next.Seats.SequenceEqual(around.Seats)));
        },
        iter: 300);

    [Test]
    public void Handoffs_are_in_order_and_one_turn_holds_each_instant() => Gen.Select(Plans.Rule, Weeks.Moments).Sample(
        (rule, at) =>
        {
            var turn = rule.TurnOf(at);
            var handoffs = rule.Between(at, at + Duration.FromDays(30));
            return turn.Contains(at) && handoffs[0] == turn.Start && handoffs[1] == turn.End && handoffs.Zip(handoffs.Skip(1)).All(pair => pair.First < pair.Second);
        },
        iter: 5_000);

    private static IEnumerable<string> Names(IEnumerable<Seat> seats) => seats.Select(seat => seat.Person.Value).Order(StringComparer.Ordinal);

    private static List<Interval> Joined(IEnumerable<Interval> spans)
    {
        var joined = new List<Interval>();
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End)
                joined[^1] = new Interval(joined[^1].Start, Instant.Max(joined[^1].End, span.End));
            else
                joined.Add(span);
        }

        return joined;
    }

    /// <summary>Mostly some days, and now and then so long that a month ends and the clocks change within.</summary>
    private static Duration Length(Instant from) => Duration.FromDays(from.ToUnixTimeSeconds() / 60 % 10 == 0 ? 45 : 6);
}
