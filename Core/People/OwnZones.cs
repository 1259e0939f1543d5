using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.People;

/// <summary>The zones that people chose themselves, for whoever shows them a time.</summary>
public sealed class OwnZones(IStore store)
{
    /// <returns>An IANA id; null where theirs is the platform's.</returns>
    public async ValueTask<string?> Of(WorkspaceId workspace, PersonId person, CancellationToken ct) =>
        (await store.Find(workspace, Profile.Type, person.Value, ct))?.Value.Zone;
}
