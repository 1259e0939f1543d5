using System.Text.Json;
using System.Text.Json.Serialization;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>Writes a command by its name and its values, so that a button in an old message still means the same after the code has moved.</summary>
public sealed class CommandJson(CommandCatalog catalog) : JsonConverter<ICommand>
{
    public override ICommand Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var call = JsonSerializer.Deserialize<Call>(ref reader, options)!;
        return catalog.Find(call.Command) is { } shape && Binder.Restore(shape, call.Values) is { } command ? command : new Retired(call.Command);
    }

    public override void Write(Utf8JsonWriter writer, ICommand value, JsonSerializerOptions options)
    {
        var shape = CommandShape.Of(value.GetType());
        JsonSerializer.Serialize(writer, new Call(shape.Name, shape.Values(value)), options);
    }

    private sealed record Call(string Command, IReadOnlyDictionary<string, string> Values);
}

/// <summary>A button whose command is no longer there.</summary>
[Command("retired", "Says that a button is too old", Hidden = true)]
public sealed record Retired([Arg("What it was")] string Command) : ICommand
{
    public sealed class Handler : ICommandHandler<Retired>
    {
        public Task<Reply> Handle(Retired command, Turn turn) =>
            Task.FromResult(Reply.Refuse($"This button is from an older time and no longer works. Try: {new Typed("help")}"));
    }
}
