using System.Globalization;
using System.Text.Json.Serialization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using SortKey = AsyncBot.Core.Documents.SortKey;

namespace AsyncBot.Bot.Playground;

/// <summary>One message of the simulated chat.</summary>
/// <param name="Changed">Its place in the order of everything that was said or changed; its own number while it is unchanged.</param>
/// <param name="In"><c>#team</c> or <c>dm</c>.</param>
/// <param name="To">The only reader of an ephemeral message, or the person of a direct conversation.</param>
/// <param name="Text">The whole message in plain text, on the reader's clock.</param>
/// <param name="Zone">The clock of <paramref name="Text"/>, where it is a card.</param>
/// <param name="AsOf">When <paramref name="Text"/> was written, from which it counts how far away times are.</param>
public sealed record ChatMessage(
    int Number,
    int Changed,
    Instant At,
    string From,
    string In,
    string? To,
    string? Thread,
    bool IsEphemeral,
    string Text,
    Card? Card = null,
    WaitingForm? Form = null,
    ChatFile? File = null,
    string? Zone = null,
    Instant? AsOf = null,
    bool IsEdited = false,
    ChatPicture? Picture = null)
{
    public const string Bot = "asyncbot";

    public static readonly DocumentType<ChatMessage> Type = new(
        "playground.message",
        message => message.Id,
        new DocumentIndex<ChatMessage>("in", message => KeyOf(message.In, message.To), message => SortKey.Of(message.Changed)));

    [JsonIgnore]
    public string Id => IdOf(Number);

    private static string IdOf(int number) => "m" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The conversation, where a direct one is one person's.</summary>
    public static string KeyOf(string conversation, string? person) => conversation == "dm" ? $"dm {person}" : conversation;
}

/// <summary>A form that waits for somebody to fill it in.</summary>
public sealed record WaitingForm(string Id, Form Form);

public sealed record ChatFile(string Name, string Content);

/// <param name="Name">Of its file, without an ending.</param>
public sealed record ChatPicture(string Name, Chart Chart)
{
    [JsonIgnore]
    public string FileName => Name + ".png";
}
