using AsyncBot.Core.Messages;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>All that decides who is on call: the layers, and what was agreed about single stretches of time. Spans are half-open.</summary>
/// <param name="IsUnion">Whether everybody of every layer is on call, and not only the highest.</param>
public sealed record Plan(
    IReadOnlyList<Layer> Layers,
    bool IsUnion = false,
    IReadOnlyList<Override>? Overrides = null,
    IReadOnlyList<Exchange>? Exchanges = null,
    IReadOnlyList<Cover>? Covers = null,
    IReadOnlyList<Temporary>? Temporaries = null,
    IReadOnlyList<Departure>? Departures = null,
    IReadOnlyList<Pause>? Pauses = null)
{
    public IReadOnlyList<Override> Overrides { get; init; } = Overrides ?? [];

    public IReadOnlyList<Exchange> Exchanges { get; init; } = Exchanges ?? [];

    public IReadOnlyList<Cover> Covers { get; init; } = Covers ?? [];

    public IReadOnlyList<Temporary> Temporaries { get; init; } = Temporaries ?? [];

    public IReadOnlyList<Departure> Departures { get; init; } = Departures ?? [];

    public IReadOnlyList<Pause> Pauses { get; init; } = Pauses ?? [];
}

/// <summary>Somebody is on call alone, whatever the layers say.</summary>
/// <param name="Id">Names it within its plan.</param>
/// <param name="Rank">Of several at a time the highest decide.</param>
/// <param name="IsTake">Whether they took it themselves.</param>
/// <param name="By">Who put them on call; null where they did it themselves.</param>
public sealed record Override(int Id, PersonId Person, Instant Start, Instant End, int Rank = 0, bool IsTake = false, PersonId? By = null);

/// <summary>One person more, one less, or one instead of another where that one is on call.</summary>
public sealed record Exchange(int Id, Instant Start, Instant End, PersonId? Add = null, PersonId? Remove = null);

/// <summary>
/// Somebody asked for cover. Until it is taken it changes nothing; then the taker is on call wherever the asker would be, but where an override
/// puts the asker on call that was made since.
/// </summary>
/// <param name="Knows">The latest id in the plan when it was taken: overrides with a higher one were made since.</param>
public sealed record Cover(int Id, PersonId Asker, Instant Start, Instant End, PersonId? TakenBy = null, int Knows = int.MaxValue);

/// <summary>Nothing else counts for a while.</summary>
public sealed record Temporary(int Id, Instant Start, Instant End, IReadOnlyList<TemporaryShift> Shifts);

/// <summary>Who is on call in a temporary schedule; what is outside its span does not count.</summary>
public sealed record TemporaryShift(PersonId Person, Instant Start, Instant End);

/// <summary>Somebody left the workspace: from then on nobody has their turns.</summary>
public sealed record Departure(PersonId Person, Instant At);

/// <summary>Nobody is on call.</summary>
/// <param name="End">Null while it lasts.</param>
public sealed record Pause(Instant Start, Instant? End = null);
