using System.Text.Json.Serialization;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>Some people who take turns, within some hours. Of several layers the highest that has somebody decides.</summary>
/// <param name="Rosters">Who takes turns, from which turn on; the first holds for all turns before it, too.</param>
/// <param name="Handoffs">Null where the first group always has it, or where <paramref name="Occurrences"/> say when.</param>
/// <param name="Occurrences">Stretches that come round by a calendar's rule, instead of turns.</param>
/// <param name="Hours">Outside of these nobody of this layer is on call; any of several will do. No limit where empty.</param>
/// <param name="BeginsAtAnchor">Whether nobody is on call before turn 0.</param>
/// <param name="Since">Nobody of it is on call before, wherever its turns are counted from; null for always.</param>
public sealed record Layer(
    int Priority,
    IReadOnlyList<Roster> Rosters,
    HandoffRule? Handoffs = null,
    Occurrences? Occurrences = null,
    IReadOnlyList<ZonedWeek>? Hours = null,
    bool BeginsAtAnchor = false,
    Instant? Since = null)
{
    public IReadOnlyList<ZonedWeek> Hours { get; init; } = Hours ?? [];

    /// <summary>Whether anybody takes turns in it from now on, or from the next handoff; one without is there for what is past.</summary>
    [JsonIgnore]
    public bool HasPeople => Rosters[^1].Groups.Any(group => group.Count > 0);
}

/// <summary>The people who take turns from one turn on, so that a change of the roster moves nobody's past and present shifts.</summary>
/// <param name="FromTurn">The number of the first turn for which this holds.</param>
/// <param name="Groups">In their order; a group has a turn together.</param>
/// <param name="First">The position of the group that has that turn.</param>
public sealed record Roster(int FromTurn, IReadOnlyList<IReadOnlyList<PersonId>> Groups, int First = 0);

/// <summary>Weekly hours on the clocks of one place.</summary>
/// <param name="Zone">An IANA id.</param>
public sealed record ZonedWeek(WorkingWeek Week, string Zone);
