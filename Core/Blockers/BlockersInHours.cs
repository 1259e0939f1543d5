using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>What is told of blockers in the hours of people, for when those change.</summary>
public sealed class BlockersInHours : IHoursBound
{
    private const int AtOnce = 200;

    public async Task Replan(Turn turn, PersonId person)
    {
        foreach (var blocker in await BlockerList.OpenOf(turn, person))
            await BlockerBook.Replan(turn, blocker);
    }

    public async Task<int?> ReplanAll(Turn turn, int from)
    {
        var last = await turn.LastNumber(Blocker.Kind);
        for (var number = from + 1; number <= Math.Min(last, from + AtOnce); number++)
        {
            if (await turn.Find(Blocker.Type, Blocker.IdOf(number)) is { Value.IsOpen: true } blocker)
                await BlockerBook.Replan(turn, blocker);
        }

        return from + AtOnce < last ? from + AtOnce : null;
    }
}
