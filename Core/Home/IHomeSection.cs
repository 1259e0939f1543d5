using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Home;

/// <summary>What one feature shows on somebody's page.</summary>
public interface IHomeSection
{
    /// <summary>Nothing where there is nothing to show.</summary>
    Task<IReadOnlyList<Block>> Of(Turn turn, PersonId person);
}
