using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime.Text;

namespace AsyncBot.Core.Time.Recurrences;

/// <summary>Rules as RRULE text, the form in which calendars exchange them and in which they are stored.</summary>
internal static class RuleText
{
    private const int MostCharacters = 1_000;

    private static readonly string[] Days = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static string Of(RecurrenceRule rule)
    {
        var parts = new List<string>();
        if (rule.Skip == Skip.Backward)
            parts.Add("RSCALE=GREGORIAN");
        parts.Add($"FREQ={rule.Frequency.ToString().ToUpperInvariant()}");
        if (rule.Interval != 1)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"INTERVAL={rule.Interval}"));
        Add(parts, "BYMONTH", rule.ByMonth.Select(Number));
        Add(parts, "BYMONTHDAY", rule.ByMonthDay.Select(Number));
        Add(parts, "BYDAY", rule.ByDay.Select(day => (day.Nth == 0 ? "" : Number(day.Nth)) + Days[(int)day.Day]));
        Add(parts, "BYSETPOS", rule.BySetPos.Select(Number));
        if (rule.WeekStart != IsoDayOfWeek.Monday)
            parts.Add($"WKST={Days[(int)rule.WeekStart]}");
        if (rule.Count is { } count)
            parts.Add($"COUNT={Number(count)}");
        if (rule.Until is { } until)
            parts.Add($"UNTIL={Time.Format(until)}");
        if (rule.Skip == Skip.Backward)
            parts.Add("SKIP=BACKWARD");
        return string.Join(';', parts);
    }

    public static bool TryParse(string? text, DateTimeZone? zone, [NotNullWhen(true)] out RecurrenceRule? rule)
    {
        rule = null;
        if (text is null || text.Length > MostCharacters || Parts(text) is not { } parts)
            return false;
        var isRead = parts.Remove("FREQ", out var word) & Enum.TryParse<Frequency>(word, ignoreCase: true, out var frequency) && word!.All(char.IsAsciiLetter);
        var weekStart = IsoDayOfWeek.Monday;
        if (parts.Remove("WKST", out word))
            isRead &= TryDay(word, out weekStart);
        isRead &= !parts.Remove("RSCALE", out word) || word == "GREGORIAN";
        isRead &= !parts.Remove("SKIP", out var skip) || skip is "OMIT" or "BACKWARD";
        isRead &= TryOne(parts, "INTERVAL", out var interval) & TryOne(parts, "COUNT", out var count) & TryUntil(parts, zone, out var until);
        isRead &= TryNumbers(parts, "BYMONTH", out var byMonth) & TryNumbers(parts, "BYMONTHDAY", out var byMonthDay);
        isRead &= TryNumbers(parts, "BYSETPOS", out var bySetPos) & TryDays(parts, out var byDay);
        if (!isRead || parts.Count > 0)
            return false;
        try
        {
            rule = new RecurrenceRule(
                frequency, interval ?? 1, byDay, byMonthDay, byMonth, bySetPos, count, until, weekStart, skip == "BACKWARD" ? Skip.Backward : Skip.Omit);
        }
        catch (ArgumentException)
        {
            return false;
        }

        return true;
    }

    private static Dictionary<string, string>? Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        text = text.Trim().ToUpperInvariant();
        foreach (var part in (text.StartsWith("RRULE:", StringComparison.Ordinal) ? text[6..] : text).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = part.IndexOf('=', StringComparison.Ordinal);
            if (cut < 0 || !parts.TryAdd(part[..cut], part[(cut + 1)..]))
                return null;
        }

        return parts;
    }

    private static bool TryUntil(Dictionary<string, string> parts, DateTimeZone? zone, out LocalDateTime? until)
    {
        until = null;
        if (!parts.Remove("UNTIL", out var word))
            return true;
        if (Date.Parse(word) is { Success: true } date)
            until = date.Value.PlusDays(1).AtMidnight().PlusSeconds(-1);
        else if (Time.Parse(word.TrimEnd('Z')) is { Success: true } time && (zone is not null || !word.EndsWith('Z')))
            until = word.EndsWith('Z') ? time.Value.InUtc().ToInstant().InZone(zone!).LocalDateTime : time.Value;
        return until is not null;
    }

    private static bool TryOne(Dictionary<string, string> parts, string name, out int? number)
    {
        number = null;
        if (!parts.Remove(name, out var word))
            return true;
        var isRead = TryNumber(word, out var read);
        number = read;
        return isRead;
    }

    private static bool TryNumbers(Dictionary<string, string> parts, string name, out List<int> numbers)
    {
        numbers = [];
        if (!parts.Remove(name, out var list))
            return true;
        foreach (var word in list.Split(','))
        {
            if (!TryNumber(word, out var number))
                return false;
            numbers.Add(number);
        }

        return true;
    }

    private static bool TryDays(Dictionary<string, string> parts, out List<NthWeekday> days)
    {
        days = [];
        if (!parts.Remove("BYDAY", out var list))
            return true;
        foreach (var word in list.Split(','))
        {
            var nth = 0;
            if (word.Length < 2 || !TryDay(word[^2..], out var day) || (word.Length > 2 && (!TryNumber(word[..^2], out nth) || nth == 0)))
                return false;
            days.Add(new NthWeekday(day, nth));
        }

        return true;
    }

    private static bool TryDay(string word, out IsoDayOfWeek day)
    {
        day = (IsoDayOfWeek)Array.IndexOf(Days, word);
        return day > IsoDayOfWeek.None;
    }

    private static bool TryNumber(string word, out int number) =>
        int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static void Add(List<string> parts, string name, IEnumerable<string> values)
    {
        var list = string.Join(',', values);
        if (list.Length > 0)
            parts.Add($"{name}={list}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
