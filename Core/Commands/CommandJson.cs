using System.Text.Json;
using System.Text.Json.Serialization;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>Writes a command by its name and its values, so that a button in an old message still means the same after the code has moved.</summary>
public sealed class CommandJson(CommandCatalog catalog) : JsonConverter<ICommand>
{
    private const string CommandName = "command";
    private const string ValuesName = "values";

    public override ICommand Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var call = JsonSerializer.Deserialize<Call>(ref reader, options);
        if (call is not { Command: not null, Values: not null })
            return new Retired("button");
        return catalog.Find(call.Command) is { } shape && Binder.Restore(shape, call.Values) is { } command ? command : new Retired(call.Command);
    }

    public override void Write(Utf8JsonWriter writer, ICommand value, JsonSerializerOptions options)
    {
        // By hand, because a list of ten ideas has eleven buttons, and this is a tenth of what answering it costs.
        var shape = CommandShape.Of(value.GetType());
        writer.WriteStartObject();
        writer.WriteString(CommandName, shape.Name);
        writer.WriteStartObject(ValuesName);
        foreach (var arg in shape.Args)
        {
            if (arg.Read(value) is { } given)
                writer.WriteString(arg.Name, arg.Kind.Write(given));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private sealed record Call(
        [property: JsonPropertyName(CommandName)] string? Command,
        [property: JsonPropertyName(ValuesName)] IReadOnlyDictionary<string, string>? Values);
}
