using AsyncBot.Core.Messages;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>A half-open stretch of time in which the same people are on call for the same reasons; a gap where there is nobody.</summary>
public sealed record Stretch(Instant Start, Instant End, IReadOnlyList<Seat> Seats)
{
    public bool IsGap => Seats.Count == 0;

    public bool Has(PersonId person)
    {
        foreach (var seat in Seats)
        {
            if (seat.Person == person)
                return true;
        }

        return false;
    }

    // Records compare lists by reference.
    public bool Equals(Stretch? other) => other is not null && Start == other.Start && End == other.End && Seats.SequenceEqual(other.Seats);

    public override int GetHashCode() => HashCode.Combine(Start, End, Seats.Count);
}

/// <summary>One person on call, and why.</summary>
public readonly record struct Seat(PersonId Person, Reason Why);

/// <summary>One person's time on call without a break, whoever else is on call.</summary>
/// <param name="Whys">The reasons in the order in which they begin to hold, each once.</param>
public sealed record Shift(PersonId Person, Instant Start, Instant End, IReadOnlyList<Reason> Whys);

/// <summary>What decided that somebody is on call.</summary>
/// <param name="Layer">The position of the layer in its plan; of what was agreed about single times, -1.</param>
/// <param name="Change">The id of the override, exchange, cover or temporary schedule; 0 for a layer.</param>
/// <param name="InsteadOf">Whose turn it is otherwise, for covers and exchanges.</param>
public readonly record struct Reason(ReasonKind Kind, int Layer, int Change = 0, PersonId? InsteadOf = null);

/// <summary>The kinds of things that can decide it.</summary>
public enum ReasonKind
{
    Layer,
    Override,
    Take,
    Exchange,
    Cover,
    Temporary,
}
