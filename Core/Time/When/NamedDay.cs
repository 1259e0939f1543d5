namespace AsyncBot.Core.Time.When;

/// <summary>A day as it was said. Which date that is depends on today, and often on the time of day.</summary>
internal abstract record NamedDay
{
    /// <summary>The dates that it can be, the likeliest first; the first one whose time is still to come is meant.</summary>
    public abstract IEnumerable<LocalDate> Dates(LocalDate today);

    /// <summary>Dates that other people mean by it.</summary>
    public virtual IEnumerable<LocalDate> Others(LocalDate today) => [];

    /// <summary>Its last hour of work is meant where no time is said.</summary>
    public virtual bool IsEnd => false;

    /// <summary>The present time of day is meant where none is said.</summary>
    public virtual bool KeepsClock => false;

    public virtual bool IsClamped(LocalDate date, LocalDate today) => false;

    protected static LocalDate Monday(LocalDate today) => today.PlusDays(IsoDayOfWeek.Monday - today.DayOfWeek);
}

/// <summary>20 March 2026.</summary>
internal sealed record ExactDay(LocalDate Date) : NamedDay
{
    public override IEnumerable<LocalDate> Dates(LocalDate today) => [Date];
}

/// <summary>Today, tomorrow, yesterday.</summary>
internal sealed record RelativeDay(int Days) : NamedDay
{
    public override IEnumerable<LocalDate> Dates(LocalDate today) => [today.PlusDays(Days)];
}

/// <summary>Friday; this Friday and next Friday, where <paramref name="Week"/> says which week.</summary>
/// <param name="Week">0 this one, 1 the next; null for the nearest.</param>
/// <param name="HasOther">"next friday" is also said of the nearest one.</param>
internal sealed record NamedWeekday(IsoDayOfWeek Day, int? Week, bool HasOther = false) : NamedDay
{
    public override IEnumerable<LocalDate> Dates(LocalDate today)
    {
        var nearest = Nearest(today);
        return Week switch
        {
            null => [nearest, nearest.PlusWeeks(1)],
            0 => [InWeek(today, 0), nearest],
            { } week => [InWeek(today, week)],
        };
    }

    public override IEnumerable<LocalDate> Others(LocalDate today) => HasOther ? [Nearest(today)] : [];

    private LocalDate Nearest(LocalDate today) => today.PlusDays((Day - today.DayOfWeek + 7) % 7);

    private LocalDate InWeek(LocalDate today, int week) => Monday(today).PlusDays(Day - IsoDayOfWeek.Monday).PlusWeeks(week);
}

/// <summary>The latest Friday before today.</summary>
internal sealed record LastWeekday(IsoDayOfWeek Day) : NamedDay
{
    public override IEnumerable<LocalDate> Dates(LocalDate today) => [today.PlusDays(-1 - (today.DayOfWeek - Day + 6) % 7)];
}

/// <summary>20 March, of this year or the next one that has it.</summary>
internal sealed record MonthDay(int Month, int Day) : NamedDay
{
    public override IEnumerable<LocalDate> Dates(LocalDate today)
    {
        for (var year = today.Year; year <= today.Year + 8; year++)
        {
            if (Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month))
                yield return new LocalDate(year, Month, Day);
        }
    }
}

/// <summary>The 15th, of this month or the next; where a weekday is said with it, the next month in which it fits.</summary>
internal sealed record DayOfMonth(int Day, IsoDayOfWeek? Weekday = null, int? MonthAhead = null) : NamedDay
{
    private const int MostMonths = 60;

    public override IEnumerable<LocalDate> Dates(LocalDate today)
    {
        if (Weekday is null)
        {
            var first = MonthAhead ?? 0;
            return Enumerable.Range(first, MonthAhead is null ? 2 : 1).Select(ahead => In(today, ahead));
        }

        return Enumerable.Range(0, MostMonths).Select(ahead => In(today, ahead)).Where(date => date.Day == Day && date.DayOfWeek == Weekday);
    }

    public override IEnumerable<LocalDate> Others(LocalDate today) =>
        Weekday is null && MonthAhead is null ? Enumerable.Range(0, 3).Select(ahead => In(today, ahead)).Where(date => date.Day == Day) : [];

    public override bool IsClamped(LocalDate date, LocalDate today) => date.Day != Day;

    private LocalDate In(LocalDate today, int ahead)
    {
        var month = today.ToYearMonth().PlusMonths(ahead);
        return month.OnDayOfMonth(Math.Min(Day, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)));
    }
}

/// <summary>The last Friday of the month, the first Monday of April, the last day of next month.</summary>
/// <param name="Nth">1 to 4, or -1 for the last.</param>
/// <param name="Weekday">Null for any day.</param>
/// <param name="IsWorkday">Only Monday to Friday count.</param>
internal sealed record NthDay(int Nth, IsoDayOfWeek? Weekday, bool IsWorkday, int? Month, int? Year, int? MonthAhead) : NamedDay
{
    public override IEnumerable<LocalDate> Dates(LocalDate today)
    {
        if (Month is { } month)
            return Year is { } year ? [In(year, month)] : [In(today.Year, month), In(today.Year + 1, month)];
        var first = today.ToYearMonth().PlusMonths(MonthAhead ?? 0);
        var next = first.PlusMonths(1);
        return MonthAhead is null ? [In(first.Year, first.Month), In(next.Year, next.Month)] : [In(first.Year, first.Month)];
    }

    private LocalDate In(int year, int month)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        var days = Enumerable.Range(1, length).Select(day => new LocalDate(year, month, day))
            .Where(date => (Weekday is null || date.DayOfWeek == Weekday) && (!IsWorkday || date.DayOfWeek <= IsoDayOfWeek.Friday));
        return Nth < 0 ? days.Last() : days.ElementAt(Nth - 1);
    }
}

/// <summary>Next week, the end of the month, the start of next year.</summary>
/// <param name="Ahead">0 for the present one.</param>
internal sealed record PeriodEdge(WhenUnit Unit, int Ahead, bool IsAtEnd, int? Month = null) : NamedDay
{
    public override bool IsEnd => IsAtEnd;

    public override IEnumerable<LocalDate> Dates(LocalDate today)
    {
        if (Month is { } month)
            return [Edge(new YearMonth(today.Year, month), 1), Edge(new YearMonth(today.Year + 1, month), 1)];
        return Unit switch
        {
            WhenUnit.Day => [today.PlusDays(Ahead)],
            WhenUnit.Week => [Monday(today).PlusWeeks(Ahead).PlusDays(IsAtEnd ? 4 : 0)],
            WhenUnit.Month => [Edge(today.ToYearMonth().PlusMonths(Ahead), 1)],
            WhenUnit.Quarter => [Edge(new YearMonth(today.Year, (today.Month - 1) / 3 * 3 + 1).PlusMonths(3 * Ahead), 3)],
            _ => [Edge(new YearMonth(today.Year + Ahead, 1), 12)],
        };
    }

    private LocalDate Edge(YearMonth first, int months) => IsAtEnd ? first.PlusMonths(months).OnDayOfMonth(1).PlusDays(-1) : first.OnDayOfMonth(1);
}

/// <summary>In 3 days, a week from Friday: days and longer keep the wall clock.</summary>
/// <param name="From">Null for now.</param>
internal sealed record DaysAhead(Period Period, NamedDay? From) : NamedDay
{
    public override bool KeepsClock => From is null;

    public override IEnumerable<LocalDate> Dates(LocalDate today) => From is null ? [today + Period] : From.Dates(today).Select(date => date + Period);

    public override bool IsClamped(LocalDate date, LocalDate today) => From is null && Period is { Days: 0, Weeks: 0 } && date.Day != today.Day;
}
