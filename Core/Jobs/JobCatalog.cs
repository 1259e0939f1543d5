using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Jobs;

/// <summary>Does one kind of job. Like a command it only reads and describes, and is committed with the end of its lease.</summary>
public interface IJobHandler<in T> where T : IJob
{
    Task Run(T job, Turn turn);
}

/// <summary>The jobs this bot knows, by the names they have on disk.</summary>
public sealed class JobCatalog
{
    private readonly Dictionary<string, Entry> _byName = [];
    private readonly Dictionary<Type, string> _names = [];

    public IEnumerable<Type> Handlers => _byName.Values.Select(entry => entry.Handler);

    /// <param name="name">Never changes, because waiting jobs carry it.</param>
    public JobCatalog Add<TJob, THandler>(string name)
        where TJob : IJob
        where THandler : class, IJobHandler<TJob>
    {
        _byName.Add(name, new Entry(typeof(TJob), typeof(THandler), (services, job, turn) =>
            ((THandler)services.GetService(typeof(THandler))!).Run((TJob)job, turn)));
        _names.Add(typeof(TJob), name);
        return this;
    }

    public string NameOf(IJob job) => _names[job.GetType()];

    public Type? TypeOf(string name) => _byName.GetValueOrDefault(name)?.Job;

    public Task Run(IServiceProvider services, IJob job, Turn turn) => _byName[NameOf(job)].Run(services, job, turn);

    private sealed record Entry(Type Job, Type Handler, Func<IServiceProvider, IJob, Turn, Task> Run);
}

/// <summary>Writes a job by its name, so that one that waits for months survives a renamed type.</summary>
public sealed class JobJson(JobCatalog catalog) : JsonConverter<IJob>
{
    public override IJob Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var named = JsonSerializer.Deserialize<Named>(ref reader, options)!;
        var type = catalog.TypeOf(named.Job) ?? throw new JsonException($"There is no job named {named.Job}: add it to the {nameof(JobCatalog)} under that name, which waiting jobs carry.");
        return (IJob)named.Body.Deserialize(type, options)!;
    }

    public override void Write(Utf8JsonWriter writer, IJob value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Named(catalog.NameOf(value), JsonSerializer.SerializeToNode(value, value.GetType(), options)), options);

    private sealed record Named(string Job, JsonNode? Body);
}
