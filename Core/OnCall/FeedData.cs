using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Which calendars somebody reads elsewhere. Their addresses are no part of an export, which others may get to see.</summary>
public sealed class FeedData : IPersonalData
{
    public string Name => "calendars";

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person) =>
        [.. (await turn.Query(Feed.Type, Feed.Of(person))).Select(stored => new Dictionary<string, object?>
        {
            ["rotation"] = stored.Value.Rotation,
            ["since"] = stored.Value.Since.ToString(),
        })];

    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        foreach (var feed in await turn.Query(Feed.Type, Feed.Of(person)))
            turn.Delete(Feed.Type, feed);
        return null;
    }
}
