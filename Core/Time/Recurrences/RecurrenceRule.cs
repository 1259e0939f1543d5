using System.Diagnostics.CodeAnalysis;

namespace AsyncBot.Core.Time.Recurrences;

/// <summary>How often something comes round, in the terms of RFC 5545, so that a rule from any calendar means here what it means there.</summary>
/// <param name="Interval">Every so many hours, days, weeks, months or years, 1 to <see cref="LongestInterval"/>, counted from the start.</param>
/// <param name="ByDay">Only monthly and yearly rules say which one of the weekdays.</param>
/// <param name="ByMonthDay">1 to 31, or -1 (the last) to -31; never in weekly rules.</param>
/// <param name="BySetPos">Which of the days that the other parts name in one period: 1 the first, -1 the last.</param>
/// <param name="Count">How many times in all, 1 to <see cref="MostCount"/>; those that were called off count, too.</param>
/// <param name="Until">The last wall time at which it may happen.</param>
/// <param name="WeekStart">The day on which "every 2 weeks" begins to count.</param>
/// <exception cref="ArgumentException">The parts make no rule: an interval below 1, a 32nd, "the second Monday" of every day.</exception>
public sealed record RecurrenceRule(
    Frequency Frequency,
    int Interval = 1,
    IReadOnlyList<NthWeekday>? ByDay = null,
    IReadOnlyList<int>? ByMonthDay = null,
    IReadOnlyList<int>? ByMonth = null,
    IReadOnlyList<int>? BySetPos = null,
    int? Count = null,
    LocalDateTime? Until = null,
    IsoDayOfWeek WeekStart = IsoDayOfWeek.Monday,
    Skip Skip = Skip.Omit)
{
    public const int LongestInterval = 1_000;
    private const int MostCount = 10_000;

    public Frequency Frequency { get; } = IsRule(Frequency, ByDay ?? [], ByMonthDay ?? [])
        ? Frequency
        : throw new ArgumentException($"No {Frequency} rule has these parts.", nameof(Frequency));

    public int Interval { get; } = Checked(Interval, Interval is >= 1 and <= LongestInterval, nameof(Interval), $"a number from 1 to {LongestInterval}");

    /// <summary>Sorted and without duplicates, like all lists here; empty where nothing was said.</summary>
    public IReadOnlyList<NthWeekday> ByDay { get; } = [.. (ByDay ?? []).Distinct().OrderBy(day => day.Nth).ThenBy(day => day.Day)];

    public IReadOnlyList<int> ByMonthDay { get; } = Sorted(ByMonthDay);

    public IReadOnlyList<int> ByMonth { get; } = Checked(
        Sorted(ByMonth), (ByMonth ?? []).All(month => month is >= 1 and <= 12), nameof(ByMonth), "months from 1 to 12");

    public IReadOnlyList<int> BySetPos { get; } = Checked(
        Sorted(BySetPos),
        BySetPos is not { Count: > 0 } || (BySetPos.All(IsPosition) && NamesDays(ByDay, ByMonthDay, ByMonth)),
        nameof(BySetPos),
        "positions from 1 to 366 or from -1 to -366, of days that ByDay, ByMonthDay or ByMonth names");

    public int? Count { get; init => field = CheckedCount(value); } = CheckedCount(Count);

    public IsoDayOfWeek WeekStart { get; } = Checked(
        WeekStart, WeekStart is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday, nameof(WeekStart), "a day from Monday to Sunday");

    public Skip Skip { get; } = Checked(Skip, Enum.IsDefined(Skip), nameof(Skip), string.Join(" or ", Enum.GetNames<Skip>()));

    /// <summary>Reads an RRULE such as <c>FREQ=MONTHLY;BYDAY=-1FR</c>; false for what is wrong and for what is not offered here.</summary>
    /// <param name="zone">Needed only for an UNTIL in UTC, which becomes a wall time there.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RecurrenceRule? rule, DateTimeZone? zone = null) =>
        RuleText.TryParse(text, zone, out rule);

    /// <summary>The rule as an RRULE of RFC 5545.</summary>
    public override string ToString() => RuleText.Of(this);

    // Records compare lists by reference.
    public bool Equals(RecurrenceRule? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static int? CheckedCount(int? count) =>
        Checked(count, count is null or (>= 1 and <= MostCount), nameof(Count), $"a number from 1 to {MostCount}, or nothing");

    private static int[] Sorted(IReadOnlyList<int>? numbers) => [.. (numbers ?? []).Distinct().Order()];

    private static bool IsRule(Frequency frequency, IReadOnlyList<NthWeekday> byDay, IReadOnlyList<int> byMonthDay) =>
        Enum.IsDefined(frequency)
        && byDay.All(day => day.IsValid && (day.Nth == 0 || frequency == Frequency.Yearly || (frequency == Frequency.Monthly && day.Nth is >= -5 and <= 5)))
        && byMonthDay.All(day => day is >= -31 and <= 31 and not 0) && (byMonthDay.Count == 0 || frequency != Frequency.Weekly);

    private static bool IsPosition(int at) => at is >= -366 and <= 366 and not 0;

    private static bool NamesDays(IReadOnlyList<NthWeekday>? byDay, IReadOnlyList<int>? byMonthDay, IReadOnlyList<int>? byMonth) =>
        byDay is { Count: > 0 } || byMonthDay is { Count: > 0 } || byMonth is { Count: > 0 };

    private static T Checked<T>(T part, bool isRight, string name, string allowed) => isRight
        ? part
        : throw new ArgumentException($"{name} is {(part is int[] numbers ? string.Join(", ", numbers) : part)}: use {allowed}.", name);
}
