using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>What one feature reckons from people's hours. It is asked to reckon anew when hours, absences, zones or days off change.</summary>
public interface IHoursBound
{
    /// <summary>Reckons anew what is told to one person.</summary>
    Task Replan(Turn turn, PersonId person);

    /// <summary>The same for everybody, a part at a time.</summary>
    /// <param name="from">Where to go on; 0 at first.</param>
    /// <returns>Where to go on in another turn; null when nothing is left.</returns>
    Task<int?> ReplanAll(Turn turn, int from);
}
