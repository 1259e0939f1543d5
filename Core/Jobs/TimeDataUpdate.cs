using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Jobs;

/// <summary>
/// Countries change their clocks, sometimes within weeks. A bot that starts with other time zone data than before has all that waits
/// reckoned anew, so that nothing comes an hour late by a rule that no longer holds.
/// </summary>
public sealed class TimeDataUpdate(IStore store, TurnRunner turns, IEnumerable<IReckonAnew> features)
{
    /// <param name="version">Of the data that this process reckons by.</param>
    public async Task Apply(string version, CancellationToken ct)
    {
        foreach (var workspace in (await store.Workspaces(ct)).Where(each => each != Uptime.Own))
        {
            var caller = Caller.Bot(workspace, ConversationId.Of(PersonId.Bot), DateTimeZone.Utc);
            await turns.Run($"time data {version}", "time data", caller, turn => Apply(turn, version), _ => false, ct);
        }
    }

    private async Task<bool> Apply(Turn turn, string version)
    {
        var before = await turn.Find(Reckoned.Type, Reckoned.Id);
        if (before?.Value.By == version)
            return false;
        turn.Batch.Put(Reckoned.Type, new Reckoned(version), before?.Version ?? Batch.New);
        foreach (var feature in features)
            await feature.ReckonAnew(turn);
        return true;
    }

    /// <summary>By which version of the data a workspace was reckoned.</summary>
    private sealed record Reckoned(string By)
    {
        public const string Id = "time data";

        public static readonly DocumentType<Reckoned> Type = new("time data", _ => Id);
    }
}
