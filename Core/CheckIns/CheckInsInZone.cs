using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>The check-ins that somebody keeps on the clock of a zone, for when they move to another.</summary>
public sealed class CheckInsInZone : IZoneBound
{
    public async Task<IReadOnlyList<Rich>> On(Turn turn, PersonId person, string zone) =>
        [.. (await Of(turn, person, zone)).Select(each => (Rich)$"{each.Value.Name} in {each.Value.Home}, {Preview.HowOften(each.Value)}")];

    public async Task Move(Turn turn, PersonId person, string from, string to)
    {
        foreach (var stored in await Of(turn, person, from))
        {
            var times = stored.Value.Times;
            turn.Change(CheckIn.Type, stored, stored.Value with { Times = times with { Rule = times.Rule with { Zone = to } }, Since = turn.Now });
        }
    }

    private static async Task<IReadOnlyList<Stored<CheckIn>>> Of(Turn turn, PersonId person, string zone) =>
        [.. (await CheckInBook.All(turn)).Where(each => each.Value.Owner == person && !each.Value.Times.IsLocal && each.Value.Times.Rule.Zone == zone)];
}
