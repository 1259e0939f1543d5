using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Jobs;

/// <summary>Writes a job by its name, so that one that waits for months survives a renamed type.</summary>
public sealed class JobJson(JobCatalog catalog) : JsonConverter<IJob>
{
    public override IJob Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var named = JsonSerializer.Deserialize<Named>(ref reader, options)!;
        var type = catalog.TypeOf(named.Job) ?? throw new JsonException(
            $"There is no job named {named.Job}: add it to the {nameof(JobCatalog)} under that name, which waiting jobs carry.");
        return (IJob)named.Body.Deserialize(type, options)!;
    }

    public override void Write(Utf8JsonWriter writer, IJob value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Named(catalog.NameOf(value), JsonSerializer.SerializeToNode(value, value.GetType(), options)), options);

    private sealed record Named(string Job, JsonNode? Body);
}
