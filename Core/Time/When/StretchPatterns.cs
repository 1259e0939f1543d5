using System.Text.RegularExpressions;

namespace AsyncBot.Core.Time.When;

/// <summary>The shapes in which people say from when to when, each with names for its parts.</summary>
internal static partial class StretchPatterns
{
    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    [GeneratedRegex(
        @"^(?:(?:from|starting|beginning)\s+)?(?<a>.*?)(?:^|(?<=\s)|\s)(?<k>until|till|'?til|through|thru|for)(?:\s+(?<b>.*))?$"
        + @"|^(?:from\s+)?(?<a>.*?)(?:^|\s)(?<k>to)(?:\s+(?<b>.*))?$", Words)]
    public static partial Regex WithEnd();

    [GeneratedRegex(@"^(?:from\s+)?(?<a>.+?)\s*(?<k>\s-\s|–|—)\s*(?<b>.+)$", Words)]
    public static partial Regex WithDash();

    [GeneratedRegex(@"^(?:from|starting|beginning)(?:\s+(?<a>.*))?$", Words)]
    public static partial Regex Start();

    [GeneratedRegex(@"^(?<b>.*?)\s+(?:from|starting|beginning)\s+(?<a>.+)$", Words)]
    public static partial Regex BehindLength();

    [GeneratedRegex(@"^(?:all|the whole)\s+day(?:\s+|$)", Words)]
    public static partial Regex AllDay();

    /// <summary>"tomorrow 10:00-12:00" and "friday from 2 to 4pm"; "april 3-7" are days.</summary>
    [GeneratedRegex(
        @"^(?:(?:on|from)\s+)?(?<d>(?!(?:on|from)\s)\S.*?),? (?:from )?(?=.*(?:[0-9]:[0-9]|[ap]m|[0-9]h\b))(?<a>[0-9]{1,2}(?:[:.][0-9]{2})?\s*(?<p>[ap]m|h)?)"
        + @"\s*(?:-|–|—|\bto\b|\btill\b|\buntil\b)\s*(?<b>[0-9]{1,2}(?:[:.][0-9]{2})?\s*(?<q>[ap]m|h)?)$", Words)]
    public static partial Regex Times();

    /// <summary>"9", "monday 9", "tomorrow at 14".</summary>
    [GeneratedRegex(@"^(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|tomorrow)(?:\s+at)?\s+)?(?:[01]?[0-9]|2[0-3])$", Words)]
    public static partial Regex BareHour();

    [GeneratedRegex(@"^(?:on\s+)?[a-z]+$", Words)]
    public static partial Regex OnlyWord();

    [GeneratedRegex(@"^[0-9]{1,2}(?:st|nd|rd|th)?$", Words)]
    public static partial Regex Number();

    [GeneratedRegex(@"^(?:(?:on|all|of|the)\s+)*(?<w>this|next)\s+week$", Words)]
    public static partial Regex Week();

    [GeneratedRegex(@"\b(?:week|month|quarter|year)s?\b", Words)]
    public static partial Regex LongWords();

    [GeneratedRegex(@"\b(?:morning|noon|midday|afternoon|evening|night|tonight|midnight|lunch\w*|eod|cob|close)\b", Words)]
    public static partial Regex DayParts();

    [GeneratedRegex(@"\b(?:today|tomorrow|tonight|yesterday|in|now)\b", Words)]
    public static partial Regex Relative();

    [GeneratedRegex(@"(?<![a-z])(?:h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)(?![a-z])", Words)]
    public static partial Regex HourWords();
}
