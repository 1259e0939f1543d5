using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Those who look after a check-in: who made it, and after they left the admins.</summary>
internal static class Keepers
{
    public static async Task Tell(Turn turn, CheckIn checkIn, Rich news)
    {
        foreach (var keeper in await Of(turn, checkIn))
            turn.Post(ConversationId.Of(keeper), Card.Of(news));
    }

    private static async Task<IReadOnlyList<PersonId>> Of(Turn turn, CheckIn checkIn) =>
        checkIn.Owner is { } owner && await turn.Find(owner) is { IsGone: false } ? [owner] : [.. (await turn.Admins()).Select(admin => admin.Id)];
}
