using System.Text.RegularExpressions;

namespace AsyncBot.Core.CheckIns;

/// <summary>Lets people answer in one message: a line for each question, or parts with a semicolon between.</summary>
public static partial class Split
{
    private const string Fence = "```";

    /// <returns>A part for each question; null where the text has other parts, and is not to be guessed at.</returns>
    public static IReadOnlyList<string>? Into(int questions, string text)
    {
        if (questions == 1)
            return [text.Trim()];

        // What stands in a block of code belongs together.
        if (text.Contains(Fence, StringComparison.Ordinal))
            return null;
        var lines = text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == questions)
            return lines.All(Numbered().IsMatch) ? [.. lines.Select(line => Numbered().Replace(line, ""))] : lines;
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        if (parts is [.. var before, ""] && parts.Length == questions + 1)
            parts = before;
        return parts.Length == questions && parts.All(part => part.Length > 0) ? parts : null;
    }

    /// <summary>
    /// The parts of a text that is not yet all of an answer, each at the place of its question; null where one does not fit there, or could stand
    /// elsewhere as well.
    /// </summary>
    public static IReadOnlyList<string?>? Placed(IReadOnlyList<Question> questions, string text)
    {
        if (text.Contains(Fence, StringComparison.Ordinal))
            return null;
        var parts = text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 1)
            parts = text.Split(';', StringSplitOptions.TrimEntries);
        if (parts.Length > questions.Count || (parts.Length < questions.Count && questions[0].Kind == QuestionKind.Text))
            return null;
        var placed = new string?[questions.Count];
        foreach (var (at, part) in parts.Index().Where(each => each.Item.Length > 0))
        {
            (placed[at], var wrong) = questions[at].Read(part);
            if (wrong is not null)
                return null;
        }

        return placed;
    }

    /// <summary>In how many lines or parts a text came.</summary>
    public static int Count(string text)
    {
        var lines = text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
        return lines > 1 ? lines : text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
    }

    [GeneratedRegex(@"^(?:[-*•–]|\d{1,2}[.)])\s+(?=\S)")]
    private static partial Regex Numbered();
}
