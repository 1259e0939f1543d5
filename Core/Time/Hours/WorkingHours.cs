namespace AsyncBot.Core.Time.Hours;

/// <summary>When somebody works, on their own clock, so that nobody has to do sums with zones, nights, holidays and the change of clocks.</summary>
/// <param name="Zone">An IANA id, such as Europe/Lisbon.</param>
/// <param name="Assumed">Nobody said so; it is only likely, and what is shown must say that.</param>
public sealed record WorkingHours(
    WorkingWeek Week, string Zone, IReadOnlyList<Absence>? Absences = null, IReadOnlyList<Holiday>? Holidays = null, bool Assumed = false)
{
    /// <summary>How far any question looks, at most.</summary>
    public static readonly Duration Furthest = Duration.FromDays(3_660);

    /// <summary>How far ahead the next stretch of work is looked for, unless said otherwise.</summary>
    public static readonly Duration Ahead = Duration.FromDays(366);

    public IReadOnlyList<Absence> Absences { get; init; } = Absences ?? [];

    public IReadOnlyList<Holiday> Holidays { get; init; } = Holidays ?? [];

    /// <summary>
    /// The stretch of work that <paramref name="at"/> lies in, or else the next one. Work that goes on for days begins at most two days back
    /// and ends where the look ends.
    /// </summary>
    /// <returns>Null if there is none within the time looked at.</returns>
    public Interval? CurrentOrNext(Instant at, Duration? within = null)
    {
        foreach (var work in WorkIntervals.From(this, at, WorkIntervals.Bounded(at) + (within ?? Ahead)))
            return work;
        return null;
    }

    /// <summary>Whether work is on, why not, and when that changes.</summary>
    public WorkState At(Instant at) => WorkStates.Of(this, at);

    /// <summary>
    /// The stretches of work at or after <paramref name="from"/> and before <paramref name="to"/>, cut there, in order and apart from each other.
    /// </summary>
    public IReadOnlyList<Interval> Between(Instant from, Instant to) => [.. Cut(from, to)];

    /// <summary>How much of the time between is work; only the first ten years of it are looked at.</summary>
    public Duration WorkingTime(Instant from, Instant to)
    {
        var sum = Duration.Zero;
        foreach (var work in Cut(from, to))
            sum += work.Duration;
        return sum;
    }

    /// <summary>The instant at which so much working time has passed since <paramref name="from"/>; null if it does not pass within ten years.</summary>
    public Instant? After(Instant from, Duration working)
    {
        if (working <= Duration.Zero)
            return from;
        foreach (var work in Cut(from, Instant.MaxValue))
        {
            if (work.Duration >= working)
                return work.Start + working;
            working -= work.Duration;
        }

        return null;
    }

    // Records compare lists by reference.
    public bool Equals(WorkingHours? other) =>
        other is not null && Week == other.Week && Zone == other.Zone && Assumed == other.Assumed
        && Absences.SequenceEqual(other.Absences) && Holidays.SequenceEqual(other.Holidays);

    public override int GetHashCode() => HashCode.Combine(Week, Zone, Assumed, Absences.Count, Holidays.Count);

    private IEnumerable<Interval> Cut(Instant from, Instant to)
    {
        foreach (var work in WorkIntervals.From(this, from, to))
            yield return new Interval(Instant.Max(work.Start, from), Instant.Min(work.End, to));
    }
}
