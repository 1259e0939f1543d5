using System.Text.RegularExpressions;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// Reads a question with what stands behind it in brackets, or at its end: (yes/no), (number), (scale), (anonymous scale), (choice: red, green). What is
/// no kind is refused, because a kind that is misspelt would have names published.
/// </summary>
internal static partial class QuestionWords
{
    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The kinds as they are typed.</summary>
    public const string Kinds = "(yes/no), (number), (scale), (anonymous scale) and (choice: red, green)";

    /// <returns>The question, or what is wrong with it.</returns>
    public static (Question? Question, Rich? Wrong) Read(string said, string note = "")
    {
        if (note.Length == 0 && AtEnd().Match(said) is { Success: true } inside)
            (said, note) = (inside.Groups["text"].Value, inside.Groups["note"].Value);
        var text = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Blank.Is(text))
            return (null, $"A question is empty.");
        if (text.EnumerateRunes().Count() > Question.LongestText)
            return (null, $"A question can have at most {Question.LongestText} characters.");
        var (kind, choices, isAnonymous, wrong) = KindOf(note.Trim());
        var role = kind == QuestionKind.Text ? RoleOf(text) : QuestionRole.None;
        return wrong is not null ? (null, wrong) : (new Question(text, kind, role, choices, isAnonymous), null);
    }

    private static (QuestionKind Kind, IReadOnlyList<string> Choices, bool IsAnonymous, Rich? Wrong) KindOf(string note)
    {
        if (note.Length == 0 || note.Equals("text", StringComparison.OrdinalIgnoreCase))
            return (QuestionKind.Text, [], false, null);
        if (YesNo().IsMatch(note))
            return (QuestionKind.YesNo, [], false, null);
        if (Number().IsMatch(note))
            return (QuestionKind.Number, [], false, null);
        if (Scale().Match(note) is { Success: true } scale)
            return (QuestionKind.Scale, [], scale.Groups["anonymous"].Success || scale.Groups["without"].Success, null);
        if (Choice().Match(note) is { Success: true } choice)
        {
            var choices = choice.Groups["choices"].Value.Split([',', ';', '|', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            return choices.Count is < 2 or > Question.MostChoices || choices.Any(each => each.Length > Question.LongestChoice)
                ? (default, [], false, $"A choice has 2 to {Question.MostChoices} words to choose from, such as (choice: red, green).")
                : (QuestionKind.Choice, choices, false, null);
        }

        return (default, [], false, $"“({Excerpt.Word(note)})” is no kind of question; there is {Kinds}. "
            + $"Where it belongs to the text, write (text) behind it.");
    }

    /// <summary>What an answer is good for beside being read, by the words of the question.</summary>
    private static QuestionRole RoleOf(string question) =>
        Blocker().IsMatch(question) ? QuestionRole.Blocker
        : Plan().IsMatch(question) ? QuestionRole.Plan
        : Done().IsMatch(question) ? QuestionRole.Done : QuestionRole.None;

    [GeneratedRegex(@"^(?<text>.*?)\s*\((?<note>[^()]+)\)\s*$", Words | RegexOptions.Singleline)]
    private static partial Regex AtEnd();

    [GeneratedRegex(@"^(?:yes\s*(?:/|or)\s*no|yes-no|yesno|boolean)$", Words)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"^(?:a\s+)?number$", Words)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(?<anonymous>anonymous(?:ly)?\s*,?\s*)?(?:scale|mood|1\s*(?:-|–|to)\s*5)(?<without>\s*,?\s*(?:anonymous(?:ly)?|without\s+names?))?$", Words)]
    private static partial Regex Scale();

    [GeneratedRegex(@"^(?:(?:choice|choose|one of|select)\s*:?\s*)(?<choices>.+)$|^(?<choices>[^,|]+(?:[,|][^,|]+)+)$", Words)]
    private static partial Regex Choice();

    [GeneratedRegex(@"\b(?:block(?:s|ed|er|ers|ing)?|obstacles?|impediments?|stuck|in (?:the|your) way|hold(?:s|ing)? you|bloque\w*|hindern\w*)\b", Words)]
    private static partial Regex Blocker();

    [GeneratedRegex(@"\b(?:next|plan(?:s|ned|ning)?|goals?|going to|will you|today|tomorrow|intend)\b", Words)]
    private static partial Regex Plan();

    [GeneratedRegex(@"\b(?:did you|have you|done|yesterday|finish(?:ed)?|accomplish(?:ed)?|achieve[d]?|complete[d]?|last (?:time|week))\b", Words)]
    private static partial Regex Done();
}
