using System.Globalization;
using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>What Slack tells the bot, as JSON; the same over HTTP and over a socket.</summary>
internal sealed class Payloads(FakeSlack slack)
{
    public JsonObject Slash(string user, string channel, string command, string text) => new()
    {
        ["token"] = "deprecated",
        ["team_id"] = FakeSlack.Team,
        ["team_domain"] = FakeSlack.TeamDomain,
        ["channel_id"] = channel,
        ["channel_name"] = channel.StartsWith('D') ? "directmessage" : channel.StartsWith('G') ? "privategroup" : slack.Channel(channel).Name,
        ["user_id"] = user,
        ["user_name"] = slack.User(user).Name,
        ["command"] = command,
        ["text"] = text,
        ["api_app_id"] = FakeSlack.App,
        ["is_enterprise_install"] = "false",
        ["response_url"] = slack.ResponseUrls.Give(user, channel, null),
        ["trigger_id"] = slack.Triggers.Give(user),
    };

    public JsonObject Event(JsonObject inner, string eventId) => new()
    {
        ["token"] = "deprecated",
        ["team_id"] = FakeSlack.Team,
        ["context_team_id"] = FakeSlack.Team,
        ["api_app_id"] = FakeSlack.App,
        ["event"] = inner.DeepClone(),
        ["type"] = "event_callback",
        ["event_id"] = eventId,
        ["event_time"] = slack.State.Now.ToUnixTimeSeconds(),
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = null,
            ["team_id"] = FakeSlack.Team,
            ["user_id"] = FakeSlack.BotUser,
            ["is_bot"] = true,
            ["is_enterprise_install"] = false,
        }),
        ["is_ext_shared_channel"] = false,
        ["event_context"] = "4-example",
    };

    public JsonObject Press(string user, SlackMessage message, JsonObject action)
    {
        var container = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = message.Channel,
            ["is_ephemeral"] = message.EphemeralTo is not null,
        };
        if (message.ThreadTs is not null)
            container["thread_ts"] = message.ThreadTs;
        var payload = Interaction("block_actions", user);
        payload["container"] = container;
        payload["channel"] = ChannelOf(message.Channel);
        if (message.EphemeralTo is null)
            payload["message"] = message.Json(withMetadata: false); // an ephemeral message is not repeated
        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["response_url"] = slack.ResponseUrls.Give(user, message.Channel, message);
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    public JsonObject Press(string user, SlackView view, JsonObject action)
    {
        var payload = Interaction("block_actions", user);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = view.Full();
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    public JsonObject Submit(string user, SlackView view, JsonObject values)
    {
        var payload = Interaction("view_submission", user);
        payload["view"] = view.Full();
        payload["view"]!["state"] = new JsonObject { ["values"] = values };
        payload["response_urls"] = new JsonArray();
        return payload;
    }

    public JsonObject MessageShortcut(string user, SlackMessage message, string callbackId)
    {
        var payload = Interaction("message_action", user);
        payload["callback_id"] = callbackId;
        payload["action_ts"] = Ts();
        payload["message_ts"] = message.Ts;
        payload["message"] = message.Json(withMetadata: false);
        payload["channel"] = ChannelOf(message.Channel);
        payload["response_url"] = slack.ResponseUrls.Give(user, message.Channel, null);
        return payload;
    }

    public JsonObject GlobalShortcut(string user, string callbackId)
    {
        var payload = Interaction("shortcut", user);
        payload["callback_id"] = callbackId;
        payload["action_ts"] = Ts();
        return payload;
    }

    /// <summary>The entry of <c>actions</c> for a press or a choice.</summary>
    public JsonObject Action(SlackElement element, string? value)
    {
        var action = value is null ? [] : Filled.In(element, value);
        action["type"] = element.Type;
        action["action_id"] = element.ActionId;
        action["block_id"] = element.BlockId;
        action["action_ts"] = Ts();
        if (element.Type == "button")
        {
            action["text"] = element.Json["text"]?.DeepClone();
            if (element.Value is { } carried)
                action["value"] = carried;
        }

        return action;
    }

    public string Ts() => slack.Locked(state => state.NextTs());

    private JsonObject Interaction(string type, string user) => new()
    {
        ["type"] = type,
        ["user"] = new JsonObject { ["id"] = user, ["username"] = slack.User(user).Name, ["name"] = slack.User(user).Name, ["team_id"] = FakeSlack.Team },
        ["api_app_id"] = FakeSlack.App,
        ["token"] = "deprecated",
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team, ["domain"] = FakeSlack.TeamDomain },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
        ["trigger_id"] = slack.Triggers.Give(user),
    };

    private JsonObject ChannelOf(string id) =>
        new() { ["id"] = id, ["name"] = id.StartsWith('D') ? "directmessage" : id.StartsWith('G') ? "privategroup" : slack.Channel(id).Name };
}

/// <summary>What an input holds after somebody filled it in, in the shape of its kind.</summary>
internal static class Filled
{
    public static JsonObject In(SlackElement element, string? value)
    {
        var state = new JsonObject { ["type"] = element.Type };
        var (name, content) = element.Type switch
        {
            "static_select" or "radio_buttons" or "overflow" or "external_select" => ("selected_option", Option(element, value)),
            "multi_static_select" or "checkboxes" or "multi_external_select" => ("selected_options", new JsonArray([.. Split(value).Select(each => Option(element, each))])),
            "users_select" => ("selected_user", value),
            "multi_users_select" => ("selected_users", Strings(value)),
            "conversations_select" => ("selected_conversation", value),
            "multi_conversations_select" => ("selected_conversations", Strings(value)),
            "channels_select" => ("selected_channel", value),
            "multi_channels_select" => ("selected_channels", Strings(value)),
            "datepicker" => ("selected_date", value),
            "timepicker" => ("selected_time", value),
            "datetimepicker" => ("selected_date_time", value is null ? null : JsonValue.Create(long.Parse(value, CultureInfo.InvariantCulture))),
            _ => ("value", (JsonNode?)value),
        };
        state[name] = content;
        return state;
    }

    /// <summary>What it holds when nobody touched it.</summary>
    public static JsonObject Initial(SlackElement element)
    {
        var state = In(element, null);
        foreach (var (name, value) in element.Json.Where(field => field.Key.StartsWith("initial_", StringComparison.Ordinal)))
            state[name == "initial_value" ? "value" : "selected_" + name["initial_".Length..]] = value?.DeepClone();
        return state;
    }

    public static bool IsEmpty(JsonObject state) =>
        state.Where(field => field.Key != "type").All(field => field.Value is null or JsonArray { Count: 0 } || (field.Value is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 0));

    private static JsonNode? Option(SlackElement element, string? value)
    {
        if (value is null)
            return null;
        var groups = element.Json["option_groups"] as JsonArray ?? [];
        var options = (element.Json["options"] as JsonArray ?? []).Concat(groups.SelectMany(group => group?["options"] as JsonArray ?? []));
        return options.FirstOrDefault(option => (string?)option?["value"] == value || (string?)option?["text"]?["text"] == value)?.DeepClone()
            ?? throw new InvalidOperationException($"There is no option {value} in {element.ActionId}.");
    }

    private static JsonArray Strings(string? value) => [.. Split(value).Select(each => (JsonNode)each)];

    private static string[] Split(string? value) => value?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
