using System.Text.Json.Serialization;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>How long a turn is, and when it is handed over, on the clocks of one place, so that the handoff stays at nine when these change.</summary>
/// <param name="Zone">An IANA id.</param>
/// <param name="Length">How many units; at least 1.</param>
/// <param name="Anchor">The handoff with which turn 0 begins. A month from the 31st is the last day of shorter months.</param>
/// <param name="Days">The days that count, for turns of hours and days: with Monday to Friday, the day after a Friday is a Monday. All where empty.</param>
/// <param name="KeepsEmpty">Whether a turn that the clocks leave no time for uses nobody up.</param>
public sealed record HandoffRule(
    string Zone, TurnUnit Unit, int Length, LocalDateTime Anchor, IReadOnlyList<IsoDayOfWeek>? Days = null, bool KeepsEmpty = false)
{
    public const int Longest = 9_000;

    public int Length { get; } = Length is >= 1 and <= Longest
        ? Length
        : throw new ArgumentOutOfRangeException(nameof(Length), Length, $"A turn has 1 to {Longest} units.");

    public IReadOnlyList<IsoDayOfWeek> Days { get; init; } = Days ?? [];

    /// <summary>The handoff with which a turn begins.</summary>
    public Instant Of(int turn) => new TurnLine(this).Handoff(turn);

    /// <summary>The handoffs from the one at or before <paramref name="from"/> to the first after <paramref name="to"/>.</summary>
    public IReadOnlyList<Instant> Between(Instant from, Instant to)
    {
        var line = new TurnLine(this);
        var handoffs = new List<Instant>();
        for (var turn = line.TurnAt(from); ; turn++)
        {
            var at = line.Handoff(turn);
            if (handoffs.Count == 0 || handoffs[^1] != at)
                handoffs.Add(at);
            if (at > to)
                return handoffs;
        }
    }

    /// <summary>The number by which people take the turn that holds an instant.</summary>
    public int NumberAt(Instant at)
    {
        var line = new TurnLine(this);
        return line.Number(line.TurnAt(at));
    }

    /// <summary>The turn that holds an instant.</summary>
    public Interval TurnOf(Instant at)
    {
        var line = new TurnLine(this);
        var turn = line.TurnAt(at);
        return new Interval(line.Handoff(turn), line.Handoff(turn + 1));
    }
}

/// <summary>What turns are counted in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TurnUnit>))]
public enum TurnUnit
{
    Hour,
    Day,
    Week,
    Month,
}
