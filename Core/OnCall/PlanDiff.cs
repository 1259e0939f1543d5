using AsyncBot.Core.Messages;

namespace AsyncBot.Core.OnCall;

/// <summary>Who gains and who loses which hours by a change, so that nobody is moved onto a holiday without hearing of it.</summary>
/// <param name="Gained">In order and apart.</param>
/// <param name="Lost">In order and apart.</param>
public sealed record PlanDiff(PersonId Person, IReadOnlyList<Interval> Gained, IReadOnlyList<Interval> Lost)
{
    private static readonly Duration Least = Duration.FromDays(56);
    private static readonly Duration Most = Duration.FromDays(185);

    /// <summary>Those for whom something is different, by name; nobody where nothing is.</summary>
    /// <param name="before">Null where there was no such rotation.</param>
    /// <param name="after">Null where there is none any more.</param>
    public static IReadOnlyList<PlanDiff> Of(Rotation? before, Rotation? after, Instant from)
    {
        var to = LooksUntil(before, after, from);
        var (had, has) = (SpansOf(before, from, to), SpansOf(after, from, to));
        return
        [
            .. had.Keys.Union(has.Keys).OrderBy(person => person.Value, StringComparer.Ordinal)
                .Select(person => new PlanDiff(
                    person,
                    Without(has.GetValueOrDefault(person, []), had.GetValueOrDefault(person, [])),
                    Without(had.GetValueOrDefault(person, []), has.GetValueOrDefault(person, []))))
                .Where(diff => diff.Gained.Count + diff.Lost.Count > 0),
        ];
    }

    /// <summary>As far as changes are told, and as far as single stretches of time that were changed go.</summary>
    public static Instant LooksUntil(Rotation? before, Rotation? after, Instant from)
    {
        var (was, now) = (EndsOf(before), EndsOf(after));
        return was.Except(now).Union(now.Except(was)).Select(each => each.End).Append(from + AheadOf((after ?? before)!)).Max();
    }

    /// <summary>How far ahead changes are told.</summary>
    public static Duration AheadOf(Rotation rotation) =>
        Duration.Max(Least, Duration.Min(Most, Duration.FromDays(2 * ShowSchedule.UsualDays(rotation))));

    /// <summary>What is in the one and not in the other.</summary>
    public static IReadOnlyList<Interval> Without(IReadOnlyList<Interval> one, IReadOnlyList<Interval> other)
    {
        var left = new List<Interval>();
        foreach (var span in one)
        {
            var start = span.Start;
            foreach (var gone in other.Where(each => each.End > span.Start && each.Start < span.End))
            {
                if (gone.Start > start)
                    left.Add(new Interval(start, gone.Start));
                start = Instant.Max(start, gone.End);
            }

            if (start < span.End)
                left.Add(new Interval(start, span.End));
        }

        return left;
    }

    /// <param name="until">What comes later does not count.</param>
    public static Duration Sum(IEnumerable<Interval> spans, Instant until) =>
        spans.Aggregate(Duration.Zero, (sum, span) => sum + Duration.Max(Duration.Zero, Instant.Min(span.End, until) - span.Start));

    private static IReadOnlyList<(object What, Instant End)> EndsOf(Rotation? rotation) => rotation is null ? [] :
    [
        .. rotation.Plan.Overrides.Select(each => ((object)each, each.End)),
        .. rotation.Plan.Covers.Where(each => each.TakenBy is not null).Select(each => ((object)each, each.End)),
    ];

    /// <summary>Each to its real end.</summary>
    private static Dictionary<PersonId, List<Interval>> SpansOf(Rotation? rotation, Instant from, Instant to)
    {
        if (rotation?.Schedule() is not { } schedule)
            return [];
        return schedule.Shifts(from, to).GroupBy(shift => shift.Person)
            .ToDictionary(each => each.Key, each => each.Select(shift => new Interval(shift.Start, Watch.Whole(schedule, shift, to).End)).ToList());
    }
}
