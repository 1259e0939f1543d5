using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>users.* and dnd.*.</summary>
internal static class UserMethods
{
    private const int DndUsers = 50;

    public static IReadOnlyList<SlackMethod> All { get; } =
    [
        new("users.list", List, "users:read"),
        new("users.info", Info, "users:read"),
        new("users.lookupByEmail", ByEmail, "users:read.email"),
        new("users.getPresence", Presence, "users:read"),
        new("dnd.info", Dnd, "dnd:read"),
        new("dnd.teamInfo", TeamDnd, "dnd:read"),
    ];

    private static JsonObject List(FakeSlack slack, SlackRequest request)
    {
        var (page, next) = request.Page(slack.State.Users.Values.OrderBy(user => user.Id, StringComparer.Ordinal), 1000, 1000);
        return new JsonObject
        {
            ["members"] = new JsonArray([.. page.Select(user => Json(slack, user, request.Flag("include_locale")))]),
            ["cache_ts"] = slack.State.Now.ToUnixTimeSeconds(),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        };
    }

    private static JsonObject Info(FakeSlack slack, SlackRequest request) =>
        new() { ["user"] = Json(slack, Known(slack, request["user"]), request.Flag("include_locale")) };

    private static JsonObject ByEmail(FakeSlack slack, SlackRequest request)
    {
        var email = request.Needs("email");
        var user = slack.State.Users.Values.FirstOrDefault(each => !each.IsDeleted && string.Equals(each.Email, email, StringComparison.OrdinalIgnoreCase));
        return new JsonObject { ["user"] = Json(slack, user ?? throw new SlackRefusal("users_not_found"), false) };
    }

    private static JsonObject Presence(FakeSlack slack, SlackRequest request) => new() { ["presence"] = Known(slack, request["user"]).Presence };

    private static JsonObject Dnd(FakeSlack slack, SlackRequest request) => Dnd(Known(slack, request["user"]));

    private static JsonObject TeamDnd(FakeSlack slack, SlackRequest request)
    {
        var users = request.Needs("users").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (users.Length > DndUsers)
            throw new SlackRefusal("too_many_users");
        return new JsonObject { ["users"] = new JsonObject(users.Select(user => KeyValuePair.Create(user, (JsonNode?)Dnd(Known(slack, user))))) };
    }

    private static JsonObject Dnd(SlackUser user) => new()
    {
        ["dnd_enabled"] = user.DndEnabled,
        ["next_dnd_start_ts"] = user.DndEnabled ? user.DndStart : 1,
        ["next_dnd_end_ts"] = user.DndEnabled ? user.DndEnd : 1,
    };

    private static JsonObject Json(FakeSlack slack, SlackUser user, bool withLocale)
    {
        var json = user.Json(FakeSlack.Team, Instant.FromDateTimeOffset(slack.State.Now), withLocale);
        if (!slack.Scopes.Contains("users:read.email"))
            json["profile"]!.AsObject().Remove("email");
        return json;
    }

    private static SlackUser Known(FakeSlack slack, string? id) =>
        id is not null && slack.State.Users.TryGetValue(id, out var user) ? user : throw new SlackRefusal("user_not_found");
}
