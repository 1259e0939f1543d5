using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>When the windows of check-ins open, for when somebody's clock, or the rules of clocks, change.</summary>
public sealed class CheckInsInHours : IHoursBound
{
    public async Task Replan(Turn turn, PersonId person)
    {
        foreach (var each in await CheckInBook.Of(turn, person))
            CheckInPlan.Renew(turn, each.Value.Number);
    }

    public async Task<int?> ReplanAll(Turn turn, int from)
    {
        if (from > 0)
            return null;
        foreach (var each in await CheckInBook.All(turn))
            CheckInPlan.Renew(turn, each.Value.Number);
        return null;
    }
}
