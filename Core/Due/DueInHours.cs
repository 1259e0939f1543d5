using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>What is told of due items in the hours of people, for when those change.</summary>
public sealed class DueInHours : IHoursBound
{
    private const int AtOnce = 200;

    public async Task Replan(Turn turn, PersonId person)
    {
        foreach (var item in await DueList.Waiting(turn, person))
            await DueBook.Replan(turn, item);
    }

    public async Task<int?> ReplanAll(Turn turn, int from)
    {
        var last = await turn.LastNumber(DueItem.Kind);
        for (var number = from + 1; number <= Math.Min(last, from + AtOnce); number++)
        {
            if (await turn.Find(DueItem.Type, DueItem.IdOf(number)) is { Value.IsOpen: true } item)
                await DueBook.Replan(turn, item);
        }

        return from + AtOnce < last ? from + AtOnce : null;
    }
}
