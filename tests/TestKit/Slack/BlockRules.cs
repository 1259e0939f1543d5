using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>The limits of Block Kit that an app can run into, and the error each gives. Lengths are UTF-16 units, which is never laxer than Slack.</summary>
internal static class BlockRules
{
    private const int MessageBlocks = 50;
    private const int ViewBlocks = 100;
    private const int AllText = 13_200;
    private const int TitleLength = 24;
    private const int ViewBytes = 250_000;

    private static readonly HashSet<string> InMessages =
    [
        "section", "header", "actions", "context", "divider", "image", "input", "markdown", "rich_text", "video", "file", "table",
    ];

    /// <summary>The blocks of a message; throws as chat.postMessage refuses.</summary>
    public static JsonArray? Message(JsonNode? node)
    {
        if (node is null)
            return null;
        if (node is not JsonArray blocks)
            throw new SlackRefusal("invalid_blocks_format");
        var wrong = Check(blocks, MessageBlocks);
        if (wrong.Count > 0)
            throw new SlackRefusal("invalid_blocks", [.. wrong]);
        if (SlackElement.Texts(blocks).Sum(text => text.Length) > AllText)
            throw new SlackRefusal("msg_blocks_too_long");
        return blocks;
    }

    /// <summary>A modal or a home; throws as views.open refuses.</summary>
    public static JsonObject View(JsonNode? node, string type)
    {
        if (node is not JsonObject view)
            throw new SlackRefusal("invalid_arguments", "[ERROR] missing required field: view");
        if ((string?)view["type"] != type)
            throw new SlackRefusal("invalid_arguments", $"[ERROR] unsupported type: {view["type"]} [json-pointer:/view/type]");
        if (view.ToJsonString().Length > ViewBytes)
            throw new SlackRefusal("view_too_large");
        var wrong = new List<string>();
        if (view["blocks"] is not JsonArray blocks)
            wrong.Add("[ERROR] missing required field: blocks [json-pointer:/view]");
        else
        {
            wrong.AddRange(Check(blocks, ViewBlocks));
            if (type == "modal" && blocks.OfType<JsonObject>().Any(block => (string?)block["type"] == "input") && view["submit"] is null)
                wrong.Add("[ERROR] missing required field: submit [json-pointer:/view]");
        }

        foreach (var name in new[] { "title", "submit", "close" })
            if (type == "modal" && (view[name] is not null || name == "title"))
                Text(wrong, view[name], 1, TitleLength, "plain_text", "/view/" + name);
        Length(wrong, view, "private_metadata", 3000, "/view");
        Length(wrong, view, "callback_id", 255, "/view");
        Length(wrong, view, "external_id", 255, "/view");
        return wrong.Count == 0 ? view : throw new SlackRefusal("invalid_arguments", [.. wrong]);
    }

    private static List<string> Check(JsonArray blocks, int most)
    {
        var wrong = new List<string>();
        if (blocks.Count > most)
            wrong.Add($"[ERROR] no more than {most} items allowed [json-pointer:/blocks]");
        var ids = new HashSet<string>();
        for (var at = 0; at < blocks.Count; at++)
        {
            var where = $"/blocks/{at}";
            if (blocks[at] is not JsonObject block || (string?)block["type"] is not { } type || !InMessages.Contains(type))
            {
                wrong.Add($"[ERROR] unsupported type [json-pointer:{where}/type]");
                continue;
            }

            if ((string?)block["block_id"] is { } id && !ids.Add(id))
                wrong.Add($"[ERROR] `block_id` {id} already exists [json-pointer:{where}/block_id]");
            Length(wrong, block, "block_id", 255, where);
            Check(wrong, block, type, where);
        }

        return wrong;
    }

    private static void Check(List<string> wrong, JsonObject block, string type, string where)
    {
        switch (type)
        {
            case "header":
                Text(wrong, block["text"], 1, 150, "plain_text", where + "/text");
                break;
            case "section":
                if (block["text"] is null && block["fields"] is null)
                    wrong.Add($"[ERROR] must provide text or fields [json-pointer:{where}]");
                if (block["text"] is not null)
                    Text(wrong, block["text"], 1, 3000, null, where + "/text");
                Items(wrong, block["fields"], 1, 10, where + "/fields", (field, at) => Text(wrong, field, 1, 2000, null, at));
                if (block["accessory"] is JsonObject accessory)
                    ElementRules.Check(wrong, accessory, where + "/accessory");
                break;
            case "actions":
                Items(wrong, block["elements"] ?? new JsonArray(), 1, 25, where + "/elements", (element, at) => ElementRules.Check(wrong, element as JsonObject, at));
                Unique(wrong, block["elements"] as JsonArray, where);
                break;
            case "context":
                Items(wrong, block["elements"] ?? new JsonArray(), 1, 10, where + "/elements", (element, at) =>
                {
                    if ((string?)element?["type"] is "mrkdwn" or "plain_text")
                        Text(wrong, element, 1, 3000, null, at);
                });
                break;
            case "input":
                Text(wrong, block["label"], 1, 2000, "plain_text", where + "/label");
                if (block["hint"] is not null)
                    Text(wrong, block["hint"], 1, 2000, "plain_text", where + "/hint");
                ElementRules.Check(wrong, block["element"] as JsonObject, where + "/element");
                break;
            case "image":
                Length(wrong, block, "image_url", 3000, where);
                Length(wrong, block, "alt_text", 2000, where);
                break;
            case "markdown":
                Length(wrong, block, "text", 12_000, where);
                break;
        }
    }

    private static void Unique(List<string> wrong, JsonArray? elements, string where)
    {
        var ids = (elements ?? []).Select(element => (string?)element?["action_id"]).OfType<string>().ToList();
        if (ids.Distinct().Count() != ids.Count)
            wrong.Add($"[ERROR] `action_id` already exists [json-pointer:{where}]");
    }

    public static void Items(List<string> wrong, JsonNode? node, int least, int most, string where, Action<JsonNode?, string> each)
    {
        if (node is null)
            return;
        if (node is not JsonArray items || items.Count < least || items.Count > most)
        {
            wrong.Add($"[ERROR] must have {least} to {most} items [json-pointer:{where}]");
            return;
        }

        for (var at = 0; at < items.Count; at++)
            each(items[at], $"{where}/{at}");
    }

    public static void Text(List<string> wrong, JsonNode? node, int least, int most, string? type, string where)
    {
        if (node is not JsonObject text || (string?)text["type"] is not ("mrkdwn" or "plain_text") || (type is not null && (string?)text["type"] != type))
            wrong.Add($"[ERROR] must be a {type ?? "text"} object [json-pointer:{where}]");
        else if ((string?)text["text"] is not { } value || value.Length < least)
            wrong.Add($"[ERROR] must be more than {least - 1} characters [json-pointer:{where}/text]");
        else if (value.Length > most)
            wrong.Add($"[ERROR] must be less than {most + 1} characters [json-pointer:{where}/text]");
    }

    public static void Length(List<string> wrong, JsonObject node, string name, int most, string where)
    {
        if (node[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > most)
            wrong.Add($"[ERROR] must be less than {most + 1} characters [json-pointer:{where}/{name}]");
    }
}
