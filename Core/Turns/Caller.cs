using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Turns;

/// <summary>Who speaks, where, and on which clock.</summary>
/// <param name="Thread">The message whose thread it was said in.</param>
/// <param name="IsAdmin">By the platform or by this bot's configuration.</param>
/// <param name="IsKnown">False where the platform did not say who they are.</param>
public sealed record Caller(
    WorkspaceId Workspace,
    PersonId Person,
    ConversationId Conversation,
    MessageId? Thread,
    DateTimeZone Zone,
    bool IsAdmin,
    bool IsKnown = true)
{
    /// <summary>The bot itself, when a job acts.</summary>
    public static Caller Bot(WorkspaceId workspace, ConversationId conversation, DateTimeZone zone) =>
        new(workspace, PersonId.Bot, conversation, null, zone, IsAdmin: false);
}
