using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Turns;

/// <summary>What one feature has scheduled for a person on the clock of a zone, so that whoever moves decides whether it moves with them.</summary>
public interface IZoneBound
{
    /// <summary>What the person scheduled on that zone's clock and may still change, a sentence each.</summary>
    Task<IReadOnlyList<Rich>> On(Turn turn, PersonId person, string zone);

    /// <summary>Has the same happen at the same time of day of another zone.</summary>
    Task Move(Turn turn, PersonId person, string from, string to);
}
