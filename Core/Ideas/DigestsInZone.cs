using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>The digests that somebody set up, for when they move to another zone.</summary>
public sealed class DigestsInZone : IZoneBound
{
    public async Task<IReadOnlyList<Rich>> On(Turn turn, PersonId person, string zone) =>
        [.. (await Of(turn, person, zone)).Select(digest => (Rich)$"The digest of {digest.Value.Home} comes {digest.Value.When.InWords()}.")];

    public async Task Move(Turn turn, PersonId person, string from, string to)
    {
        foreach (var digest in await Of(turn, person, from))
            turn.Change(Digest.Type, digest, digest.Value with { When = digest.Value.When with { Zone = to } });
    }

    private static async Task<IReadOnlyList<Stored<Digest>>> Of(Turn turn, PersonId person, string zone)
    {
        var digests = new List<Stored<Digest>>();
        foreach (var digest in await turn.Query(Digest.Type, Digest.SetUpBy(person)))
        {
            if (digest.Value.When.Zone == zone && await turn.Sees(person, digest.Value.Home))
                digests.Add(digest);
        }

        return digests;
    }
}
