using System.Text.Json;
using System.Text.Json.Serialization;

namespace AsyncBot.Bot.Slack.Api;

/// <summary>Reads what Slack answers, without reflection. Whatever Slack may leave out is nullable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SlackHead))]
[JsonSerializable(typeof(SlackNothing))]
[JsonSerializable(typeof(AuthTestAnswer))]
[JsonSerializable(typeof(PostedAnswer))]
[JsonSerializable(typeof(MessagesAnswer))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(ConversationsAnswer))]
[JsonSerializable(typeof(MembersAnswer))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(UsersAnswer))]
[JsonSerializable(typeof(PresenceAnswer))]
[JsonSerializable(typeof(DndAnswer))]
[JsonSerializable(typeof(DndTeamAnswer))]
[JsonSerializable(typeof(UserGroupsAnswer))]
[JsonSerializable(typeof(UserGroupMembersAnswer))]
[JsonSerializable(typeof(UploadUrlAnswer))]
[JsonSerializable(typeof(ConnectionAnswer))]
[JsonSerializable(typeof(PostMark))]
[JsonSerializable(typeof(IReadOnlyList<UploadedFile>))]
public sealed partial class SlackJson : JsonSerializerContext;

/// <summary>What every answer begins with.</summary>
public sealed record SlackHead(bool? Ok, string? Error, string? Needed, ResponseMetadata? ResponseMetadata);

/// <param name="NextCursor">Empty or null at the end of a list.</param>
public sealed record ResponseMetadata(string? NextCursor, IReadOnlyList<string>? Messages);

/// <summary>The answer of a method of which nothing matters but that it was done.</summary>
public sealed record SlackNothing;

/// <param name="Url">The workspace's address, such as <c>https://example.slack.com/</c>.</param>
/// <param name="UserId">The bot's own user.</param>
public sealed record AuthTestAnswer(string? Url, string? Team, string? TeamId, string? UserId);

public sealed record PostedAnswer(string? Ts);

public sealed record MessagesAnswer(IReadOnlyList<MessageObject>? Messages, ResponseMetadata? ResponseMetadata);

public sealed record MessageObject(string? Ts, string? ThreadTs, string? User, string? Text, MessageMetadata? Metadata);

public sealed record MessageMetadata(string? EventType, JsonElement? EventPayload);

/// <summary>What a message of the outbox carries along, so that it can be found again.</summary>
public sealed record PostMark(string EventType, PostMarkPayload EventPayload);

public sealed record PostMarkPayload(string Id);

public sealed record ConversationAnswer(ConversationObject? Channel);

public sealed record ConversationsAnswer(IReadOnlyList<ConversationObject>? Channels, ResponseMetadata? ResponseMetadata);

public sealed record ConversationObject(string? Id, string? Name, bool? IsArchived, bool? IsMember, bool? IsPrivate);

public sealed record MembersAnswer(IReadOnlyList<string>? Members, ResponseMetadata? ResponseMetadata);

public sealed record UserAnswer(UserObject? User);

public sealed record UsersAnswer(IReadOnlyList<UserObject>? Members, ResponseMetadata? ResponseMetadata);

/// <summary>Somebody, as Slack tells it in answers and in events.</summary>
public sealed record UserObject(
    string? Id, string? Name, string? RealName, string? Tz, bool? Deleted, bool? IsAdmin, bool? IsOwner, bool? IsBot,
    bool? IsRestricted, bool? IsUltraRestricted, ProfileObject? Profile);

public sealed record ProfileObject(string? DisplayName, string? RealName, string? Email);

public sealed record PresenceAnswer(string? Presence);

public sealed record DndAnswer(bool? DndEnabled, long? NextDndStartTs, long? NextDndEndTs);

public sealed record DndTeamAnswer(IReadOnlyDictionary<string, DndAnswer>? Users);

public sealed record UserGroupsAnswer(IReadOnlyList<UserGroupObject>? Usergroups);

public sealed record UserGroupObject(string? Id, string? Handle);

public sealed record UserGroupMembersAnswer(IReadOnlyList<string>? Users);

public sealed record UploadUrlAnswer(string? UploadUrl, string? FileId);

public sealed record UploadedFile(string Id, string Title);

/// <param name="Url">Where Socket Mode connects to; it holds a secret ticket.</param>
public sealed record ConnectionAnswer(string? Url)
{
    public override string ToString() => nameof(ConnectionAnswer);
}
