using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>What is told of blockers in the hours of people, for when those change.</summary>
public sealed class BlockersInHours : IHoursBound
{
    public async Task Replan(Turn turn, PersonId person)
    {
        foreach (var blocker in await BlockerList.OpenOf(turn, person))
            await BlockerBook.Replan(turn, blocker);
    }

    public async Task<int?> ReplanAll(Turn turn, int from)
    {
        var (blockers, next) = await Series.Part(turn, Blocker.Type, from);
        foreach (var blocker in blockers.Where(each => each.Value.IsOpen))
            await BlockerBook.Replan(turn, blocker);
        return next;
    }
}
