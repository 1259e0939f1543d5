using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Home;

/// <summary>That somebody has a page, and nothing on it after they are forgotten.</summary>
public sealed class HomeData : IPersonalData
{
    public string Name => "home";

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person) =>
        await turn.Find(HomePage.Type, person.Value) is null ? [] : [new Dictionary<string, object?> { ["opened"] = true }];

    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        if (await turn.Find(HomePage.Type, person.Value) is not { } page)
            return null;
        turn.Batch.Delete(HomePage.Type, person.Value, page.Version);
        turn.PublishHome(person, Card.Of($"I forgot what was here."));
        return null;
    }
}
