using System.Globalization;
using System.Text.Json;
using AsyncBot.Core.Messages;
using AsyncBot.Storage.Json;

namespace AsyncBot.Bot.Slack.Rendering;

/// <summary>
/// Any message of the bot as Slack takes it, whatever is in it: what would be refused for its length goes on in another block, or is cut
/// and said to be cut.
/// </summary>
public static class BlockKit
{
    /// <summary>Writes the properties <c>text</c> and <c>blocks</c> into the object that is open.</summary>
    /// <param name="documents">How a button's command is written into its value.</param>
    /// <param name="replaces">Whether the answer to any button takes the place of this message, as for the choices of a refusal.</param>
    public static void WriteMessage(Utf8JsonWriter json, Card card, SlackReader reader, DocumentJson documents, bool replaces = false)
    {
        var layout = new Layout(card, reader, documents, replaces);
        json.WriteString("text"u8, Fallback(layout));
        json.WritePropertyName("blocks"u8);
        WriteBlocks(json, layout, SlackLimits.MessageBlocks, SlackLimits.MessageText);
    }

    /// <summary>The blocks of a message alone, as an argument of a method that takes them as text.</summary>
    public static string Blocks(Card card, SlackReader reader, DocumentJson documents, bool replaces = false) =>
        WrittenJson.Text(json => WriteBlocks(json, new Layout(card, reader, documents, replaces), SlackLimits.MessageBlocks, SlackLimits.MessageText));

    /// <summary>The message without blocks: what notifications show and screen readers read.</summary>
    public static string Text(Card card, SlackReader reader) => Fallback(new Layout(card, reader, null)).ToString();

    /// <summary>The view of somebody's own page of the bot.</summary>
    public static string Home(Card card, SlackReader reader, DocumentJson documents) => WrittenJson.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "home"u8);
        json.WritePropertyName("blocks"u8);
        WriteBlocks(json, new Layout(card, reader, documents), SlackLimits.ViewBlocks, SlackLimits.ViewText);
        json.WriteEndObject();
    });

    internal static void WriteMrkdwn(Utf8JsonWriter json, ReadOnlySpan<char> text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "mrkdwn"u8);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    internal static void WritePlain(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "plain_text"u8);
        json.WriteString("text"u8, text);
        json.WriteBoolean("emoji"u8, true);
        json.WriteEndObject();
    }

    /// <summary>Never empty, because Slack takes no message without text.</summary>
    private static ReadOnlySpan<char> Fallback(Layout layout)
    {
        var text = layout.Text.Written.TrimEnd();
        if (text.IsEmpty)
            return "…";
        return text.Length <= SlackLimits.Text ? text : string.Concat(text[..MrkdwnCut.At(text, SlackLimits.Text - 1)].TrimEnd(), "…");
    }

    private static void WriteBlocks(Utf8JsonWriter json, Layout layout, int mostBlocks, int mostText)
    {
        var fit = Fit.Of(layout, mostBlocks, mostText);
        json.WriteStartArray();
        for (var at = 0; at < fit.Shown.Count; at++)
        {
            if (at == fit.Shown.Count - 1 && fit.Shown[at].Kind == PieceKind.Row)
                WriteMissing(json, fit);
            Write(json, layout, fit.Shown[at]);
        }

        if (fit.Shown.Count == 0 || fit.Shown[^1].Kind != PieceKind.Row)
            WriteMissing(json, fit);
        json.WriteEndArray();
    }

    private static void WriteMissing(Utf8JsonWriter json, Fit fit)
    {
        if (fit.Missing is { } missing)
            WriteContext(json, missing);
    }

    private static void Write(Utf8JsonWriter json, Layout layout, Piece piece)
    {
        switch (piece.Kind)
        {
            case PieceKind.Section:
                json.WriteStartObject();
                json.WriteString("type"u8, "section"u8);
                json.WritePropertyName("text"u8);
                WriteMrkdwn(json, layout.TextOf(piece));
                if (piece.Buttons is [var button])
                {
                    json.WritePropertyName("accessory"u8);
                    Write(json, button);
                }

                json.WriteEndObject();
                break;
            case PieceKind.Context:
                WriteContext(json, layout.TextOf(piece));
                break;
            case PieceKind.Divider:
                json.WriteStartObject();
                json.WriteString("type"u8, "divider"u8);
                json.WriteEndObject();
                break;
            default:
                json.WriteStartObject();
                json.WriteString("type"u8, "actions"u8);
                json.WriteStartArray("elements"u8);
                foreach (var each in piece.Buttons!)
                    Write(json, each);
                json.WriteEndArray();
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteContext(Utf8JsonWriter json, ReadOnlySpan<char> text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "context"u8);
        json.WriteStartArray("elements"u8);
        WriteMrkdwn(json, text);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PressButton button)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "button"u8);
        json.WritePropertyName("text"u8);
        WritePlain(json, button.Label);
        if (button.Style != ButtonStyle.Plain)
            json.WriteString("style"u8, button.Style == ButtonStyle.Primary ? "primary"u8 : "danger"u8);
        json.WriteString("action_id"u8, string.Create(CultureInfo.InvariantCulture, $"{(button.IsOnce ? "once" : "press")}-{button.Number}"));
        json.WriteString("value"u8, button.Value);
        json.WriteEndObject();
    }
}
