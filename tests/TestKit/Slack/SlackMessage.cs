using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>A message as people see it now.</summary>
public sealed record SlackMessage(string Channel, string Ts, string User)
{
    public string? ThreadTs { get; init; }

    public string Text { get; init; } = "";

    public string BlocksJson { get; init; } = "[]";

    public string? MetadataJson { get; init; }

    public int Edits { get; init; }

    /// <summary>The only person who sees it; such a message is in no history.</summary>
    public string? EphemeralTo { get; init; }

    public bool IsBroadcast { get; init; }

    public ImmutableList<SlackReaction> Reactions { get; init; } = [];

    public ImmutableList<string> Files { get; init; } = [];

    public bool IsFromBot => User == FakeSlack.BotUser;

    public JsonArray Blocks => JsonNode.Parse(BlocksJson)!.AsArray();

    public JsonObject? Metadata => MetadataJson is null ? null : JsonNode.Parse(MetadataJson)!.AsObject();

    public IReadOnlyList<SlackElement> Elements => SlackElement.In(Blocks);

    /// <summary>Labels of the buttons, in order.</summary>
    public IReadOnlyList<string> Buttons => [.. Elements.Where(element => element.Type == "button").Select(element => element.Label)];

    /// <summary>Every text that is shown in its blocks, a line each; the fallback text when it has none.</summary>
    public string Shown => Blocks.Count == 0 ? Text : string.Join('\n', SlackElement.Texts(Blocks));

    internal JsonObject Json(bool withMetadata)
    {
        var message = new JsonObject { ["type"] = "message", ["ts"] = Ts, ["user"] = User, ["text"] = Text, ["team"] = FakeSlack.Team };
        if (IsFromBot)
        {
            message["bot_id"] = FakeSlack.Bot;
            message["app_id"] = FakeSlack.App;
        }

        if (BlocksJson != "[]")
            message["blocks"] = Blocks;
        if (ThreadTs is not null)
            message["thread_ts"] = ThreadTs;
        if (Edits > 0)
            message["edited"] = new JsonObject { ["user"] = User, ["ts"] = Ts };
        if (Reactions.Count > 0)
            message["reactions"] = new JsonArray([.. Reactions.GroupBy(reaction => reaction.Emoji).Select(same => new JsonObject
            {
                ["name"] = same.Key,
                ["users"] = new JsonArray([.. same.Select(reaction => (JsonNode)reaction.User)]),
                ["count"] = same.Count(),
            })]);
        if (withMetadata && MetadataJson is not null)
            message["metadata"] = Metadata;
        return message;
    }
}

public sealed record SlackReaction(string User, string Emoji);
