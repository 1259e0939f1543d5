using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Turns;

/// <summary>What one feature knows of a person, so that they can take it with them or have it forgotten. Every feature that stores anything has one.</summary>
public interface IPersonalData
{
    /// <summary>What it is called in an export.</summary>
    string Name { get; }

    /// <summary>Everything that the person made, an entry each, in plain values.</summary>
    Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person);

    /// <summary>Removes texts and replaces the person by <see cref="PersonId.Former"/>, a part at a time.</summary>
    /// <param name="from">Where to go on; 0 at first.</param>
    /// <returns>Where to go on in another turn; null when nothing is left.</returns>
    Task<int?> Forget(Turn turn, PersonId person, int from);
}
