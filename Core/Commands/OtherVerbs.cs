using System.Globalization;
using AsyncBot.Core.Commands;

namespace AsyncBot.Core.Due;

/// <summary>Other verbs that people say before the number of an item, such as <c>due finish 12</c>.</summary>
internal static class OtherVerbs
{
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["finish"] = "done",
        ["complete"] = "done",
        ["close"] = "done",
        ["remove"] = "delete",
        ["postpone"] = "move",
        ["reschedule"] = "move",
    };

    /// <summary>The line with the verb that is meant; null where it is none of these, or no number follows.</summary>
    public static Line? Read(Line line) =>
        line.Words is [var noun, { IsQuoted: false } verb, { IsQuoted: false } number, ..] && noun.Is(DueItem.Kind)
        && Meant.TryGetValue(verb.Text, out var meant)
        && int.TryParse(number.Text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new Line($"{line.Text[..verb.Start]}{meant}{line.Text[verb.End..]}")
            : null;
}
