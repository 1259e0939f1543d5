using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace AsyncBot.Core.Time.Recurrences;

/// <summary>Stores a recurrence with its rule as RRULE text, and reads those that were stored in parts, as the first digests were.</summary>
internal sealed class RecurrenceJson : JsonConverter<Recurrence>
{
    public override Recurrence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var read = document.RootElement;
        try
        {
            return read.TryGetProperty("rule", out var rule) ? OfRule(RuleOf(rule.GetString()), read) : OfParts(read);
        }
        catch (Exception wrong) when (wrong is ArgumentException or KeyNotFoundException or InvalidOperationException or UnparsableValueException)
        {
            throw new JsonException("This is no recurrence.", wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, Recurrence value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", value.Rule.ToString());
        writer.WriteString("start", LocalDateTimePattern.ExtendedIso.Format(value.Start));
        writer.WriteString("zone", value.Zone);
        Write(writer, "except", value.Exceptions);
        Write(writer, "also", value.Additions);
        writer.WriteEndObject();
    }

    private static Recurrence OfRule(RecurrenceRule rule, JsonElement read) => new(
        rule, Time(read.GetProperty("start")), read.GetProperty("zone").GetString()!, Times(read, "except"), Times(read, "also"));
    private static Recurrence OfParts(JsonElement parts)
    {
        var interval = parts.GetProperty("interval").GetInt32();
        var at = LocalTimePattern.ExtendedIso.Parse(parts.GetProperty("at").GetString()!).Value;
        var zone = parts.GetProperty("zoneId").GetString()!;
        var from = LocalDatePattern.Iso.Parse(parts.GetProperty("from").GetString()!).Value;
        return parts.GetProperty("frequency").GetString() switch
        {
            "daily" => Recurrence.Daily(at, zone, from, interval),
            "weekly" => Recurrence.Weekly([.. parts.GetProperty("days").EnumerateArray().Select(Day)], at, zone, from, interval),
            _ => parts.TryGetProperty("nth", out var nth) && nth.ValueKind == JsonValueKind.Object
                ? Recurrence.Monthly(new NthWeekday(Day(nth.GetProperty("day")), nth.GetProperty("nth").GetInt32()), at, zone, from, interval)
                : Recurrence.Monthly(parts.GetProperty("dayOfMonth").GetInt32(), at, zone, from, interval),
        };
    }

    private static IsoDayOfWeek Day(JsonElement day) => Enum.Parse<IsoDayOfWeek>(day.GetString()!, ignoreCase: true);

    private static RecurrenceRule RuleOf(string? text) => RecurrenceRule.TryParse(text, out var rule) ? rule : throw new JsonException($"“{text}” is no rule.");

    private static LocalDateTime Time(JsonElement time) => LocalDateTimePattern.ExtendedIso.Parse(time.GetString()!).Value;

    private static LocalDateTime[] Times(JsonElement read, string name) =>
        read.TryGetProperty(name, out var times) ? [.. times.EnumerateArray().Select(Time)] : [];

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<LocalDateTime> times)
    {
        if (times.Count == 0)
            return;
        writer.WriteStartArray(name);
        foreach (var time in times)
            writer.WriteStringValue(LocalDateTimePattern.ExtendedIso.Format(time));
        writer.WriteEndArray();
    }
}
