using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Core.Messages;
using AsyncBot.TestKit;
using CsCheck;

namespace AsyncBot.Bot.Tests.Slack.Rendering;

/// <summary>Cards as Slack gets them, and what a reader there makes of them.</summary>
internal static class Rendered
{
    public static readonly SlackReader Reader = new(KitchenSink.Now, DateTimeZoneProviders.Tzdb["Europe/Lisbon"], SlashCommand.Of, "U0BOT",
        person => person.Value == "U0SAM2" ? "sam2" : null);

    public static string Mrkdwn(Rich text) => Bot.Slack.Rendering.Mrkdwn.Write(text, Reader);

    public static JsonObject Message(Card card, bool replaces = false)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            BlockKit.WriteMessage(json, card, Reader, Features.Json, replaces);
            json.WriteEndObject();
        }

        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    public static IReadOnlyList<JsonObject> Blocks(Card card) => [.. Message(card)["blocks"]!.AsArray().Select(block => block!.AsObject())];

    public static string TypeOf(JsonObject block) => (string)block["type"]!;

    /// <summary>The text of a section or of small print; empty for the rest.</summary>
    public static string TextOf(JsonObject block) => TypeOf(block) switch
    {
        "section" => (string)block["text"]!["text"]!,
        "context" => (string)block["elements"]![0]!["text"]!,
        _ => "",
    };

    public static IEnumerable<JsonObject> ButtonsOf(JsonObject block) => TypeOf(block) switch
    {
        "actions" => block["elements"]!.AsArray().Select(button => button!.AsObject()),
        "section" when block["accessory"] is { } button => [button.AsObject()],
        _ => [],
    };

    /// <summary>What is read where nothing formats.</summary>
    public static string Read(string mrkdwn) => mrkdwn.Replace("\u200B", "", StringComparison.Ordinal)
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    public static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
