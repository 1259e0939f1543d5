using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Asks somebody who moved what becomes of what they scheduled.</summary>
internal static class ZoneQuestion
{
    private const int MostShown = 10;

    /// <returns>Null where nothing of the caller's is scheduled on the old zone's clock.</returns>
    public static async Task<Card?> About(Turn turn, IEnumerable<IZoneBound> features, string from, string to)
    {
        if (from == to || await All(turn, features, from) is not { Count: > 0 } bound)
            return null;
        var blocks = new List<Block> { new Paragraph($"What you scheduled still goes by {from}. Shall it move with you?") };
        blocks.AddRange(bound.Take(MostShown).Select(each => new Section(each)));
        if (bound.Count > MostShown)
            blocks.Add(new Note($"And {bound.Count - MostShown} more."));
        var me = turn.Caller.Person;
        return new Card(null, blocks).With(
            new Button($"Move to {to}", new MoveToZone(me, from, to), ButtonStyle.Primary),
            new Button($"Leave at {from}", new StayInZone(me, from)));
    }

    public static async Task<IReadOnlyList<Rich>> All(Turn turn, IEnumerable<IZoneBound> features, string zone)
    {
        var all = new List<Rich>();
        foreach (var feature in features)
            all.AddRange(await feature.On(turn, turn.Caller.Person, zone));
        return all;
    }

    public static Reply NotYours(PersonId of) => Reply.Refuse($"Only {of} can decide that. For your own zone: {new Typed("online zone")}");

    public static Reply NothingLeft(string zone) => Reply.Refuse(
        $"Nothing of yours goes by {zone} any more, so there is nothing to move. See: {new Typed("online zone")}");
}
