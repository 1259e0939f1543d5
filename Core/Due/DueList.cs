using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>The orders in which due items are read.</summary>
public static class DueList
{
    public const string Open = "open";
    public const string Closed = "closed";

    /// <summary>Reminders that were told and that nobody answered.</summary>
    public const string Told = "told";

    /// <summary>What somebody or a channel has to do, and what lives in a channel.</summary>
    public static string KeyOf(ConversationId whose, string state) => $"{whose} {state}";

    /// <summary>What somebody asked of others.</summary>
    public static string KeyOfGiven(PersonId asker, string state) => $"given {asker} {state}";

    /// <summary>By when they are due.</summary>
    public static Task<IReadOnlyList<Stored<DueItem>>> Read(Turn turn, string key, int take, bool newest = false) =>
        turn.Query(DueItem.Type, new Slice("list", key, Newest: newest, Take: take));

    public static Task<IReadOnlyList<Stored<DueItem>>> OpenOf(Turn turn, ConversationId to, int take = DueItem.MostOpen + 1) =>
        Read(turn, KeyOf(to, Open), take);

    /// <summary>Everything of which something will be told to them, as whose it is or as who asked.</summary>
    public static async Task<IReadOnlyList<Stored<DueItem>>> Waiting(Turn turn, PersonId person)
    {
        var to = ConversationId.Of(person).Value;
        var own = await turn.Query(DueItem.Type, new Slice("next", to, Take: 2_000));
        var asked = await turn.Query(DueItem.Type, new Slice("next for asker", to, Take: 2_000));
        return [.. own.Concat(asked).DistinctBy(item => item.Value.Number)];
    }

    /// <summary>Of what there is something to tell to whose it is.</summary>
    public static Task<IReadOnlyList<Stored<DueItem>>> ToTell(Turn turn, ConversationId to) =>
        turn.Query(DueItem.Type, new Slice("next", to.Value, To: SortKey.Of(turn.Now + Duration.FromMilliseconds(1)), Take: 1_000));

    /// <summary>Of what there is something to tell to the asker.</summary>
    public static Task<IReadOnlyList<Stored<DueItem>>> ToTellAsker(Turn turn, ConversationId asker) =>
        turn.Query(DueItem.Type, new Slice("next for asker", asker.Value, To: SortKey.Of(turn.Now + Duration.FromMilliseconds(1)), Take: 1_000));
}
