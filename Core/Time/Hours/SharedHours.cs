namespace AsyncBot.Core.Time.Hours;

/// <summary>A stretch of time in which the same people work, so that a meeting or a call can be put there.</summary>
/// <param name="Who">Positions in the list that was asked about, in order.</param>
public sealed record SharedHours(Interval When, IReadOnlyList<int> Who)
{
    /// <summary>The stretches between two instants in which at least so many work, in order. A new one begins when somebody starts or stops.</summary>
    /// <param name="atLeast">At least 1.</param>
    public static IReadOnlyList<SharedHours> Of(IReadOnlyList<WorkingHours> people, Instant from, Instant to, int atLeast)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        var edges = new List<(Instant At, int Who, bool IsStart)>();
        for (var who = 0; who < people.Count; who++)
        {
            foreach (var work in people[who].Between(from, to))
            {
                edges.Add((work.Start, who, true));
                edges.Add((work.End, who, false));
            }
        }

        edges.Sort((one, other) => one.At.CompareTo(other.At));
        var shared = new List<SharedHours>();
        var working = new SortedSet<int>();
        for (var i = 0; i < edges.Count;)
        {
            var at = edges[i].At;
            for (; i < edges.Count && edges[i].At == at; i++)
            {
                if (edges[i].IsStart)
                    working.Add(edges[i].Who);
                else
                    working.Remove(edges[i].Who);
            }

            if (working.Count >= atLeast)
                shared.Add(new SharedHours(new Interval(at, edges[i].At), [.. working]));
        }

        return shared;
    }

    // Records compare lists by reference.
    public bool Equals(SharedHours? other) => other is not null && When == other.When && Who.SequenceEqual(other.Who);

    public override int GetHashCode() => HashCode.Combine(When, Who.Count);
}
