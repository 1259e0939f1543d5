using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>The declaration of one command, read once from its record.</summary>
public sealed class CommandShape
{
    private static readonly ConcurrentDictionary<Type, CommandShape> Known = new();

    private readonly CommandAttribute _declared;
    private readonly ConstructorInfo _constructor;

    private CommandShape(Type type)
    {
        Type = type;
        _declared = type.GetCustomAttribute<CommandAttribute>() ?? throw new InvalidOperationException($"{type.Name} needs a [Command].");
        _constructor = type.GetConstructors().Single();
        Args = [.. _constructor.GetParameters().Select(parameter => new ArgShape(type, parameter))];
        (Noun, Verb) = Name.Split(' ', 2) is [var noun, var verb] ? (noun, verb) : (Name, "");
    }

    public Type Type { get; }

    public IReadOnlyList<ArgShape> Args { get; }

    public string Name => _declared.Name;

    public string Noun { get; }

    /// <summary>Empty for a command of one word.</summary>
    public string Verb { get; }

    public string Summary => _declared.Summary;

    public string Example => _declared.Example;

    public Role Role => _declared.Role;

    public bool IsDefault => _declared.Default;

    public bool IsAlone => _declared.Alone;

    public bool IsHidden => _declared.Hidden;

    public bool IsOnce => _declared.Once;

    public bool IsQuestion => _declared.Question;

    public bool TakesReplies => _declared.Replies;

    public string? OfferedAs => _declared.OfferedAs;

    /// <summary>How it is typed: <c>idea merge &lt;number&gt; into &lt;other&gt;</c>.</summary>
    public string Usage => string.Join(' ', Args.Where(arg => !arg.IsHidden).Select(arg => arg.Usage).Prepend(Name));

    public static CommandShape Of(Type type) => Known.GetOrAdd(type, static type => new CommandShape(type));

    public static CommandShape Of<T>() where T : ICommand => Of(typeof(T));

    /// <param name="values">In the order of <see cref="Args"/>; null where an optional argument was left out.</param>
    public ICommand Create(object?[] values) => (ICommand)_constructor.Invoke(values);

    /// <summary>How long the names and values of its arguments are together.</summary>
    /// <param name="lengthOf">Of a value, as it is written where it has to fit.</param>
    public int LengthOf(ICommand command, Func<string, int> lengthOf)
    {
        var length = 0;
        for (var at = 0; at < Args.Count; at++)
        {
            if (Args[at].Read(command) is { } value)
                length += Args[at].Name.Length + lengthOf(Args[at].Kind.Write(value));
        }

        return length;
    }

    /// <summary>The command as a form.</summary>
    /// <param name="given">Values that stand in the fields at first.</param>
    public Form ToForm(IReadOnlyDictionary<string, string>? given = null)
    {
        given ??= new Dictionary<string, string>();
        var hidden = Args.Where(arg => arg.IsHidden && given.ContainsKey(arg.Name)).ToDictionary(arg => arg.Name, arg => given[arg.Name]);
        var inputs = Args.Where(arg => !arg.IsHidden).Select(arg => new Input(
            arg.Name, arg.Label, arg.IsRequired, arg.Max, arg.IsRest, arg.Kind.Choices, given.GetValueOrDefault(arg.Name), arg.Kind.Input));
        return new Form(Summary, Name, [.. inputs], hidden);
    }
}

/// <summary>The declaration of one argument.</summary>
public sealed class ArgShape
{
    private readonly ArgAttribute _declared;
    private readonly PropertyInfo _property;

    internal ArgShape(Type command, ParameterInfo parameter)
    {
        _declared = parameter.GetCustomAttribute<ArgAttribute>()
            ?? throw new InvalidOperationException($"{command.Name}.{parameter.Name} needs an [Arg].");
        _property = command.GetProperty(parameter.Name!)!;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType);
        IsRequired = type is null && new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.Nullable;
        Kind = ArgKind.Of(type ?? parameter.ParameterType);
        Name = _declared.Name ?? char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..];
    }

    public string Name { get; }

    public ArgKind Kind { get; }

    public bool IsRequired { get; }

    public string Label => _declared.Label;

    public bool IsRest => _declared.Rest;

    public bool TakesIds => _declared.Ids;

    public int Max => _declared.Max;

    public string? After => _declared.After;

    public bool IsTrailing => _declared.Trailing;

    public bool IsSubject => _declared.Subject;

    public bool IsHidden => _declared.Hidden;

    public string Usage
    {
        get
        {
            var word = Kind.Usage(Name);
            var text = (After is null ? "" : After + " ") + (IsRequired && word == Name ? $"<{word}>" : word);
            return IsRequired ? text : $"[{text}]";
        }
    }

    /// <summary>The sentence for where it is left out and may not be.</summary>
    public string Missing => $"{Label} is missing.";

    public object? Read(ICommand command) => _property.GetValue(command);

    /// <summary>What is wrong with a text that has too many characters; null with any other.</summary>
    public string? TooLong(string text) => text.EnumerateRunes().Count() is var length && length > Max
        ? string.Create(CultureInfo.InvariantCulture, $"{Label} can have at most {Max:N0} characters, and this has {length:N0}.")
        : null;
}
