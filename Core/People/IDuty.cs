using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Knows who has a duty at the moment, so that whoever looks for help finds those first whose turn it is to help.</summary>
public interface IDuty
{
    /// <summary>Who has a duty now, the rotations of that conversation first; only what <paramref name="asker"/> may know. Each person once.</summary>
    Task<IReadOnlyList<OnDuty>> Now(Turn turn, PersonId asker, ConversationId home);
}

/// <summary>Somebody whose turn it is.</summary>
/// <param name="Why">As the end of a sentence that names them: “on call for support until …”.</param>
/// <param name="Until">When their turn ends; null where it never does.</param>
public sealed record OnDuty(PersonId Person, Rich Why, Instant? Until);
