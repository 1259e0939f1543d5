using AsyncBot.Core.Messages;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>
/// Who is on call, computed from the plan each time it is asked: the one answer behind every text, notice, picture, feed and page, so that none
/// of them knows of an override that another has not heard of.
/// </summary>
public sealed class Schedule
{
    /// <summary>How far around an instant the beginning and the end of a stretch are looked for.</summary>
    public static readonly Duration Reach = Duration.FromDays(1_100);

    private static readonly Duration[] Looks = [Duration.FromDays(8), Duration.FromDays(64), Reach];

    private readonly LayerLine[] _layers;
    private readonly Changes _changes;

    public Schedule(Plan plan)
    {
        Plan = plan;
        _layers = Sorted(plan.Layers);
        _changes = new Changes(plan);
    }

    public Plan Plan { get; }

    /// <summary>Everybody who is on call at an instant; empty in a gap.</summary>
    public IReadOnlyList<Seat> At(Instant at)
    {
        var everybody = new Everybody();
        var priority = int.MinValue;
        foreach (var layer in _layers)
        {
            if (!everybody.IsNobody && layer.Priority < priority && !Plan.IsUnion)
                break;
            if (layer.At(at) is not { Length: > 0 } here)
                continue;
            priority = layer.Priority;
            everybody.Add(here);
        }

        return _changes.Apply(everybody.Seats, at);
    }

    /// <summary>
    /// The final schedule: stretches without holes from the one instant to the other, cut there; gaps are those that have nobody. Two that touch
    /// differ.
    /// </summary>
    public IReadOnlyList<Stretch> Between(Instant from, Instant to)
    {
        var stretches = new List<Stretch>();
        foreach (var (start, end, layers) in _changes.Split(Sweep.Of(_layers, Plan.IsUnion, from, to)))
        {
            var seats = _changes.Apply(layers, start);
            if (stretches.Count > 0 && IsSame((Seat[])stretches[^1].Seats, seats))
                stretches[^1] = stretches[^1] with { End = end };
            else
                stretches.Add(new Stretch(start, end, seats));
        }

        return stretches;
    }

    /// <summary>
    /// The stretch that holds an instant, at its full length; what lasts longer than <see cref="Reach"/> is cut there.
    /// </summary>
    public Stretch Around(Instant at)
    {
        foreach (var look in Looks)
        {
            var found = Between(at - look, at + look).First(stretch => stretch.Start <= at && at < stretch.End);
            if ((found.Start > at - look && found.End < at + look) || look == Reach)
                return found;
        }

        throw new InvalidOperationException("The last look takes what there is.");
    }

    /// <summary>The stretches after the one that holds an instant, as far as <see cref="Reach"/>; the last one is cut there.</summary>
    public IEnumerable<Stretch> After(Instant at)
    {
        var from = Around(at).End;
        foreach (var look in Looks)
        {
            var to = at + look;
            if (from >= to)
                continue;
            var stretches = Between(from, to);
            foreach (var stretch in stretches.Take(look == Reach ? stretches.Count : stretches.Count - 1))
            {
                yield return stretch;
                from = stretch.End;
            }
        }
    }

    /// <summary>The times in which nobody is on call, in order and apart.</summary>
    public IReadOnlyList<Interval> Gaps(Instant from, Instant to) =>
        [.. Between(from, to).Where(stretch => stretch.IsGap).Select(gap => new Interval(gap.Start, gap.End))];

    /// <summary>Each person's time on call without a break, by start and then by name; cut at both ends of the span.</summary>
    public IReadOnlyList<Shift> Shifts(Instant from, Instant to)
    {
        var shifts = new List<Shift>();
        var open = new Dictionary<PersonId, Shift>();
        foreach (var stretch in Between(from, to))
        {
            foreach (var (person, why) in stretch.Seats)
            {
                open[person] = open.TryGetValue(person, out var shift)
                    ? shift with { End = stretch.End, Whys = shift.Whys.Contains(why) ? shift.Whys : [.. shift.Whys, why] }
                    : new Shift(person, stretch.Start, stretch.End, [why]);
            }

            foreach (var over in open.Values.Where(shift => shift.End < stretch.End).ToList())
            {
                shifts.Add(over);
                open.Remove(over.Person);
            }
        }

        return [.. shifts.Concat(open.Values).OrderBy(shift => shift.Start).ThenBy(shift => shift.Person.Value, StringComparer.Ordinal)];
    }

    private static bool IsSame(Seat[] one, Seat[] other) => one == other || one.AsSpan().SequenceEqual(other);

    /// <summary>The highest first; of the same height in their order.</summary>
    private static LayerLine[] Sorted(IReadOnlyList<Layer> layers)
    {
        var sorted = new LayerLine[layers.Count];
        for (var position = 0; position < sorted.Length; position++)
        {
            var line = new LayerLine(layers[position], position);
            var at = position;
            for (; at > 0 && sorted[at - 1].Priority < line.Priority; at--)
                sorted[at] = sorted[at - 1];
            sorted[at] = line;
        }

        return sorted;
    }
}
