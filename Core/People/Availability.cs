using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Whether somebody can be reached at a time, and why. Whatever asks, nudges or assigns people asks this, so that all of it says the same.</summary>
/// <param name="Because">The fact that decided.</param>
/// <param name="Back">When they can be reached next; null if they can be now, or if nobody knows.</param>
public sealed record Availability(Evidence Because, Instant? Back)
{
    public Standing Standing => Because.Standing;

    public bool IsAvailable => Standing == Standing.Available;

    /// <param name="seen">What their platform sees, for a question about now.</param>
    public static async Task<Availability> Of(Turn turn, PersonId person, Instant at, Presence? seen = null) =>
        (await Colleagues.Find(turn, person)).At(at, seen);
}
