using System.Text.Json.Nodes;
using NodaTime.Text;

namespace AsyncBot.Bot.Tests;

/// <summary>A message as the API gives it.</summary>
public sealed class Message(JsonObject json)
{
    public JsonObject Json => json;

    public string Id => (string)json["id"]!;

    public Instant At => Moment.Of((string)json["at"]!);

    public string From => (string)json["from"]!;

    public string In => (string)json["in"]!;

    public string? To => (string?)json["to"];

    public string? Thread => (string?)json["thread"];

    public bool IsEphemeral => (bool)json["ephemeral"]!;

    public string Text => (string)json["text"]!;

    public IReadOnlyList<string> Buttons => [.. json["buttons"]!.AsArray().Select(button => (string)button!["label"]!)];

    public string? FormId => (string?)json["form"]?["id"];

    public bool IsEdited => (bool)json["edited"]!;

    /// <summary>So that a failing assertion shows what was said.</summary>
    public override string ToString() => json.ToJsonString();
}

public static class Answers
{
    /// <summary>What only the caller sees of what a command in a channel brought about; what it posted may stand before or after it.</summary>
    public static Message Answer(this IReadOnlyList<Message> messages) => messages.Single(message => message.IsEphemeral);
}

/// <summary>Points in time as the API writes them.</summary>
public static class Moment
{
    public static Instant Of(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();
}
