namespace AsyncBot.Core.Time.Recurrences;

/// <summary>The rules that phrases make. What is said about the 31st means the last day of shorter months.</summary>
public sealed partial record Recurrence
{
    public static Recurrence Daily(LocalTime at, string zone, LocalDate from, int interval = 1) =>
        new(new RecurrenceRule(Frequency.Daily, interval), from + at, zone);

    /// <exception cref="ArgumentException">There are no days.</exception>
    public static Recurrence Weekly(IReadOnlyList<IsoDayOfWeek> days, LocalTime at, string zone, LocalDate from, int interval = 1) => days.Count == 0
        ? throw new ArgumentException("Weekly on which days?", nameof(days))
        : new(new RecurrenceRule(Frequency.Weekly, interval, ByDay: [.. days.Select(day => new NthWeekday(day))]), from + at, zone);

    public static Recurrence Monthly(int dayOfMonth, LocalTime at, string zone, LocalDate from, int interval = 1) =>
        new(new RecurrenceRule(Frequency.Monthly, interval, ByMonthDay: [dayOfMonth], Skip: dayOfMonth > 28 ? Skip.Backward : Skip.Omit), from + at, zone);

    public static Recurrence Monthly(NthWeekday nth, LocalTime at, string zone, LocalDate from, int interval = 1) =>
        new(new RecurrenceRule(Frequency.Monthly, interval, ByDay: [nth]), from + at, zone);
}
