using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AsyncBot.Storage.Json;

/// <summary>
/// Writes an id such as <c>PersonId("U1")</c> as <c>"U1"</c>, also as the key of a dictionary:
/// every record struct whose only public property, but for those that are never written, is a string named Value.
/// </summary>
public sealed class StringIdConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsValueType
            && typeToConvert.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null
            && typeToConvert.GetConstructor([typeof(string)]) is not null
            && Written(typeToConvert) is [{ Name: "Value" } only]
            && only.PropertyType == typeof(string);
    }

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private static PropertyInfo[] Written(Type type) =>
        [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => !property.IsDefined(typeof(JsonIgnoreAttribute)))];

    private sealed class Converter<T> : JsonConverter<T> where T : struct
    {
        private readonly Func<T, string?> _text = Text();
        private readonly Func<string?, T> _id = Id();

        /// <summary>A default id has no value and is written as null.</summary>
        public override bool HandleNull => true;

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? default : _id(reader.GetString());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(_text(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => _id(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(_text(value) ?? throw new JsonException($"A {typeof(T).Name} without a value can't be a key."));

        private static Func<T, string?> Text()
        {
            var id = Expression.Parameter(typeof(T));
            return Expression.Lambda<Func<T, string?>>(Expression.Property(id, "Value"), id).Compile();
        }

        private static Func<string?, T> Id()
        {
            var text = Expression.Parameter(typeof(string));
            return Expression.Lambda<Func<string?, T>>(Expression.New(typeof(T).GetConstructor([typeof(string)])!, text), text).Compile();
        }
    }
}
