using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>chat.*: messages of the bot.</summary>
internal static class ChatMethods
{
    private const int LongestText = 40_000;

    public static IReadOnlyList<SlackMethod> All { get; } =
    [
        new("chat.postMessage", PostMessage, "chat:write"),
        new("chat.postEphemeral", PostEphemeral, "chat:write"),
        new("chat.update", Update, "chat:write"),
        new("chat.delete", Delete, "chat:write"),
        new("chat.getPermalink", Permalink),
    ];

    private static JsonObject PostMessage(FakeSlack slack, SlackRequest request)
    {
        var state = slack.State;
        var id = request.Needs("channel");
        var channel = id[0] is 'U' or 'W' ? Direct(state, id) : Places.Of(state, id);
        Places.Writable(channel);
        var thread = request["thread_ts"];
        if (thread is not null && state.Find(channel.Id, thread) is not { EphemeralTo: null })
            throw new SlackRefusal("cannot_reply_to_message");
        var message = Content(state, request, new SlackMessage(channel.Id, state.NextTs(), FakeSlack.BotUser))
            with { ThreadTs = thread, IsBroadcast = thread is not null && request.Flag("reply_broadcast"), MetadataJson = Metadata(request) };
        state.Messages.Add(message);
        return new JsonObject { ["channel"] = channel.Id, ["ts"] = message.Ts, ["message"] = message.Json(withMetadata: true) };
    }

    private static JsonObject PostEphemeral(FakeSlack slack, SlackRequest request)
    {
        var state = slack.State;
        var channel = Places.Of(state, request.Needs("channel"));
        Places.Writable(channel);
        var user = request.Needs("user");
        if (!channel.Members.Contains(user))
            throw new SlackRefusal("user_not_in_channel");
        var message = Content(state, request, new SlackMessage(channel.Id, state.NextTs(), FakeSlack.BotUser)) with { ThreadTs = request["thread_ts"], EphemeralTo = user };
        state.Messages.Add(message);
        return new JsonObject { ["message_ts"] = message.Ts };
    }

    private static JsonObject Update(FakeSlack slack, SlackRequest request)
    {
        var state = slack.State;
        var channel = Places.Of(state, request.Needs("channel"));
        if (channel.IsArchived)
            throw new SlackRefusal("is_archived");
        var before = state.Find(channel.Id, request.Needs("ts"));
        if (before is not { EphemeralTo: null })
            throw new SlackRefusal("message_not_found");
        if (!before.IsFromBot)
            throw new SlackRefusal("cant_update_message");
        var message = Content(state, request, before) with { Edits = before.Edits + 1 };
        if (request["metadata"] is { } metadata)
            message = message with { MetadataJson = metadata.Trim() == "{}" ? null : Metadata(request) };
        state.Replace(message);
        return new JsonObject { ["channel"] = channel.Id, ["ts"] = message.Ts, ["text"] = message.Text, ["message"] = message.Json(withMetadata: true) };
    }

    private static JsonObject Delete(FakeSlack slack, SlackRequest request)
    {
        var channel = Places.Of(slack.State, request.Needs("channel"));
        var message = slack.State.Find(channel.Id, request.Needs("ts"));
        if (message is not { EphemeralTo: null })
            throw new SlackRefusal("message_not_found");
        if (!message.IsFromBot)
            throw new SlackRefusal("cant_delete_message");
        slack.State.Messages.Remove(message);
        return new JsonObject { ["channel"] = channel.Id, ["ts"] = message.Ts };
    }

    private static JsonObject Permalink(FakeSlack slack, SlackRequest request)
    {
        var channel = Places.Of(slack.State, request.Needs("channel"));
        var ts = request.Needs("message_ts");
        return slack.State.Find(channel.Id, ts) is null
            ? throw new SlackRefusal("message_not_found")
            : new JsonObject { ["channel"] = channel.Id, ["permalink"] = $"https://{FakeSlack.TeamDomain}.slack.com/archives/{channel.Id}/p{ts.Replace(".", "", StringComparison.Ordinal)}" };
    }

    private static SlackMessage Content(SlackState state, SlackRequest request, SlackMessage before)
    {
        if (request.Json("blocks", "invalid_blocks_format") is var node && BlockRules.Message(node) is { } blocks)
            before = before with { BlocksJson = SlackElement.Named(blocks, () => state.NextId("b")) };
        else if (request["text"] is null)
            throw new SlackRefusal("no_text");
        var text = request["text"] ?? "";
        if (text.Length == 0 && before.BlocksJson == "[]")
            throw new SlackRefusal("no_text");
        return text.Length > LongestText ? throw new SlackRefusal("msg_too_long") : before with { Text = text };
    }

    private static string? Metadata(SlackRequest request)
    {
        if (request.Json("metadata", "invalid_metadata_format") is not { } node)
            return null;
        return node is JsonObject metadata && metadata["event_type"] is JsonValue && metadata["event_payload"] is JsonObject
            ? metadata.ToJsonString()
            : throw new SlackRefusal("invalid_metadata_schema");
    }

    private static SlackChannel Direct(SlackState state, string user) =>
        state.Users.TryGetValue(user, out var known) && known is { IsDeleted: false, IsBot: false } ? state.Direct(user) : throw new SlackRefusal("channel_not_found");
}

/// <summary>Finds channels as the bot sees them.</summary>
internal static class Places
{
    /// <summary>A private channel that the bot is not in does not exist for it.</summary>
    public static SlackChannel Of(SlackState state, string id) =>
        state.Channels.TryGetValue(id, out var channel) && (!channel.IsPrivate || channel.Members.Contains(FakeSlack.BotUser)) ? channel : throw new SlackRefusal("channel_not_found");

    public static void Writable(SlackChannel channel)
    {
        if (channel.IsArchived)
            throw new SlackRefusal("is_archived");
        if (!channel.Members.Contains(FakeSlack.BotUser))
            throw new SlackRefusal("not_in_channel");
    }
}
