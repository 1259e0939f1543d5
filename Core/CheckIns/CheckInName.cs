using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>A claim on a name in a channel: of two that are made there at once, the second finds the first.</summary>
public sealed record CheckInName(ChannelId Channel, string Name, int Number)
{
    public static readonly DocumentType<CheckInName> Type = new("checkin.name", claim => IdOf(claim.Channel, claim.Name));

    /// <summary>Claims the name of what is new, or back, and leaves the name of what is gone to others.</summary>
    public static async Task Follow(Turn turn, CheckIn? before, CheckIn? after)
    {
        var (was, isNow) = (IsThere(before), IsThere(after));
        if (was == isNow)
            return;
        var checkIn = (after ?? before)!;
        var id = IdOf(checkIn.Channel, checkIn.Name);
        var claim = await turn.Find(Type, id);
        if (isNow && claim is null)
            turn.Batch.Put(Type, new CheckInName(checkIn.Channel, checkIn.Name, checkIn.Number), Batch.New);
        else if (!isNow && claim?.Value.Number == checkIn.Number)
            turn.Batch.Delete(Type, id, claim.Version);
    }

    /// <summary>Another one of that name that is there now.</summary>
    public static async Task<CheckIn?> OtherOf(Turn turn, CheckIn checkIn) =>
        await turn.Find(Type, IdOf(checkIn.Channel, checkIn.Name)) is { Value: var claim } && claim.Number != checkIn.Number
            ? (await CheckInBook.Find(turn, claim.Number))?.Value
            : null;

    public static bool IsThere(CheckIn? checkIn) => checkIn is { State: not CheckInState.Deleted };

    private static string IdOf(ChannelId channel, string name) => $"{channel} {name.ToUpperInvariant()}";
}
