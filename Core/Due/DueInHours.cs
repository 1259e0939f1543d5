using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>What is told of due items in the hours of people, for when those change.</summary>
public sealed class DueInHours : IHoursBound
{
    public async Task Replan(Turn turn, PersonId person)
    {
        foreach (var item in await DueList.Waiting(turn, person))
            await DueBook.Replan(turn, item);
    }

    public async Task<int?> ReplanAll(Turn turn, int from)
    {
        var (items, next) = await Series.Part(turn, DueItem.Type, from);
        foreach (var item in items.Where(each => each.Value.IsOpen))
            await DueBook.Replan(turn, item);
        return next;
    }
}
