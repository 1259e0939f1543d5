using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>conversations.* but for what was said there, and users.conversations.</summary>
internal static class ConversationMethods
{
    public static IReadOnlyList<SlackMethod> All { get; } =
    [
        new("conversations.open", Open, "im:write"),
        new("conversations.info", Info, "channels:read"),
        new("conversations.members", Members, "channels:read"),
        new("conversations.list", List, "channels:read"),
        new("users.conversations", OfUser, "channels:read"),
    ];

    private static JsonObject Open(FakeSlack slack, SlackRequest request)
    {
        var state = slack.State;
        var users = (request["users"] ?? throw new SlackRefusal("users_list_not_supplied")).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var user in users)
        {
            if (!state.Users.TryGetValue(user, out var known))
                throw new SlackRefusal("user_not_found");
            if (known.IsDeleted)
                throw new SlackRefusal("user_disabled");
            if (known.IsBot)
                throw new SlackRefusal("cannot_dm_bot");
        }

        if (users.Length > 8)
            throw new SlackRefusal("too_many_users");
        var isNew = users.Length > 1 || !state.Channels.Values.Any(channel => channel.DirectWith == users[0]);
        var opened = users.Length == 1 ? state.Direct(users[0]) : Group(slack, state, users);
        var answer = new JsonObject { ["channel"] = request.Flag("return_im") ? opened.Json(false) : new JsonObject { ["id"] = opened.Id } };
        if (!isNew)
            (answer["no_op"], answer["already_open"]) = (true, true);
        return answer;
    }

    private static SlackChannel Group(FakeSlack slack, SlackState state, string[] users)
    {
        if (!slack.Scopes.Contains("mpim:write"))
            throw new SlackRefusal("missing_scope");
        var id = "G0" + string.Concat(users.Order(StringComparer.Ordinal).Select(user => user[2..]));
        if (!state.Channels.TryGetValue(id, out var channel))
            state.Channels[id] = channel = new SlackChannel(id, "mpdm-" + id) { IsPrivate = true, IsGroupDirect = true, Members = [.. users, FakeSlack.BotUser] };
        return channel;
    }

    private static JsonObject Info(FakeSlack slack, SlackRequest request) =>
        new() { ["channel"] = Places.Of(slack.State, request.Needs("channel")).Json(request.Flag("include_num_members")) };

    private static JsonObject Members(FakeSlack slack, SlackRequest request)
    {
        var channel = Places.Of(slack.State, request.Needs("channel"));
        var (page, next) = request.Page(channel.Members, 1000, 100);
        return new JsonObject { ["members"] = new JsonArray([.. page.Select(user => (JsonNode)user)]), ["response_metadata"] = new JsonObject { ["next_cursor"] = next } };
    }

    private static JsonObject List(FakeSlack slack, SlackRequest request) => Channels(slack, request, _ => true);

    private static JsonObject OfUser(FakeSlack slack, SlackRequest request)
    {
        var user = request["user"] ?? FakeSlack.BotUser;
        if (!slack.State.Users.ContainsKey(user))
            throw new SlackRefusal("user_not_found");
        return Channels(slack, request, channel => channel.Members.Contains(user));
    }

    private static JsonObject Channels(FakeSlack slack, SlackRequest request, Func<SlackChannel, bool> wanted)
    {
        var types = (request["types"] ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        if (types.Except(["public_channel", "private_channel", "mpim", "im"]).Any())
            throw new SlackRefusal("invalid_types");
        var all = slack.State.Channels.Values
            .Where(channel => types.Contains(channel.Type) && wanted(channel))
            .Where(channel => !channel.IsPrivate || channel.Members.Contains(FakeSlack.BotUser))
            .Where(channel => !channel.IsArchived || !request.Flag("exclude_archived"))
            .OrderBy(channel => channel.Id, StringComparer.Ordinal);
        var (page, next) = request.Page(all, 1000, 100);
        return new JsonObject { ["channels"] = new JsonArray([.. page.Select(channel => channel.Json(true))]), ["response_metadata"] = new JsonObject { ["next_cursor"] = next } };
    }
}
