using System.Globalization;

namespace AsyncBot.Core.Time;

/// <summary>A rule in plain English, because people trust a schedule only after it was read back to them.</summary>
internal static class RuleWords
{
    private static readonly string[] Nths = ["", "first", "second", "third", "fourth"];

    public static string Of(Recurrence rule) =>
        $"every {Pattern(rule)} at {rule.At.ToString("HH:mm", CultureInfo.InvariantCulture)} {rule.ZoneId}";

    private static string Pattern(Recurrence rule) => rule.Frequency switch
    {
        Frequency.Daily => Beat("day", rule.Interval),
        Frequency.Weekly when rule.Interval == 1 => rule.Days.Count == 7 ? "day" : IsWorkweek(rule.Days) ? "weekday" : Days(rule.Days),
        Frequency.Weekly => $"{Beat("week", rule.Interval)} on {(IsWorkweek(rule.Days) ? "weekdays" : Days(rule.Days))}",
        _ => $"{Beat("month", rule.Interval)} on the {(rule.Nth is { } nth ? Nth(nth) : DayOfMonth(rule.DayOfMonth!.Value))}",
    };

    private static string Beat(string unit, int interval) =>
        interval == 1 ? unit : string.Create(CultureInfo.InvariantCulture, $"{interval} {unit}s");

    private static bool IsWorkweek(IReadOnlyList<IsoDayOfWeek> days) => days is [IsoDayOfWeek.Monday, _, _, _, IsoDayOfWeek.Friday];

    private static string Days(IReadOnlyList<IsoDayOfWeek> days) =>
        days.Count == 1 ? days[0].ToString() : $"{string.Join(", ", days.SkipLast(1))} and {days[^1]}";

    private static string Nth(NthWeekday nth) => $"{(nth.Nth == -1 ? "last" : Nths[nth.Nth])} {nth.Day}";

    private static string DayOfMonth(int day)
    {
        var suffix = day switch { 1 or 21 or 31 => "st", 2 or 22 => "nd", 3 or 23 => "rd", _ => "th" };
        var clamped = day > 28 ? " (the last day in shorter months)" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{day}{suffix}{clamped}");
    }
}
