using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Whoever leaves is asked no more, and what they kept passes to the admins.</summary>
public sealed class CheckInsOfLeavers : ILeaving
{
    public async Task Left(Turn turn, PersonId person)
    {
        foreach (var each in await CheckInBook.All(turn))
        {
            if (each.Value.Owner == person || each.Value.Asks(person))
                CheckInPlan.Renew(turn, each.Value.Number);
        }
    }
}
