using System.Text.Json;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>
/// What somebody filled into a form whose inputs come from data, such as the questions of a check-in. The input <c>answers.1</c> fills field
/// <c>1</c> of the argument <c>answers</c>.
/// </summary>
public sealed record Fields(IReadOnlyDictionary<string, string> Values)
{
    public string? this[string field] => Values.GetValueOrDefault(field) is { } value && !Blank.Is(value) ? value : null;

    /// <summary>The name of the input for a field.</summary>
    public static string NameOf(string argument, string field) => $"{argument}.{field}";

    /// <summary>The fields of an argument among the values of a form; null where there are none.</summary>
    internal static Fields? In(IReadOnlyDictionary<string, string> given, string argument)
    {
        var prefix = NameOf(argument, "");
        var own = given.Where(value => value.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(value => value.Key[prefix.Length..], value => value.Value);
        return own.Count == 0 ? null : new Fields(own);
    }

    // Records compare dictionaries by reference.
    public bool Equals(Fields? other) => other is not null && Values.Count == other.Values.Count && !Values.Except(other.Values).Any();

    public override int GetHashCode() => Values.Count;

    internal string Write() => JsonSerializer.Serialize(Values);

    internal static Fields? Restore(string written)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(written) is { } values ? new Fields(values) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
