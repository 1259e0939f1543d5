using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.People;

/// <summary>The platforms' directory, in which everybody's zone is the one that they chose.</summary>
public sealed class DirectoryWithOwnZones(IDirectory platforms, OwnZones zones) : IDirectory
{
    private const int AtOnce = 100;

    public async ValueTask<Person?> Find(WorkspaceId workspace, PersonId person, CancellationToken ct) =>
        await platforms.Find(workspace, person, ct) is { } found ? await Own(workspace, found, ct) : null;

    public async ValueTask<IReadOnlyList<Person>> Named(WorkspaceId workspace, string name, CancellationToken ct) =>
        await Own(workspace, await platforms.Named(workspace, name, ct), ct);

    public ValueTask<Channel?> Find(WorkspaceId workspace, ChannelId channel, CancellationToken ct) => platforms.Find(workspace, channel, ct);

    public ValueTask<Channel?> Named(WorkspaceId workspace, string name, PersonId seenBy, CancellationToken ct) => platforms.Named(workspace, name, seenBy, ct);

    public ValueTask<bool> IsMember(WorkspaceId workspace, ChannelId channel, PersonId person, CancellationToken ct) =>
        platforms.IsMember(workspace, channel, person, ct);

    public async ValueTask<IReadOnlyList<Person>> Members(WorkspaceId workspace, ChannelId channel, CancellationToken ct) =>
        await Own(workspace, await platforms.Members(workspace, channel, ct), ct);

    public ValueTask<IReadOnlyList<ChannelId>> ChannelsOf(WorkspaceId workspace, PersonId person, CancellationToken ct) =>
        platforms.ChannelsOf(workspace, person, ct);

    public async ValueTask<IReadOnlyList<Person>> Admins(WorkspaceId workspace, CancellationToken ct) =>
        await Own(workspace, await platforms.Admins(workspace, ct), ct);

    public ValueTask<string?> LinkTo(WorkspaceId workspace, ConversationId conversation, MessageId message, MessageId? thread, CancellationToken ct) =>
        platforms.LinkTo(workspace, conversation, message, thread, ct);

    private async ValueTask<Person> Own(WorkspaceId workspace, Person person, CancellationToken ct) =>
        await zones.Of(workspace, person.Id, ct) is { } zone ? person with { Zone = zone } : person;

    private async ValueTask<IReadOnlyList<Person>> Own(WorkspaceId workspace, IReadOnlyList<Person> people, CancellationToken ct)
    {
        // Many at a time, but never so many that others wait long behind them.
        var own = new List<Person>(people.Count);
        foreach (var some in people.Chunk(AtOnce))
            own.AddRange(await Task.WhenAll(some.Select(person => Own(workspace, person, ct).AsTask())));
        return own;
    }
}
