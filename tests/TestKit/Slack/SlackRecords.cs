using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>One call of the Web API, whatever became of it.</summary>
public sealed record SlackCall(string Method, IReadOnlyDictionary<string, string> Arguments, DateTimeOffset At, TokenKind Token)
{
    public string? this[string argument] => Arguments.GetValueOrDefault(argument);
}

public enum TokenKind
{
    None,
    Bot,
    App,
    Wrong,
}

/// <summary>A modal.</summary>
public sealed record SlackView(string Id, string User, string Content)
{
    public string Hash { get; init; } = "";

    public string? RootId { get; init; }

    public string? PreviousId { get; init; }

    /// <summary>Closed views stay, to be looked at.</summary>
    public bool IsOpen { get; init; } = true;

    public JsonObject Json => JsonNode.Parse(Content)!.AsObject();

    public string CallbackId => (string?)Json["callback_id"] ?? "";

    public string Title => (string?)Json["title"]?["text"] ?? "";

    public IReadOnlyList<SlackElement> Elements => SlackElement.In(Json["blocks"]!.AsArray());

    public string Shown => string.Join('\n', SlackElement.Texts(Json["blocks"]));

    internal JsonObject Full()
    {
        var json = Json;
        json["id"] = Id;
        json["team_id"] = FakeSlack.Team;
        json["app_id"] = FakeSlack.App;
        json["bot_id"] = FakeSlack.Bot;
        json["hash"] = Hash;
        json["root_view_id"] = RootId ?? Id;
        json["previous_view_id"] = PreviousId;
        json["callback_id"] ??= "";
        json["private_metadata"] ??= "";
        json["external_id"] ??= "";
        json["state"] ??= new JsonObject { ["values"] = new JsonObject() };
        return json;
    }
}

/// <summary>What was posted to a response_url, and what Slack said.</summary>
public sealed record SlackResponse(string Url, string Body, bool HadAuthorization, int Status, DateTimeOffset At);

/// <summary>A file: its upload URL was given out; its content and its places came later.</summary>
public sealed record SlackFile(string Id, string Name, long Length)
{
    public byte[]? Content { get; init; }

    public string? Title { get; init; }

    public string? SharedIn { get; init; }

    /// <summary>What a screen reader says.</summary>
    public string? AltText { get; init; }

    public string Text => System.Text.Encoding.UTF8.GetString(Content ?? []);
}

/// <summary>A user group, as <c>@oncall</c>.</summary>
public sealed record SlackUserGroup(string Id, string Handle, IReadOnlyList<string> Users)
{
    public bool IsDisabled { get; init; }
}
