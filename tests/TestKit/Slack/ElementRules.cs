using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>The limits of buttons, selects and inputs.</summary>
internal static class ElementRules
{
    public static void Check(List<string> wrong, JsonObject? element, string where)
    {
        if (element is null || (string?)element["type"] is not { } type)
        {
            wrong.Add($"[ERROR] missing element [json-pointer:{where}]");
            return;
        }

        BlockRules.Length(wrong, element, "action_id", 255, where);
        if (element["placeholder"] is { } placeholder)
            BlockRules.Text(wrong, placeholder, 1, 150, "plain_text", where + "/placeholder");
        if (element["confirm"] is JsonObject confirm)
            Confirm(wrong, confirm, where + "/confirm");
        if (type == "button")
            Button(wrong, element, where);
        else if (type == "plain_text_input")
            PlainInput(wrong, element, where);
        var most = type is "overflow" ? 5 : type is "checkboxes" or "radio_buttons" ? 10 : 100;
        if (type is "static_select" or "multi_static_select" or "overflow" or "checkboxes" or "radio_buttons")
            Options(wrong, element, most, where);
    }

    private static void Button(List<string> wrong, JsonObject button, string where)
    {
        BlockRules.Text(wrong, button["text"], 1, 75, "plain_text", where + "/text");
        BlockRules.Length(wrong, button, "value", 2000, where);
        BlockRules.Length(wrong, button, "url", 3000, where);
        BlockRules.Length(wrong, button, "accessibility_label", 75, where);
        if (button["style"] is { } style && (string?)style is not ("primary" or "danger"))
            wrong.Add($"[ERROR] unknown style [json-pointer:{where}/style]");
    }

    private static void PlainInput(List<string> wrong, JsonObject input, string where)
    {
        var most = (int?)input["max_length"] ?? 3000;
        if (most is < 1 or > 3000)
            wrong.Add($"[ERROR] must be between 1 and 3000 [json-pointer:{where}/max_length]");
        BlockRules.Length(wrong, input, "initial_value", most, where);
    }

    private static void Confirm(List<string> wrong, JsonObject confirm, string where)
    {
        BlockRules.Text(wrong, confirm["title"], 1, 100, "plain_text", where + "/title");
        BlockRules.Text(wrong, confirm["text"], 1, 300, null, where + "/text");
        BlockRules.Text(wrong, confirm["confirm"], 1, 30, "plain_text", where + "/confirm");
        BlockRules.Text(wrong, confirm["deny"], 1, 30, "plain_text", where + "/deny");
    }

    private static void Options(List<string> wrong, JsonObject element, int most, string where)
    {
        if (element["options"] is null && element["option_groups"] is null)
            wrong.Add($"[ERROR] missing required field: options [json-pointer:{where}]");
        BlockRules.Items(wrong, element["options"], 1, most, where + "/options", (option, at) =>
        {
            BlockRules.Text(wrong, option?["text"], 1, 75, null, at + "/text");
            if ((string?)option?["value"] is not { Length: <= 150 })
                wrong.Add($"[ERROR] must be less than 151 characters [json-pointer:{at}/value]");
            if (option?["description"] is { } description)
                BlockRules.Text(wrong, description, 1, 75, null, at + "/description");
        });
    }
}
