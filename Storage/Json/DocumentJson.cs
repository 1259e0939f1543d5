using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Serialization.SystemTextJson;

namespace AsyncBot.Storage.Json;

/// <summary>The one way documents become text, so that a file written by one engine or version is read by another.</summary>
public sealed class DocumentJson
{
    private readonly JsonSerializerOptions _options;

    /// <param name="converters">For types that Core declares and that need their own form; they win over the ones here.</param>
    public DocumentJson(IEnumerable<JsonConverter>? converters = null)
    {
        _options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowOutOfOrderMetadataProperties = true,
        };
        foreach (var converter in converters ?? [])
            _options.Converters.Add(converter);
        _options.Converters.Add(MicrosecondInstant.Converter);
        _options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        _options.Converters.Add(new StringIdConverter());
        _options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    /// <param name="declared">The type as the reader will name it: derived types then carry their discriminator.</param>
    public string Write(object value, Type declared) => JsonSerializer.Serialize(value, declared, _options);

    /// <exception cref="JsonException">The text is not such a value.</exception>
    public T Read<T>(string json) where T : class =>
        JsonSerializer.Deserialize<T>(json, _options) ?? throw new JsonException("The text says null.");
}
