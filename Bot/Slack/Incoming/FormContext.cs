using System.Text.Json;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>What a form remembers while it is filled in: where it was opened, and how to answer there.</summary>
/// <param name="In">The conversation.</param>
/// <param name="Given">Arguments that are settled and not shown.</param>
/// <param name="Answer">Where the answer goes for half an hour; null where it can only be a message.</param>
public sealed record FormContext(string In, string? Thread, IReadOnlyDictionary<string, string>? Given, string? Answer)
{
    public static FormContext Of(ConversationId conversation, MessageId? thread, Form form, string? answer) =>
        new(conversation.Value, thread?.Value, form.Given.Count > 0 ? form.Given : null, answer);

    /// <summary>Null where it is none of ours.</summary>
    public static FormContext? Read(string? written)
    {
        try
        {
            var context = string.IsNullOrEmpty(written) ? null : JsonSerializer.Deserialize(written, PayloadJson.Default.FormContext);
            return context is { In: not null } ? context : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, PayloadJson.Default.FormContext);
}
