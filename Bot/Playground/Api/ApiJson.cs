using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace AsyncBot.Bot.Playground.Api;

/// <summary>The JSON of the playground's API: strict in what it takes, and the same shape for every message it gives.</summary>
public static class ApiJson
{
    private const int Deepest = 16;

    public static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = false,
        MaxDepth = Deepest,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Of(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static IResult Answer<T>(T body, int status = StatusCodes.Status200OK) => Results.Json(body, Options, statusCode: status);
}

public sealed record MessageJson(
    string Id, string At, string From, string In, string? To, string? Thread, bool Ephemeral, string Text, CardJson? Card,
    IReadOnlyList<ButtonJson> Buttons, FormJson? Form, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FileJson? File, bool Edited,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PictureJson? Picture = null);

public sealed record CardJson(string? Title, IReadOnlyList<BlockJson> Blocks);

/// <param name="Type">paragraph, facts, people, section, divider, note or buttons.</param>
public sealed record BlockJson(string Type, string Text);

public sealed record ButtonJson(string Id, string Label);

public sealed record FormJson(string Id, string Title, IReadOnlyList<InputJson> Inputs);

public sealed record InputJson(string Name, string Label, bool Required, int Max, bool Multiline, IReadOnlyList<string> Choices, string? Value);

public sealed record FileJson(string Name, string Content);

/// <param name="Words">All that it shows.</param>
public sealed record PictureJson(string Name, string Words);
