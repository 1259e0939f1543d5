using AsyncBot.Core.Time.Recurrences;
using CsCheck;

namespace AsyncBot.Core.Tests.Time;

/// <summary>Random rules as calendars have them, which begin with their first occurrence, in ordinary zones and in those whose clocks do odd things.</summary>
internal static class CalendarRules
{
    private static readonly string[] Zones =
    [
        "UTC", "Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Antarctica/Troll", "Africa/Cairo", "America/Havana", "America/Santiago", "Asia/Beirut",
        "America/Nuuk", "Pacific/Apia", "Asia/Kathmandu", "Pacific/Kiritimati",
    ];

    private static readonly string[] Resting = ["UTC", "Asia/Tokyo", "Asia/Kathmandu", "Pacific/Kiritimati"];

    private static readonly Gen<IReadOnlyList<NthWeekday>> Weekdays =
        Gen.Int[1, 7].Select(day => new NthWeekday((IsoDayOfWeek)day)).List[1, 5].Select(days => (IReadOnlyList<NthWeekday>)days);

    private static readonly Gen<int[]> Months = Gen.Int[1, 12].Array[1, 3];

    private static readonly Gen<int[]> MonthDays = Gen.OneOf(Gen.Int[1, 31], Gen.Int[-31, -1]).Array[1, 4];

    private static readonly Gen<int[]?> Positions = Gen.OneOf(
        Gen.Const((int[]?)null),
        Gen.OneOf(Gen.Int[1, 3], Gen.Int[-3, -1]).Array[1, 2].Select(positions => (int[]?)positions));

    private static readonly Gen<LocalDateTime> Starts = Gen.Select(
        Gen.Int[0, 25 * 365], Gen.OneOf(Gen.Int[0, 3 * 60], Gen.Int[0, 24 * 60 - 1]), (days, minutes) => new LocalDateTime(2005, 1, 1, 0, 0).PlusDays(days).PlusMinutes(minutes));

    private static readonly Gen<RecurrenceRule> Daily = Gen.Select(Gen.Int[1, 5], Maybe(Weekdays), Maybe(MonthDays), Maybe(Months),
        (interval, days, monthDays, months) => new RecurrenceRule(Frequency.Daily, interval, days, monthDays, months));

    private static readonly Gen<RecurrenceRule> Weekly = Gen.Select(Gen.Int[1, 5], Maybe(Weekdays), Maybe(Months), Positions, Gen.Int[1, 7],
        (interval, days, months, positions, weekStart) => new RecurrenceRule(
            Frequency.Weekly, interval, days, ByMonth: months, BySetPos: days is null ? null : positions, WeekStart: (IsoDayOfWeek)weekStart));

    private static readonly Gen<RecurrenceRule> Monthly = Gen.Select(Gen.Int[1, 5], Maybe(Nths(5)), Maybe(MonthDays), Maybe(Months), Positions,
        (interval, days, monthDays, months, positions) => new RecurrenceRule(
            Frequency.Monthly, interval, monthDays is null ? days : Plain(days), monthDays, months, days is null && monthDays is null ? null : positions));

    private static readonly Gen<RecurrenceRule> Yearly = Gen.Select(Gen.Int[1, 3], Maybe(Nths(5)), Maybe(MonthDays), Maybe(Months), Positions,
        (interval, days, monthDays, months, positions) => new RecurrenceRule(
            Frequency.Yearly, interval, monthDays is null ? days : Plain(days), monthDays, months, days is null && monthDays is null ? null : positions));

    private static readonly Gen<RecurrenceRule> Hourly = Gen.Select(Gen.Int[1, 30], Maybe(Weekdays), Maybe(MonthDays), Maybe(Months),
        (interval, days, monthDays, months) => new RecurrenceRule(Frequency.Hourly, interval, days, monthDays, months));

    /// <summary>Days, weeks, months and years.</summary>
    public static Gen<Recurrence> OfDates { get; } = Started(Gen.OneOf(Daily, Weekly, Monthly, Yearly));

    public static Gen<Recurrence> OfHours { get; } = Started(Hourly);

    /// <summary>Where the clocks never change.</summary>
    public static Gen<Recurrence> OfHoursAtRest { get; } = Gen.Select(OfHours, Gen.Int[0, Resting.Length - 1], (recurrence, zone) => recurrence with { Zone = Resting[zone] });

    public static Gen<Recurrence> Any { get; } = Gen.OneOf(OfDates, OfHours);

    private static Gen<Recurrence> Started(Gen<RecurrenceRule> rules) => Gen.Select(rules, Starts, Gen.Int[0, Zones.Length - 1], Gen.Int[-12, 40], Gen.Int[0, 900],
        (rule, start, zone, count, days) =>
        {
            var recurrence = new Recurrence(rule, start, Zones[zone]);
            var first = recurrence.NextOccurrence(Instant.MinValue)?.Planned ?? start;
            rule = rule with { Count = count > 0 && days % 3 == 0 ? count : null, Until = days % 3 == 1 ? first.PlusDays(days) : null };
            return recurrence with { Start = first, Rule = rule };
        });

    private static Gen<IReadOnlyList<NthWeekday>> Nths(int most) =>
        Gen.Select(Gen.Int[-most, most], Gen.Int[1, 7], (nth, day) => new NthWeekday((IsoDayOfWeek)day, nth)).List[1, 3].Select(days => (IReadOnlyList<NthWeekday>)days);

    private static IReadOnlyList<NthWeekday>? Plain(IReadOnlyList<NthWeekday>? days) => days is null ? null : [.. days.Select(day => day with { Nth = 0 })];

    private static Gen<T?> Maybe<T>(Gen<T> parts) where T : class => Gen.OneOf(Gen.Const((T?)null), parts.Select(part => (T?)part));
}
