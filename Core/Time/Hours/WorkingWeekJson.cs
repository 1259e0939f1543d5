using System.Text.Json;
using System.Text.Json.Serialization;

namespace AsyncBot.Core.Time.Hours;

/// <summary>Stores a week as the text that people write.</summary>
internal sealed class WorkingWeekJson : JsonConverter<WorkingWeek>
{
    public override WorkingWeek Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is not { } text ? throw new JsonException("This is no week.")
        : text.Length == 0 ? new WorkingWeek([])
        : WorkingWeek.Read(text).Week ?? throw new JsonException($"“{text}” is no week.");

    public override void Write(Utf8JsonWriter writer, WorkingWeek value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
