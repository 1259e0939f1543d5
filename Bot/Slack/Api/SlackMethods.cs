using static AsyncBot.Bot.Slack.Api.SlackJson;
using static AsyncBot.Bot.Slack.Api.SlackRepeat;
using static AsyncBot.Bot.Slack.Api.SlackTier;

namespace AsyncBot.Bot.Slack.Api;

/// <summary>
/// Every method that the bot calls. The app's scopes are computed from here, so it never asks for one that no code needs.
/// Tiers and scopes: <see href="https://docs.slack.dev/reference/methods"/>.
/// </summary>
public static class SlackMethods
{
    public static readonly SlackMethod<AuthTestAnswer> AuthTest = new("auth.test", Default.AuthTestAnswer, SlackTier.AuthTest, Freely);

    public static readonly SlackMethod<PostedAnswer> PostMessage = new("chat.postMessage", Default.PostedAnswer, PerChannel, Never, "chat:write");
    public static readonly SlackMethod<SlackNothing> PostEphemeral = new("chat.postEphemeral", Default.SlackNothing, Tier4, Never, "chat:write");
    public static readonly SlackMethod<PostedAnswer> Update = new("chat.update", Default.PostedAnswer, Tier3, Freely, "chat:write");

    /// <summary>A trigger opens one form, so a repetition would be refused.</summary>
    public static readonly SlackMethod<SlackNothing> OpenView = new("views.open", Default.SlackNothing, Tier4, Never);
    public static readonly SlackMethod<SlackNothing> PublishView = new("views.publish", Default.SlackNothing, Tier4, Freely);

    public static readonly SlackMethod<ConversationAnswer> OpenConversation = new("conversations.open", Default.ConversationAnswer, Tier3, Freely, "im:write");
    public static readonly SlackMethod<MessagesAnswer> History = new(
        "conversations.history", Default.MessagesAnswer, Tier3, Freely, "channels:history", "groups:history", "im:history");
    public static readonly SlackMethod<MessagesAnswer> Replies = new(
        "conversations.replies", Default.MessagesAnswer, Tier3, Freely, "channels:history", "groups:history", "im:history");
    public static readonly SlackMethod<ConversationAnswer> ConversationInfo = new(
        "conversations.info", Default.ConversationAnswer, Tier3, Freely, "channels:read", "groups:read");
    public static readonly SlackMethod<MembersAnswer> Members = new(
        "conversations.members", Default.MembersAnswer, Tier4, Freely, "channels:read", "groups:read");
    public static readonly SlackMethod<ConversationsAnswer> UserConversations = new(
        "users.conversations", Default.ConversationsAnswer, Tier3, Freely, "channels:read", "groups:read");

    public static readonly SlackMethod<UsersAnswer> UsersList = new("users.list", Default.UsersAnswer, Tier2, Freely, "users:read", "users:read.email");
    public static readonly SlackMethod<UserAnswer> UserInfo = new("users.info", Default.UserAnswer, Tier4, Freely, "users:read", "users:read.email");
    public static readonly SlackMethod<PresenceAnswer> Presence = new("users.getPresence", Default.PresenceAnswer, Tier3, Freely, "users:read");
    public static readonly SlackMethod<DndAnswer> DndInfo = new("dnd.info", Default.DndAnswer, Tier3, Freely, "dnd:read");
    public static readonly SlackMethod<DndTeamAnswer> DndTeamInfo = new("dnd.teamInfo", Default.DndTeamAnswer, Tier2, Freely, "dnd:read");

    public static readonly SlackMethod<UserGroupsAnswer> UserGroups = new("usergroups.list", Default.UserGroupsAnswer, Tier2, Freely, "usergroups:read");
    public static readonly SlackMethod<UserGroupMembersAnswer> UserGroupMembers = new(
        "usergroups.users.list", Default.UserGroupMembersAnswer, Tier2, Freely, "usergroups:read");

    /// <summary>Replaces everybody.</summary>
    public static readonly SlackMethod<SlackNothing> UpdateUserGroup = new(
        "usergroups.users.update", Default.SlackNothing, Tier2, Freely, "usergroups:write");

    /// <summary>Makes a place for a file; nobody sees it before <see cref="CompleteUpload"/>.</summary>
    public static readonly SlackMethod<UploadUrlAnswer> GetUploadUrl = new("files.getUploadURLExternal", Default.UploadUrlAnswer, Tier4, Freely, "files:write");
    public static readonly SlackMethod<SlackNothing> CompleteUpload = new("files.completeUploadExternal", Default.SlackNothing, Tier4, Never, "files:write");

    /// <summary>Where Socket Mode connects to.</summary>
    public static readonly SlackMethod<ConnectionAnswer> OpenConnection = new(
        "apps.connections.open", Default.ConnectionAnswer, Tier3, Freely, "connections:write") { UsesAppToken = true };

    public static readonly IReadOnlyList<ISlackMethod> All =
    [
        AuthTest, PostMessage, PostEphemeral, Update, OpenView, PublishView, OpenConversation, History, Replies, ConversationInfo, Members, UserConversations,
        UsersList, UserInfo, Presence, DndInfo, DndTeamInfo, UserGroups, UserGroupMembers, UpdateUserGroup, GetUploadUrl, CompleteUpload, OpenConnection,
    ];

    /// <summary>What the bot's token must be allowed, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> BotScopes { get; } =
        [.. All.Where(method => !method.UsesAppToken).SelectMany(method => method.Scopes).Distinct().Order(StringComparer.Ordinal)];
}
