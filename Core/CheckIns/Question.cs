using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace AsyncBot.Core.CheckIns;

/// <summary>Something that a check-in asks each time.</summary>
/// <param name="Choices">What can be chosen; empty but for <see cref="QuestionKind.Choice"/>.</param>
/// <param name="IsAnonymous">Of a scale: nobody's answer is kept with their name.</param>
public sealed partial record Question(string Text, QuestionKind Kind, QuestionRole Role, IReadOnlyList<string> Choices, bool IsAnonymous = false)
{
    /// <summary>Questions that a check-in has at most, because a form with more is not filled in.</summary>
    public const int Most = 8;

    public const int LongestText = 300;
    public const int MostChoices = 20;
    public const int LongestChoice = 70;
    public const int LongestAnswer = 10_000;
    public const int ScaleEnd = 5;

    private static readonly string[] Scale = [.. Enumerable.Range(1, ScaleEnd).Select(step => step.ToString(CultureInfo.InvariantCulture))];
    private static readonly string[] YesOrNo = ["yes", "no"];
    private static readonly string[] Yes = ["yes", "y", "yeah", "yep", "true", "1", "sí", "si", "oui", "ja", "👍"];
    private static readonly string[] No = ["no", "n", "nope", "false", "0", "non", "nein", "👎"];

    /// <summary>What a form lets choose from; empty where any text will do.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Options => Kind switch
    {
        QuestionKind.Choice => Choices,
        QuestionKind.Scale => Scale,
        QuestionKind.YesNo => YesOrNo,
        _ => [],
    };

    /// <summary>As a form labels it.</summary>
    [JsonIgnore]
    public string Label => Kind switch
    {
        QuestionKind.Scale when IsAnonymous => $"{Text} (1 to {ScaleEnd}, kept without your name)",
        QuestionKind.Scale => $"{Text} (1 to {ScaleEnd})",
        QuestionKind.Number => $"{Text} (a number)",
        _ => Text,
    };

    /// <summary>Reads an answer.</summary>
    /// <returns>What is kept, or what is wrong in a sentence.</returns>
    public (string? Answer, string? Wrong) Read(string said)
    {
        var text = said.Trim();
        switch (Kind)
        {
            case QuestionKind.Choice:
                var chosen = Choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase));
                return (chosen, chosen is null ? $"“{Text}” takes one of {string.Join(", ", Choices)}." : null);
            case QuestionKind.Scale:
                var step = text.Split('/')[0].Trim();
                return Scale.Contains(step) ? (step, null) : (null, $"“{Text}” takes a number from 1 to {ScaleEnd}.");
            case QuestionKind.YesNo:
                var word = text.TrimEnd('.', '!').ToLowerInvariant();
                return Yes.Contains(word) ? ("yes", null) : No.Contains(word) ? ("no", null) : (null, $"“{Text}” takes yes or no.");
            case QuestionKind.Number:
                return ReadNumber(text);
            default:
                var length = text.EnumerateRunes().Count();
                return length <= LongestAnswer ? (text, null) : (null, string.Create(
                    CultureInfo.InvariantCulture, $"An answer can have at most {LongestAnswer:N0} characters, and this has {length:N0}."));
        }
    }

    private (string? Answer, string? Wrong) ReadNumber(string text)
    {
        // A thousand to some, and one to others.
        if (OneComma().IsMatch(text))
            return (null, $"“{Text}”: {text} may be {text.Replace(",", "", StringComparison.Ordinal)} or {text.Split(',')[0]}. Write it without the comma.");
        var plain = Thousands().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : text.Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (number.ToString(CultureInfo.InvariantCulture), null)
            : (null, $"“{Text}” takes a number such as 12.");
    }

    [GeneratedRegex(@"^[+-]?\d{1,3},\d{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex OneComma();

    [GeneratedRegex(@"^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    // Records compare lists by reference.
    public bool Equals(Question? other) => other is not null && Text == other.Text && Kind == other.Kind && Role == other.Role
        && IsAnonymous == other.IsAnonymous && Choices.SequenceEqual(other.Choices);

    public override int GetHashCode() => HashCode.Combine(Text, Kind, Role, IsAnonymous);
}

/// <summary>What a question takes.</summary>
public enum QuestionKind
{
    Text,
    Choice,
    Number,

    /// <summary>From 1 to 5, such as a mood.</summary>
    Scale,

    YesNo,
}

/// <summary>What an answer is good for beside being read.</summary>
public enum QuestionRole
{
    None,

    /// <summary>What was done: the latest plan stands in it at first.</summary>
    Done,

    /// <summary>What comes next: it is shown to its author the next time.</summary>
    Plan,

    /// <summary>What is in the way.</summary>
    Blocker,
}
