using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Turns;

/// <summary>What one feature does when somebody leaves the workspace, so that nothing of theirs waits for somebody who will never come.</summary>
public interface ILeaving
{
    /// <summary>May be called again for the same person; what was done then is not done twice.</summary>
    Task Left(Turn turn, PersonId person);
}
