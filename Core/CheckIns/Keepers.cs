using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Those who look after a check-in: who made it; after they left the admins who see it, and where there are none its members.</summary>
internal static class Keepers
{
    /// <param name="news">What is told, with whose it is to keep.</param>
    public static async Task Tell(Turn turn, CheckIn checkIn, Func<Rich, Rich> news)
    {
        if (checkIn.Owner is { } owner && await turn.Find(owner) is { IsGone: false })
        {
            turn.Post(ConversationId.Of(owner), Card.Of(news($"{owner}")));
            return;
        }

        var admins = await AdminsOf(turn, checkIn);
        foreach (var admin in admins)
            turn.Post(ConversationId.Of(admin), Card.Of(news($"the admins’")));
        if (admins.Count == 0 && await turn.Find(checkIn.Channel) is { IsArchived: false })
            turn.Post(checkIn.Home, Card.Of(news($"its members’")));
    }

    /// <summary>Who keeps it, as people are told.</summary>
    public static async Task<Rich> Name(Turn turn, CheckIn checkIn) => checkIn.Owner is { } owner ? $"{owner}"
        : (await AdminsOf(turn, checkIn)).Count > 0 ? (Rich)$"the admins" : $"its members";

    /// <summary>Whether whoever sees it may change it because nobody else can.</summary>
    public static async Task<bool> AreMembers(Turn turn, CheckIn checkIn) => checkIn.Owner is null && (await AdminsOf(turn, checkIn)).Count == 0;

    /// <summary>Those who see it; to others it does not exist.</summary>
    private static Task<IReadOnlyList<PersonId>> AdminsOf(Turn turn, CheckIn checkIn) => turn.Once((typeof(Keepers), checkIn.Channel), async () =>
    {
        var seeing = new List<PersonId>();
        foreach (var admin in await turn.Admins())
        {
            if (await turn.Sees(admin.Id, checkIn.Home))
                seeing.Add(admin.Id);
        }

        return (IReadOnlyList<PersonId>)seeing;
    });
}
