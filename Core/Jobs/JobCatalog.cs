using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Jobs;

/// <summary>The jobs this bot knows, by the names they have on disk.</summary>
public sealed class JobCatalog
{
    private readonly Dictionary<string, Entry> _byName = [];
    private readonly Dictionary<Type, string> _names = [];

    /// <summary>The kinds of jobs that can be done.</summary>
    public IEnumerable<Type> All => _names.Keys;

    /// <param name="name">Never changes, because waiting jobs carry it.</param>
    public void Add<TJob, THandler>(string name)
        where TJob : IJob
        where THandler : class, IJobHandler<TJob>
    {
        _byName.Add(name, new Entry(typeof(TJob), (services, job, turn) =>
            ((THandler)services.GetService(typeof(THandler))!).Run((TJob)job, turn)));
        _names.Add(typeof(TJob), name);
    }

    public string NameOf(IJob job) => _names[job.GetType()];

    public Type? TypeOf(string name) => _byName.GetValueOrDefault(name)?.Job;

    public Task Run(IServiceProvider services, IJob job, Turn turn) => _byName[NameOf(job)].Run(services, job, turn);

    private sealed record Entry(Type Job, Func<IServiceProvider, IJob, Turn, Task> Run);
}
