using System.Text.Json;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Rendering;

/// <summary>A form as a window of Slack's, and what somebody filled in.</summary>
public static class Modal
{
    /// <param name="privateMetadata">What comes back with the values, at most <see cref="SlackLimits.PrivateMetadata"/> characters.</param>
    public static string Write(Form form, string callbackId, string privateMetadata, SlackReader reader) => WrittenJson.Text(json =>
    {
        var fits = form.Title.Length <= SlackLimits.ViewTitle;
        json.WriteStartObject();
        json.WriteString("type"u8, "modal"u8);
        json.WriteString("callback_id"u8, callbackId);
        json.WriteString("private_metadata"u8, privateMetadata);
        Plain(json, "title", PlainLabel.Of(fits ? form.Title : char.ToUpperInvariant(form.Command[0]) + form.Command[1..], SlackLimits.ViewTitle));
        Plain(json, "submit", "Send");
        Plain(json, "close", "Cancel");
        json.WriteStartArray("blocks"u8);
        if (!fits)
            WriteSection(json, $"{form.Title}", reader);
        foreach (var line in form.Beside ?? [])
            WriteSection(json, line, reader);
        foreach (var input in form.Inputs)
            Write(json, input);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The values as the binder reads them; what was left empty is left out.</summary>
    /// <param name="values">The <c>state.values</c> of a view.</param>
    public static IReadOnlyDictionary<string, string> Read(JsonElement values)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        if (values.ValueKind != JsonValueKind.Object)
            return read;
        var blocks = values.EnumerateObject().Select(block => block.Value).Where(block => block.ValueKind == JsonValueKind.Object);
        foreach (var field in blocks.SelectMany(block => block.EnumerateObject()))
        {
            if (ValueOf(field.Value) is { Length: > 0 } value)
                read[field.Name] = value;
        }

        return read;
    }

    private static string? ValueOf(JsonElement field) => field.ValueKind != JsonValueKind.Object ? null
        : Text(field, "selected_user") is { } user ? "@" + user
        : (Text(field, "selected_conversation") ?? Text(field, "selected_channel")) is { } channel ? "#" + channel
        : field.TryGetProperty("selected_option", out var option) && option.ValueKind == JsonValueKind.Object ? Text(option, "value")
        : Text(field, "value");

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void WriteSection(Utf8JsonWriter json, Rich line, SlackReader reader)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "section"u8);
        json.WritePropertyName("text"u8);
        var text = Mrkdwn.Write(line, reader);
        BlockKit.WriteMrkdwn(json, text.AsSpan(0, MrkdwnCut.At(text, SlackLimits.TextObject)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Input input)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "input"u8);
        json.WriteString("block_id"u8, input.Name);
        Plain(json, "label", PlainLabel.Of(input.Label, SlackLimits.InputLabel));
        json.WriteBoolean("optional"u8, !input.Required);
        if (IsTooLong(input))
            Plain(json, "hint", "What stands there now is too long to be changed here. What you type takes its place.");
        json.WriteStartObject("element"u8);
        WriteElement(json, input);
        json.WriteString("action_id"u8, input.Name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteElement(Utf8JsonWriter json, Input input)
    {
        switch (input.Kind)
        {
            case InputKind.Person:
                json.WriteString("type"u8, "users_select"u8);
                if (input.Value is { } person)
                    json.WriteString("initial_user"u8, person.TrimStart('@'));
                break;
            case InputKind.Channel:
                json.WriteString("type"u8, "conversations_select"u8);
                json.WriteStartObject("filter"u8);
                json.WriteStartArray("include"u8);
                json.WriteStringValue("public"u8);
                json.WriteStringValue("private"u8);
                json.WriteEndArray();
                json.WriteBoolean("exclude_bot_users"u8, true);
                json.WriteEndObject();
                if (input.Value is { } channel)
                    json.WriteString("initial_conversation"u8, channel.TrimStart('#'));
                break;
            case InputKind.Text when IsShortList(input):
                WriteSelect(json, input);
                break;
            default:
                json.WriteString("type"u8, "plain_text_input"u8);
                json.WriteBoolean("multiline"u8, input.Multiline);
                json.WriteNumber("max_length"u8, MostOf(input));
                if (input.Value is { Length: > 0 } value && !IsTooLong(input))
                    json.WriteString("initial_value"u8, value);
                break;
        }
    }

    private static void WriteSelect(Utf8JsonWriter json, Input input)
    {
        json.WriteString("type"u8, "static_select"u8);
        json.WriteStartArray("options"u8);
        foreach (var choice in input.Choices)
            WriteOption(json, choice);
        json.WriteEndArray();
        if (input.Value is { } chosen && input.Choices.Contains(chosen))
        {
            json.WritePropertyName("initial_option"u8);
            WriteOption(json, chosen);
        }
    }

    private static void WriteOption(Utf8JsonWriter json, string choice)
    {
        json.WriteStartObject();
        Plain(json, "text", PlainLabel.Of(choice, SlackLimits.OptionText));
        json.WriteString("value"u8, choice);
        json.WriteEndObject();
    }

    private static void Plain(Utf8JsonWriter json, string property, string text)
    {
        json.WritePropertyName(property);
        BlockKit.WritePlain(json, text);
    }

    private static bool IsShortList(Input input) =>
        input.Choices.Count is > 0 and <= SlackLimits.Options && input.Choices.All(choice => choice.Length is > 0 and <= SlackLimits.OptionValue);

    private static int MostOf(Input input) => Math.Clamp(input.Max, 1, SlackLimits.InputLength);

    /// <summary>A field that begins with less than the text would lose the rest of it.</summary>
    private static bool IsTooLong(Input input) => input.Kind == InputKind.Text && input.Choices.Count == 0 && input.Value?.Length > MostOf(input);
}
