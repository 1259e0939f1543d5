using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>Something in blocks that can be pressed, chosen or filled in.</summary>
public sealed record SlackElement(string BlockId, JsonObject Json, JsonObject Block)
{
    public string Type => (string?)Json["type"] ?? "";

    public string ActionId => (string?)Json["action_id"] ?? "";

    public string? Value => (string?)Json["value"];

    public string Label => (string?)Json["text"]?["text"] ?? (string?)Block["label"]?["text"] ?? "";

    public bool IsInput => (string?)Block["type"] == "input";

    public bool IsOptional => (bool?)Block["optional"] ?? false;

    public static IReadOnlyList<SlackElement> In(JsonArray blocks)
    {
        var found = new List<SlackElement>();
        foreach (var block in blocks.OfType<JsonObject>())
        {
            var id = (string?)block["block_id"] ?? "";
            foreach (var element in (block["elements"] as JsonArray)?.OfType<JsonObject>() ?? [])
                found.Add(new SlackElement(id, element, block));
            if ((block["accessory"] ?? block["element"]) is JsonObject single)
                found.Add(new SlackElement(id, single, block));
        }

        return [.. found.Where(element => element.Json["action_id"] is not null)];
    }

    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject text when text["type"] is JsonValue type && (string?)type is "mrkdwn" or "plain_text" => [(string?)text["text"] ?? ""],
        JsonObject other => other.SelectMany(field => Texts(field.Value)),
        JsonArray array => array.SelectMany(Texts),
        _ => [],
    };

    /// <summary>Slack names the blocks and elements that the app left unnamed.</summary>
    internal static string Named(JsonArray blocks, Func<string> next)
    {
        foreach (var block in blocks.OfType<JsonObject>())
        {
            block["block_id"] ??= next();
            foreach (var element in ((block["elements"] as JsonArray)?.OfType<JsonObject>() ?? []).Concat(new[] { block["accessory"], block["element"] }.OfType<JsonObject>()))
            {
                var type = (string?)element["type"] ?? "";
                if (type == "button" || type.Contains("select", StringComparison.Ordinal) || type.Contains("input", StringComparison.Ordinal))
                    element["action_id"] ??= next();
            }
        }

        return blocks.ToJsonString();
    }
}
