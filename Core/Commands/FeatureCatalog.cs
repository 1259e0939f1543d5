using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>
/// What the bot is made of. Each noun's feature file adds here what the noun brings along, a line each; whoever runs, tests or
/// documents the bot takes it from here.
/// </summary>
public sealed class FeatureCatalog
{
    private readonly List<Part> _parts = [];

    public CommandCatalog Commands { get; } = new();

    public JobCatalog Jobs { get; } = new();

    public DocumentCatalog Documents { get; } = new();

    public ExpiryCatalog Expiries { get; } = new();

    public ClosingCatalog Closing { get; } = new();

    /// <summary>What has to be built, once each, so that all this works.</summary>
    public IReadOnlyList<Part> Parts => _parts;

    /// <summary>Something that can be said or pressed.</summary>
    public FeatureCatalog Command<TCommand, THandler>()
        where TCommand : ICommand
        where THandler : class, ICommandHandler<TCommand>
    {
        Commands.Add<TCommand, THandler>();
        return Part<THandler>();
    }

    /// <summary>An entry of each message's menu.</summary>
    public FeatureCatalog Shortcut(MessageShortcut shortcut)
    {
        Commands.Add(shortcut);
        return this;
    }

    /// <summary>Other words for a command (<see cref="CommandCatalog.Meant"/>).</summary>
    public FeatureCatalog Saying(Func<Line, Line?> saying)
    {
        Commands.Add(saying);
        return this;
    }

    /// <summary>A noun that is still to come (<see cref="CommandCatalog.Announce"/>).</summary>
    public FeatureCatalog Announce(string noun, string what)
    {
        Commands.Announce(noun, what);
        return this;
    }

    /// <summary>Something that falls due.</summary>
    /// <param name="name">Never changes, because waiting jobs carry it.</param>
    public FeatureCatalog Job<TJob, THandler>(string name)
        where TJob : IJob
        where THandler : class, IJobHandler<TJob>
    {
        Jobs.Add<TJob, THandler>(name);
        return Part<THandler>();
    }

    /// <summary>A kind of document whose changes can be taken back.</summary>
    public FeatureCatalog Document<T>(DocumentType<T> type, UndoRules<T> undo) where T : class
    {
        Documents.Add(type, undo);
        return this;
    }

    /// <summary>What follows from each change to a kind of document, this feature’s own or another’s.</summary>
    public FeatureCatalog Follower<T, TFollower>(DocumentType<T> type)
        where T : class
        where TFollower : class, IFollow<T>
    {
        Documents.Follow<T, TFollower>(type);
        return Part<TFollower>();
    }

    /// <summary>A kind of document that is only kept for a while.</summary>
    /// <param name="before">Describes what goes with one; null where nothing does.</param>
    public FeatureCatalog Expiring<T>(DocumentType<T> type, Func<Turn, T, Task>? before = null) where T : class, IExpires
    {
        Expiries.Add(type, before);
        return this;
    }

    /// <summary>A kind of document that is kept for a while after it was closed, as the admins say.</summary>
    public FeatureCatalog Closes<T>(DocumentType<T> type) where T : class
    {
        Closing.Add(type);
        return this;
    }

    /// <summary>Something that others ask for by its own name.</summary>
    public FeatureCatalog Part<T>() where T : class => Part<T, T>();

    /// <summary>Something that others ask for as a <typeparamref name="TService"/>, of which there may be several, or by its own name.</summary>
    public FeatureCatalog Part<TService, T>()
        where TService : class
        where T : class, TService
    {
        _parts.Add(new Part(typeof(TService), typeof(T)));
        return this;
    }
}

/// <summary>Something that is built once.</summary>
/// <param name="Service">What it is asked for as.</param>
public sealed record Part(Type Service, Type Type);
