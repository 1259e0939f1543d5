using AsyncBot.Core.Documents;
using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.Messages;

/// <summary>Who and what there is in a workspace, as the platform knows it. Answers are quick: a platform behind a network is cached.</summary>
public interface IDirectory
{
    ValueTask<Person?> Find(WorkspaceId workspace, PersonId person, CancellationToken ct);

    /// <summary>The people whom a name, an id or an e-mail address may mean, without those who left.</summary>
    ValueTask<IReadOnlyList<Person>> Named(WorkspaceId workspace, string name, CancellationToken ct);

    ValueTask<Channel?> Find(WorkspaceId workspace, ChannelId channel, CancellationToken ct);

    /// <summary>The channel of that name or id, without <c>#</c>.</summary>
    ValueTask<Channel?> Named(WorkspaceId workspace, string name, PersonId seenBy, CancellationToken ct);

    ValueTask<bool> IsMember(WorkspaceId workspace, ChannelId channel, PersonId person, CancellationToken ct);

    /// <summary>The people in a channel, without bots and those who left.</summary>
    /// <exception cref="DirectoryUnavailableException">A part of them is no answer.</exception>
    ValueTask<IReadOnlyList<Person>> Members(WorkspaceId workspace, ChannelId channel, CancellationToken ct);

    ValueTask<IReadOnlyList<ChannelId>> ChannelsOf(WorkspaceId workspace, PersonId person, CancellationToken ct);

    ValueTask<IReadOnlyList<Person>> Admins(WorkspaceId workspace, CancellationToken ct);

    /// <summary>Where a message can be read again; null where the platform has no such addresses.</summary>
    /// <param name="thread">The message that it answers; null outside threads.</param>
    ValueTask<string?> LinkTo(WorkspaceId workspace, ConversationId conversation, MessageId message, MessageId? thread, CancellationToken ct) => default;
}

/// <param name="Zone">An IANA id, or null where the platform does not say.</param>
/// <param name="Week">The hours that the platform knows; null where it has none.</param>
public sealed record Person(PersonId Id, string Name, string? Zone, bool IsAdmin = false, bool IsGuest = false, bool IsGone = false, WorkingWeek? Week = null)
{
    /// <summary>What the platform says, also where they chose another zone.</summary>
    public string? ZoneOfPlatform { get; init; } = Zone;

    /// <summary>What means nobody else when it is typed behind <c>@</c>.</summary>
    public string Handle { get; init; } = Id.Value;

    /// <summary>Whether somebody else has that name.</summary>
    public bool HasNamesakes { get; init; }

    /// <summary>As their name is written, so that nobody takes them for somebody else.</summary>
    public string Shown => HasNamesakes ? Exactly : Name;

    public string Exactly => $"{Name} (@{Handle})";

    /// <summary>As they are called in a line that is typed, without <c>@</c>.</summary>
    public string Called => HasNamesakes ? Handle : Name;
}

/// <param name="CanPost">Whether the bot is a member, or may post all the same.</param>
/// <param name="IsPublic">Whether its name is no secret to anybody in the workspace.</param>
public sealed record Channel(ChannelId Id, string Name, bool IsArchived = false, bool CanPost = true, bool IsPublic = false);

/// <summary>The platform can't be asked just now, and guessing would tell somebody something wrong.</summary>
public sealed class DirectoryUnavailableException(string platform) : Exception($"{platform} does not answer.")
{
    public string Platform { get; } = platform;
}
