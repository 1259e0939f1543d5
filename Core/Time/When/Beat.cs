using AsyncBot.Core.Time.Recurrences;

namespace AsyncBot.Core.Time.When;

/// <summary>The part of a recurrence before the time of day. Where it names no day, today's is meant.</summary>
internal sealed record Beat(Frequency Frequency, int Interval = 1)
{
    public IReadOnlyList<IsoDayOfWeek> Days { get; init; } = [];

    public int? DayOfMonth { get; init; }

    public NthWeekday? Nth { get; init; }

    /// <summary>The first or last one of Monday to Friday in a month.</summary>
    public int? NthWorkday { get; init; }

    public int? Month { get; init; }

    /// <summary>Whether it comes again on today's day, because none was said.</summary>
    public bool IsOnTodaysDay => Frequency is Frequency.Weekly or Frequency.Monthly or Frequency.Yearly
        && Days.Count == 0 && DayOfMonth is null && Nth is null && NthWorkday is null && Month is null;

    /// <summary>The shortest time between two of them, roughly.</summary>
    public Duration Period => Interval * Frequency switch
    {
        Frequency.Hourly => Duration.FromHours(1),
        Frequency.Daily => Duration.FromDays(1),
        Frequency.Weekly => Duration.FromDays(Days.Count > 1 ? 1 : 7),
        Frequency.Monthly => Duration.FromDays(28),
        _ => Duration.FromDays(365),
    };

    /// <param name="from">Where "every 2 weeks" begins to count.</param>
    public Recurrence Repeating(int interval, LocalDate today, LocalTime at, string zone, LocalDate from) => Frequency switch
    {
        Frequency.Hourly => new Recurrence(new RecurrenceRule(Frequency.Hourly, interval), from + at, zone),
        Frequency.Daily => Recurrence.Daily(at, zone, from, interval),
        Frequency.Weekly => Recurrence.Weekly(Days.Count > 0 ? Days : [today.DayOfWeek], at, zone, from, interval),
        Frequency.Monthly when NthWorkday is { } nth => new Recurrence(
            new RecurrenceRule(Frequency.Monthly, interval, ByDay: [.. WeekDays.Work.Select(day => new NthWeekday(day))], BySetPos: [nth]), from + at, zone),
        Frequency.Monthly => Nth is { } weekday
            ? Recurrence.Monthly(weekday, at, zone, from, interval)
            : Recurrence.Monthly(DayOfMonth ?? today.Day, at, zone, from, interval),
        _ => Yearly(interval, Month ?? today.Month, DayOfMonth ?? today.Day, at, zone, from),
    };

    private static Recurrence Yearly(int interval, int month, int day, LocalTime at, string zone, LocalDate from)
    {
        var skip = month == 2 && day == 29 ? Skip.Backward : Skip.Omit;
        return new Recurrence(new RecurrenceRule(Frequency.Yearly, interval, ByMonth: [month], ByMonthDay: [day], Skip: skip), from + at, zone);
    }
}
