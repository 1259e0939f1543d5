namespace AsyncBot.Core.Time;

/// <summary>"The first Monday" or "the last Friday" of a month, so that monthly rituals keep their weekday.</summary>
/// <param name="Nth">1 to 4, or -1 for the last one. There is no fifth: most months lack it.</param>
public readonly record struct NthWeekday(int Nth, IsoDayOfWeek Day)
{
    internal bool IsValid => Nth is -1 or (>= 1 and <= 4) && Day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday;

    internal LocalDate In(int year, int month)
    {
        if (Nth == -1)
        {
            var last = new LocalDate(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month));
            return last.PlusDays(-((last.DayOfWeek - Day + 7) % 7));
        }

        var first = new LocalDate(year, month, 1);
        return first.PlusDays((Day - first.DayOfWeek + 7) % 7 + 7 * (Nth - 1));
    }
}
