using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Hosting;

/// <summary>One chat platform as the rest of the house sees it: the workspaces that are its own, and its ports.</summary>
public sealed record Platform(string Name, Func<WorkspaceId, bool> Owns, IChat Chat, IDirectory Directory, IPresence Presence);

/// <summary>The platforms that are configured.</summary>
internal sealed class Platforms(IEnumerable<Platform> platforms)
{
    private readonly Platform[] _all = [.. platforms];

    /// <summary>The one that a workspace belongs to; null where it is not configured any more.</summary>
    public Platform? Of(WorkspaceId workspace)
    {
        foreach (var platform in _all)
        {
            if (platform.Owns(workspace))
                return platform;
        }

        return null;
    }
}

/// <summary>Delivers each message by the platform that its workspace belongs to.</summary>
public sealed class ChatOfPlatforms(IEnumerable<Platform> platforms) : IChat
{
    private static readonly Outcome Nowhere = new Refused("its platform is not configured any more");

    private readonly Platforms _platforms = new(platforms);

    public Task<Outcome> Send(Envelope envelope, Post post, CancellationToken ct) => By(envelope, chat => chat.Send(envelope, post, ct));

    public Task<Outcome> Send(Envelope envelope, Whisper whisper, CancellationToken ct) => By(envelope, chat => chat.Send(envelope, whisper, ct));

    public Task<Outcome> Send(Envelope envelope, Update update, MessageId message, CancellationToken ct) =>
        By(envelope, chat => chat.Send(envelope, update, message, ct));

    public Task<Outcome> Send(Envelope envelope, Upload upload, CancellationToken ct) => By(envelope, chat => chat.Send(envelope, upload, ct));

    public Task<Outcome> Send(Envelope envelope, Picture picture, CancellationToken ct) => By(envelope, chat => chat.Send(envelope, picture, ct));

    public Task<Outcome> Send(Envelope envelope, GroupSync group, CancellationToken ct) => By(envelope, chat => chat.Send(envelope, group, ct));

    public Task<Outcome> Send(Envelope envelope, PublishHome home, CancellationToken ct) => By(envelope, chat => chat.Send(envelope, home, ct));

    public Task<Outcome> LookUp(Envelope envelope, Post post, CancellationToken ct) => By(envelope, chat => chat.LookUp(envelope, post, ct));

    private Task<Outcome> By(Envelope envelope, Func<IChat, Task<Outcome>> act) =>
        _platforms.Of(envelope.Workspace) is { } platform ? act(platform.Chat) : Task.FromResult(Nowhere);
}

/// <summary>Knows the people of each workspace by the platform that it belongs to, and nobody anywhere else.</summary>
public sealed class DirectoryOfPlatforms(IEnumerable<Platform> platforms) : IDirectory
{
    private readonly Platforms _platforms = new(platforms);

    public ValueTask<Person?> Find(WorkspaceId workspace, PersonId person, CancellationToken ct) => Of(workspace)?.Find(workspace, person, ct) ?? default;

    public ValueTask<IReadOnlyList<Person>> Named(WorkspaceId workspace, string name, CancellationToken ct) =>
        Of(workspace)?.Named(workspace, name, ct) ?? new([]);

    public ValueTask<Channel?> Find(WorkspaceId workspace, ChannelId channel, CancellationToken ct) => Of(workspace)?.Find(workspace, channel, ct) ?? default;

    public ValueTask<Channel?> Named(WorkspaceId workspace, string name, PersonId seenBy, CancellationToken ct) =>
        Of(workspace)?.Named(workspace, name, seenBy, ct) ?? default;

    public ValueTask<bool> IsMember(WorkspaceId workspace, ChannelId channel, PersonId person, CancellationToken ct) =>
        Of(workspace)?.IsMember(workspace, channel, person, ct) ?? default;

    public ValueTask<IReadOnlyList<Person>> Members(WorkspaceId workspace, ChannelId channel, CancellationToken ct) =>
        Of(workspace)?.Members(workspace, channel, ct) ?? new([]);

    public ValueTask<IReadOnlyList<ChannelId>> ChannelsOf(WorkspaceId workspace, PersonId person, CancellationToken ct) =>
        Of(workspace)?.ChannelsOf(workspace, person, ct) ?? new([]);

    public ValueTask<IReadOnlyList<Person>> Admins(WorkspaceId workspace, CancellationToken ct) => Of(workspace)?.Admins(workspace, ct) ?? new([]);

    public ValueTask<string?> LinkTo(WorkspaceId workspace, ConversationId conversation, MessageId message, MessageId? thread, CancellationToken ct) =>
        Of(workspace)?.LinkTo(workspace, conversation, message, thread, ct) ?? default;

    private IDirectory? Of(WorkspaceId workspace) => _platforms.Of(workspace)?.Directory;
}

/// <summary>Asks about somebody by the platform that their workspace belongs to; anywhere else nothing is known.</summary>
public sealed class PresenceOfPlatforms(IEnumerable<Platform> platforms, IClock clock) : IPresence
{
    private readonly Platforms _platforms = new(platforms);

    public Presence? Known(WorkspaceId workspace, PersonId person) => Of(workspace) is { } presence ? presence.Known(workspace, person) : Nothing();

    public ValueTask<Presence> Of(WorkspaceId workspace, PersonId person, CancellationToken ct) => Of(workspace)?.Of(workspace, person, ct) ?? new(Nothing());

    private IPresence? Of(WorkspaceId workspace) => _platforms.Of(workspace)?.Presence;

    private Presence Nothing() => new(Activity.Unknown, null, clock.GetCurrentInstant());
}
