using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>usergroups.*: an update replaces everybody, and a group is never empty.</summary>
internal static class UserGroupMethods
{
    public static IReadOnlyList<SlackMethod> All { get; } =
    [
        new("usergroups.list", List, "usergroups:read"),
        new("usergroups.users.list", Users, "usergroups:read"),
        new("usergroups.users.update", Update, "usergroups:write"),
    ];

    private static JsonObject List(FakeSlack slack, SlackRequest request) => new()
    {
        ["usergroups"] = new JsonArray([.. slack.State.Groups.Values
            .Where(group => !group.IsDisabled || request.Flag("include_disabled"))
            .Select(group => Json(group, request.Flag("include_users")))]),
    };

    private static JsonObject Users(FakeSlack slack, SlackRequest request) => new() { ["users"] = Ids(Known(slack, request)) };

    private static JsonObject Update(FakeSlack slack, SlackRequest request)
    {
        var group = Known(slack, request);
        var users = (request["users"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (users.Length == 0)
            throw new SlackRefusal("no_users_provided");
        if (users.Any(user => !slack.State.Users.TryGetValue(user, out var known) || known.IsDeleted))
            throw new SlackRefusal("invalid_users");
        slack.State.Groups[group.Id] = group = group with { Users = [.. users.Distinct()] };
        return new JsonObject { ["usergroup"] = Json(group, true) };
    }

    private static SlackUserGroup Known(FakeSlack slack, SlackRequest request) =>
        slack.State.Groups.TryGetValue(request.Needs("usergroup"), out var group) ? group : throw new SlackRefusal("no_such_subteam");

    private static JsonObject Json(SlackUserGroup group, bool withUsers)
    {
        var json = new JsonObject
        {
            ["id"] = group.Id,
            ["team_id"] = FakeSlack.Team,
            ["is_usergroup"] = true,
            ["name"] = group.Handle,
            ["handle"] = group.Handle,
            ["date_delete"] = group.IsDisabled ? 1 : 0,
            ["user_count"] = group.Users.Count,
        };
        if (withUsers)
            json["users"] = Ids(group);
        return json;
    }

    private static JsonArray Ids(SlackUserGroup group) => [.. group.Users.Select(user => (JsonNode)user)];
}
