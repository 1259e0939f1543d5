using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AsyncBot.Core.Messages;
using NodaTime.Text;

namespace AsyncBot.Bot.Playground;

/// <summary>The JSON of the playground's API: strict in what it takes, and the same shape for every message it gives.</summary>
public static class ApiJson
{
    private const int Deepest = 16;

    public static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = false,
        MaxDepth = Deepest,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Of(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static MessageJson Of(ChatMessage message, PlaygroundChat chat, PlaygroundDirectory directory) => new(
        message.Id, Of(message.At), message.From, message.In, message.To, message.Thread, message.IsEphemeral, message.Text,
        message.Card is { } card ? Of(card, chat.ReaderOf(message.To is { } to ? directory.ZoneOf(to) : DateTimeZone.Utc, message.In)) : null,
        [.. Buttons.Of(message).Select(button => new ButtonJson(button.Id, button.Label))],
        message.Form is { } form ? new FormJson(form.Id, form.Form.Title, [.. form.Form.Inputs.Select(Of)]) : null,
        message.File is { } file ? new FileJson(file.Name, file.Content) : null,
        message.IsEdited);

    private static InputJson Of(Input input) => new(input.Name, input.Label, input.Required, input.Max, input.Multiline, input.Choices, input.Value);

    private static CardJson Of(Card card, Reader reader) => new(
        card.Title is { } title ? PlainText.Render(title, reader) : null,
        [.. card.Blocks.Select(block => new BlockJson(
            JsonNamingPolicy.CamelCase.ConvertName(block.GetType().Name),
            PlainText.Render(new Card(null, [block]), reader)))]);
}

public sealed record MessageJson(
    string Id, string At, string From, string In, string? To, string? Thread, bool Ephemeral, string Text, CardJson? Card,
    IReadOnlyList<ButtonJson> Buttons, FormJson? Form, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FileJson? File, bool Edited);

public sealed record CardJson(string? Title, IReadOnlyList<BlockJson> Blocks);

/// <param name="Type">paragraph, facts, people, section, divider, note or buttons.</param>
public sealed record BlockJson(string Type, string Text);

public sealed record ButtonJson(string Id, string Label);

public sealed record FormJson(string Id, string Title, IReadOnlyList<InputJson> Inputs);

public sealed record InputJson(string Name, string Label, bool Required, int Max, bool Multiline, IReadOnlyList<string> Choices, string? Value);

public sealed record FileJson(string Name, string Content);
