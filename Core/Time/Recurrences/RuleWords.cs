using System.Globalization;

namespace AsyncBot.Core.Time.Recurrences;

/// <summary>A rule in plain English, because people trust a schedule only after it was read back to them.</summary>
internal static class RuleWords
{
    private static readonly string[] Nths = ["", "first", "second", "third", "fourth", "fifth"];

    public static string Of(Recurrence recurrence)
    {
        var rule = recurrence.Rule;
        var time = Clock.Say(recurrence.Start.TimeOfDay);
        var at = rule.Frequency == Frequency.Hourly ? $"from {Clock.Say(recurrence.Start.Date)}, {time}" : $"at {time}";
        return $"every {Pattern(rule, recurrence.Start)} {at} {recurrence.Zone}{End(rule)}{Changes(recurrence)}";
    }

    private static string Pattern(RecurrenceRule rule, LocalDateTime start) => rule.Frequency switch
    {
        Frequency.Weekly when rule is { Interval: 1, ByDay.Count: > 0, ByMonth.Count: 0, BySetPos.Count: 0 } =>
            rule.ByDay.Count == 7 ? "day" : IsWorkweek(rule.ByDay) ? "weekday" : Days(rule.ByDay),
        Frequency.Hourly => Beat("hour", rule.Interval) + Parts(rule, start),
        Frequency.Daily => Beat("day", rule.Interval) + Parts(rule, start),
        Frequency.Weekly => Beat("week", rule.Interval) + Parts(rule, start),
        Frequency.Monthly => Beat("month", rule.Interval) + Parts(rule, start),
        _ => Beat("year", rule.Interval) + Parts(rule, start),
    };

    private static string Parts(RecurrenceRule rule, LocalDateTime start)
    {
        var isDated = rule.Frequency is Frequency.Monthly or Frequency.Yearly && rule.ByDay.Count == 0 && rule.ByMonthDay.Count == 0;
        int[] monthDays = isDated ? [start.Day] : InOrder(rule.ByMonthDay);
        var month = rule is { Frequency: Frequency.Yearly, ByDay.Count: 0, BySetPos.Count: 0 } ? OneMonth(rule, start, isDated) : null;
        if (month is { } named && monthDays is [var only and > 0])
            return $" on {only} {Month(named)}{Short(rule, only, named == 2 ? 28 : 31, "shorter years", "leap years")}";
        var weekdays = rule is { Frequency: Frequency.Weekly, ByDay.Count: 0 } ? [new NthWeekday(start.DayOfWeek)] : rule.ByDay;
        var days = DaysOf(weekdays, monthDays, rule);
        if (rule.BySetPos.Count > 0)
        {
            var positions = List(InOrder(rule.BySetPos).Select(Nth));
            days = weekdays.Count > 0 && monthDays.Length == 0
                ? $" on the {positions} {OneOf(weekdays)}"
                : $"{days}, only the {positions} of these,";
        }

        return rule.ByMonth.Count == 0 ? days : $"{days} in {List(rule.ByMonth.Select(Month))}";
    }

    private static string OneOf(IReadOnlyList<NthWeekday> weekdays) =>
        IsWorkweek(weekdays) ? "weekday"
        : weekdays.Count == 7 && weekdays[0].Nth == 0 ? "day"
        : Listed(weekdays.Select(Nth), "or");
    private static int? OneMonth(RecurrenceRule rule, LocalDateTime start, bool isDated) =>
        rule.ByMonth.Count == 1 ? rule.ByMonth[0] : isDated && rule.ByMonth.Count == 0 ? start.Month : null;

    // What is counted from the end comes last.
    private static int[] InOrder(IReadOnlyList<int> numbers) => [.. numbers.OrderBy(number => number < 0)];

    private static string DaysOf(IReadOnlyList<NthWeekday> weekdays, int[] monthDays, RecurrenceRule rule)
    {
        if (monthDays.Length == 0)
            return weekdays.Count == 0 ? "" : $" on {DaysOf(weekdays)}";
        var dates = $" on the {List(monthDays.Select(DayOfMonth))}{Short(rule, monthDays.Max(), 28, "shorter months", "months that have it")}";
        return weekdays.Count == 0 ? dates : $"{dates} where it is {AnyOf(weekdays)}";
    }

    private static string DaysOf(IReadOnlyList<NthWeekday> weekdays) =>
        IsWorkweek(weekdays) ? "weekdays"
        : weekdays.All(day => day.Nth == 0) ? Days(weekdays)
        : $"the {List(weekdays.OrderBy(day => day.Nth < 0).Select(Nth))}";

    private static string AnyOf(IReadOnlyList<NthWeekday> weekdays) =>
        IsWorkweek(weekdays) ? "a weekday" : Listed(weekdays.Select(day => day.Nth == 0 ? $"a {day.Day}" : $"the {Nth(day)}"), "or");
    private static string Short(RecurrenceRule rule, int day, int safe, string shorter, string only) =>
        day <= safe ? "" : rule.Skip == Skip.Backward ? $" (the last day in {shorter})" : $" (only in {only})";

    private static string Beat(string unit, int interval) =>
        interval == 1 ? unit : string.Create(CultureInfo.InvariantCulture, $"{interval} {unit}s");

    private static string End(RecurrenceRule rule)
    {
        var count = rule.Count is { } times ? times == 1 ? ", once" : string.Create(CultureInfo.InvariantCulture, $", {times} times") : "";
        return rule.Until is { } until ? $"{count} until {Clock.Say(until.Date)}" : count;
    }

    private static string Changes(Recurrence recurrence)
    {
        var except = recurrence.Exceptions.Count == 0 ? "" : $", but not on {Dates(recurrence.Exceptions)}";
        return recurrence.Additions.Count == 0 ? except : $"{except}, and also on {Dates(recurrence.Additions)}";
    }

    private static string Dates(IReadOnlyList<LocalDateTime> times)
    {
        const int most = 3;
        var named = times.Take(most).Select(time => Clock.Say(time.Date)).ToList();
        return times.Count <= most ? List(named) : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", named)} and {times.Count - most} more");
    }

    private static bool IsWorkweek(IReadOnlyList<NthWeekday> days) =>
        days is [{ Day: IsoDayOfWeek.Monday, Nth: 0 }, _, _, _, { Day: IsoDayOfWeek.Friday, Nth: 0 }];

    private static string Days(IReadOnlyList<NthWeekday> days) => List(days.Select(day => day.Day.ToString()));

    private static string List(IEnumerable<string> words) => Listed(words, "and");

    private static string Listed(IEnumerable<string> words, string joint)
    {
        var list = words.ToList();
        return list.Count == 1 ? list[0] : $"{string.Join(", ", list.SkipLast(1))} {joint} {list[^1]}";
    }

    private static string Nth(NthWeekday nth) => nth.Nth == 0 ? nth.Day.ToString() : $"{Nth(nth.Nth)} {nth.Day}";

    private static string Nth(int nth) => nth switch
    {
        -1 => "last",
        < 0 => $"{Nth(-nth)} to last",
        <= 5 => Nths[nth],
        _ => Ordinal(nth),
    };

    private static string DayOfMonth(int day) => day > 0 ? Ordinal(day) : $"{Nth(day)} day";

    private static string Ordinal(int number)
    {
        var suffix = (number % 100) is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{suffix}");
    }

    private static string Month(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
}
