namespace AsyncBot.Core.Time.Recurrences;

/// <summary>The days, weeks, months or years that a rule counts from its start, by number, and the dates it has in each.</summary>
internal sealed class RulePeriods(RecurrenceRule rule, LocalDate start)
{
    private static readonly int[] AllMonths = [.. Enumerable.Range(1, 12)];

    private static readonly List<LocalDate> None = [];

    private readonly LocalDate _firstWeek = start.PlusDays(-(((int)start.DayOfWeek - (int)rule.WeekStart + 7) % 7));
    private readonly NthWeekday[] _weekdays = rule.ByDay.Count > 0 ? [.. rule.ByDay] : [new NthWeekday(start.DayOfWeek)];
    private readonly int[] _monthDays = rule.ByMonthDay.Count > 0 ? [.. rule.ByMonthDay] : rule.ByDay.Count > 0 ? [] : [start.Day];
    private readonly int[] _months = rule.ByMonth.Count > 0 ? [.. rule.ByMonth] : rule.ByMonthDay.Count + rule.ByDay.Count > 0 ? AllMonths : [start.Month];

    /// <summary>The last period that begins on or before <paramref name="date"/>, which is not before the start.</summary>
    public int IndexOf(LocalDate date) => rule.Frequency switch
    {
        Frequency.Daily => Period.DaysBetween(start, date),
        Frequency.Weekly => Period.DaysBetween(_firstWeek, date) / 7,
        Frequency.Monthly => (date.Year - start.Year) * 12 + date.Month - start.Month,
        _ => date.Year - start.Year,
    } / rule.Interval;

    public int YearOf(int n) => rule.Frequency switch
    {
        Frequency.Daily or Frequency.Weekly => FirstDay(n).Year,
        Frequency.Monthly => start.Year + (start.Month - 1 + n * rule.Interval) / 12,
        _ => start.Year + n * rule.Interval,
    };

    /// <summary>The next period worth a look.</summary>
    public int After(int n)
    {
        if (rule.Frequency != Frequency.Daily || rule.ByMonth.Count == 0 || rule.ByMonth.Contains(FirstDay(n).Month))
            return n + 1;
        var nextMonth = FirstDay(n).ToYearMonth().PlusMonths(1).OnDayOfMonth(1);
        return IndexOf(nextMonth.PlusDays(rule.Interval - 1));
    }

    /// <summary>Sorted, without duplicates; also those before the start.</summary>
    public IEnumerable<LocalDate> Dates(int n)
    {
        List<LocalDate> dates = rule.Frequency switch
        {
            Frequency.Daily => IsDay(rule, FirstDay(n)) ? [FirstDay(n)] : None,
            Frequency.Weekly => WeekDates(FirstDay(n)),
            Frequency.Monthly => MonthDates(n),
            _ => YearDates(start.Year + n * rule.Interval),
        };
        return rule.BySetPos.Count == 0 || dates.Count == 0 ? dates : Positions(dates);
    }

    private LocalDate FirstDay(int n) => rule.Frequency == Frequency.Daily ? start.PlusDays(n * rule.Interval) : _firstWeek.PlusDays(7 * n * rule.Interval);

    /// <summary>Whether the parts that limit hours and days allow this date.</summary>
    public static bool IsDay(RecurrenceRule rule, LocalDate date) =>
        (rule.ByMonth.Count == 0 || rule.ByMonth.Contains(date.Month))
        && (rule.ByDay.Count == 0 || rule.ByDay.Contains(new NthWeekday(date.DayOfWeek)))
        && (rule.ByMonthDay.Count == 0 || IsMonthDay(rule, date));

    private static bool IsMonthDay(RecurrenceRule rule, LocalDate date)
    {
        for (var i = 0; i < rule.ByMonthDay.Count; i++)
        {
            if (DayIn(rule, date.Year, date.Month, rule.ByMonthDay[i]) == date)
                return true;
        }

        return false;
    }

    private List<LocalDate> WeekDates(LocalDate week)
    {
        if (rule.ByMonth.Count > 0 && !rule.ByMonth.Contains(week.Month) && !rule.ByMonth.Contains(week.PlusDays(6).Month))
            return None;
        var dates = new List<LocalDate>(7);
        for (var day = 0; day < 7; day++)
        {
            var date = week.PlusDays(day);
            if (_weekdays.Contains(new NthWeekday(date.DayOfWeek)) && (rule.ByMonth.Count == 0 || rule.ByMonth.Contains(date.Month)))
                dates.Add(date);
        }

        return dates;
    }

    private List<LocalDate> MonthDates(int n)
    {
        var months = start.Month - 1 + n * rule.Interval;
        var (year, month) = (start.Year + months / 12, months % 12 + 1);
        if (rule.ByMonth.Count > 0 && !rule.ByMonth.Contains(month))
            return None;
        var dates = new List<LocalDate>();
        AddMonth(dates, year, month, isOfYear: false);
        return dates;
    }

    private List<LocalDate> YearDates(int year)
    {
        var dates = new List<LocalDate>();
        foreach (var month in _months)
            AddMonth(dates, year, month, isOfYear: rule.ByMonth.Count == 0);
        return dates;
    }

    /// <param name="isOfYear">Whether "the second Monday" is that of the year and not of the month.</param>
    private void AddMonth(List<LocalDate> dates, int year, int month, bool isOfYear)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        var days = new bool[length + 1];
        foreach (var day in _monthDays)
        {
            if (DayIn(rule, year, month, day) is { } date)
                days[date.Day] = true;
        }

        for (var day = 1; day <= length; day++)
        {
            if (_monthDays.Length > 0 && !days[day])
                continue;
            var date = new LocalDate(year, month, day);
            if (rule.ByDay.Count == 0 || IsWeekday(date, isOfYear ? date.DayOfYear - 1 : day - 1, isOfYear ? CalendarSystem.Iso.GetDaysInYear(year) : length))
                dates.Add(date);
        }
    }

    private bool IsWeekday(LocalDate date, int index, int length)
    {
        var weekday = date.DayOfWeek;
        foreach (var day in _weekdays)
        {
            if (day.IsOn(weekday, index, length))
                return true;
        }

        return false;
    }

    private static LocalDate? DayIn(RecurrenceRule rule, int year, int month, int day)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (day > length && rule.Skip == Skip.Backward)
            day = length;
        if (day < 0)
            day += length + 1;
        return day >= 1 && day <= length ? new LocalDate(year, month, day) : null;
    }

    private IEnumerable<LocalDate> Positions(List<LocalDate> dates) => rule.BySetPos
        .Select(position => position > 0 ? position - 1 : dates.Count + position)
        .Where(index => index >= 0 && index < dates.Count)
        .Distinct().Order()
        .Select(index => dates[index]);
}
