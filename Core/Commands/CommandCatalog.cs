using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>
/// Everything this bot can do. Help, forms, buttons, docs and the platforms' own lists follow from what is in it.
/// </summary>
public sealed class CommandCatalog
{
    private readonly Dictionary<string, Entry> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _nouns = [];
    private readonly Dictionary<string, List<CommandShape>> _byNoun = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _announced = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<MessageShortcut> _shortcuts = [];
    private readonly List<Func<Line, Line?>> _sayings = [];

    /// <summary>All commands, in the order in which they were added.</summary>
    public IEnumerable<CommandShape> All => _byName.Values.Select(entry => entry.Shape);

    /// <summary>The nouns that can be typed.</summary>
    public IReadOnlyList<string> Nouns => _nouns;

    /// <summary>Nouns that will mean something one day, with what they will be about.</summary>
    public IReadOnlyDictionary<string, string> Announced => _announced;

    /// <summary>The entries of each message's menu.</summary>
    public IReadOnlyList<MessageShortcut> Shortcuts => _shortcuts;

    public void Add(MessageShortcut shortcut) => _shortcuts.Add(shortcut);

    /// <summary>Adds other words for a command, such as <c>remind me to …</c>.</summary>
    /// <param name="saying">The line with the command's own words; null where these are not the other words.</param>
    public void Add(Func<Line, Line?> saying) => _sayings.Add(saying);

    /// <summary>The line as a command, where it is said in other words.</summary>
    public Line Meant(Line line) => _sayings.Select(saying => saying(line)).FirstOrDefault(meant => meant is not null) ?? line;

    public void Add<TCommand, THandler>()
        where TCommand : ICommand
        where THandler : class, ICommandHandler<TCommand>
    {
        var shape = CommandShape.Of<TCommand>();
        _byName.Add(shape.Name, new Entry(shape, (services, command, turn) =>
            ((THandler)services.GetService(typeof(THandler))!).Handle((TCommand)command, turn)));
        if (shape.IsHidden)
            return;
        if (_byNoun.TryAdd(shape.Noun, []))
            _nouns.Add(shape.Noun);
        _byNoun[shape.Noun].Add(shape);
    }

    /// <summary>Answers a noun whose feature is still to come, so that a platform's list of commands can have it from the start.</summary>
    /// <param name="what">What it will be about, as the beginning of a sentence: <c>Check-ins</c>.</param>
    public void Announce(string noun, string what)
    {
        if (_byNoun.ContainsKey(noun))
            throw new InvalidOperationException($"{noun} is here: take its line out of Core/Help/Announcements.cs.");
        _announced.Add(noun, what);
    }

    /// <summary>What is answered to a noun that is announced; null for any other.</summary>
    /// <param name="buttons">Ways to keep what was typed.</param>
    public Reply? AnswerAnnounced(string noun, params Button[] buttons) => _announced.GetValueOrDefault(noun) is { } what
        ? Reply.Refuse($"{what} will come with a later version of me. Try: {new Typed("help")} to see what I can do today.", buttons)
        : null;

    public CommandShape? Find(string name) => _byName.GetValueOrDefault(name)?.Shape;

    /// <summary>The verbs of a noun that can be typed, in their order.</summary>
    public IReadOnlyList<CommandShape> Of(string noun) => _byNoun.GetValueOrDefault(noun) ?? (IReadOnlyList<CommandShape>)[];

    /// <summary>The command that takes the whole text after a noun.</summary>
    public CommandShape? DefaultOf(string noun) => Of(noun).FirstOrDefault(shape => shape.IsDefault);

    /// <summary>The command that takes what is said in the thread of an item, such as <c>checkin 7 2026-03-09</c>; null where none does.</summary>
    public CommandShape? ReplyTo(string? subject) => subject is null ? null : Of(subject.Split(' ')[0]).FirstOrDefault(shape => shape.TakesReplies);

    /// <summary>The command that stands for a noun where there is room for one.</summary>
    public CommandShape FirstOf(string noun) => DefaultOf(noun) ?? Of(noun)[0];

    public Task<Reply> Handle(IServiceProvider services, ICommand command, Turn turn) =>
        _byName[CommandShape.Of(command.GetType()).Name].Handle(services, command, turn);

    private sealed record Entry(CommandShape Shape, Func<IServiceProvider, ICommand, Turn, Task<Reply>> Handle);
}
