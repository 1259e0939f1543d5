using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Outbox;

/// <summary>Where a message of the bot ended up, so that it can be given a new state, and so that its thread knows what it is about.</summary>
/// <param name="Subject">The item it shows, as <c>idea 12</c>.</param>
/// <param name="Thread">The message that it answered.</param>
/// <param name="Quotes">Other items whose text it shows.</param>
/// <param name="At">When it arrived; null of those of earlier versions.</param>
public sealed record Posted(
    PostId Id,
    ConversationId Conversation,
    MessageId Message,
    string? Subject,
    MessageId? Thread = null,
    IReadOnlyList<string>? Quotes = null,
    Instant? At = null)
{
    public static readonly DocumentType<Posted> Type = new(
        "posted",
        posted => posted.Id.Value,
        new DocumentIndex<Posted>("message", posted => posted.Subject is null ? null : KeyOf(posted.Conversation, posted.Message), _ => ""),
        new DocumentIndex<Posted>("thread", posted => posted.Thread is { } thread ? KeyOf(posted.Conversation, thread) : null, _ => ""),
        new DocumentIndex<Posted>("quotes", posted => posted.Quotes ?? [], posted => posted.Id.Value));

    private const int MostQuoting = 1_000;

    /// <summary>Asks for the messages that show an item's text without being about it.</summary>
    public static Slice Quoting(string item) => new("quotes", item, Take: MostQuoting);

    /// <summary>Asks for the message of the bot that a platform's message is, if it is one.</summary>
    public static Slice Of(ConversationId conversation, MessageId message) => new("message", KeyOf(conversation, message), Take: 1);

    /// <summary>Asks for the messages of the bot that answer a message.</summary>
    public static Slice In(ConversationId conversation, MessageId thread) => new("thread", KeyOf(conversation, thread));

    private static string KeyOf(ConversationId conversation, MessageId message) => $"{conversation} {message}";
}
