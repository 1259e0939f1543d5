using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Attention;

/// <summary>How many messages somebody got of the kinds that may wait.</summary>
public sealed class NagData : IPersonalData
{
    public string Name => "nags";

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person) =>
        await turn.Find(NagBudget.Type, person.Value) is { Value: var spent }
            ? [new Dictionary<string, object?> { ["day"] = Time.Clock.Iso(spent.Day), ["messages that may wait"] = spent.Count }]
            : [];

    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        if (await turn.Find(NagBudget.Type, person.Value) is { } spent)
            turn.Batch.Delete(NagBudget.Type, person.Value, spent.Version);
        return null;
    }
}
