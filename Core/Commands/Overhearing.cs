using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;

namespace AsyncBot.Core.Commands;

/// <summary>Tells in which threads people may speak to the bot without naming it; all other talk of channels is none of its business.</summary>
public sealed class Overhearing(IStore store, CommandCatalog commands)
{
    /// <summary>Whether the thread of a message is one in which replies are answers.</summary>
    public async Task<bool> Listens(WorkspaceId workspace, ConversationId conversation, MessageId thread, CancellationToken ct) =>
        await store.Query(workspace, Posted.Type, Posted.Of(conversation, thread), ct) is [var root] && commands.ReplyTo(root.Value.Subject) is not null;
}
