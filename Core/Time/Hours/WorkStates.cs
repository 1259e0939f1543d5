namespace AsyncBot.Core.Time.Hours;

/// <summary>Tells why somebody works at an instant or does not.</summary>
internal static class WorkStates
{
    public static WorkState Of(WorkingHours hours, Instant at)
    {
        var work = hours.CurrentOrNext(at);
        if (work is { } on && on.Contains(at))
            return new WorkState(WorkReason.InHours, null, on.End - at < WorkingHours.Ahead ? on.End : null);
        var (reason, detail) = WhyNot(hours, at);
        return new WorkState(reason, detail, work?.Start);
    }

    private static (WorkReason Reason, string? Detail) WhyNot(WorkingHours hours, Instant at)
    {
        if (hours.Absences.FirstOrDefault(absence => absence.From <= at && at < absence.To) is { } absent)
            return (WorkReason.Absent, absent.Reason);
        var zone = DateTimeZoneProviders.Tzdb[hours.Zone];
        var today = WorkIntervals.Bounded(at).InZone(zone).Date;
        var yesterday = today.PlusDays(-1);
        var off = hours.Holidays.FirstOrDefault(holiday =>
            holiday.Date == today || (holiday.Date == yesterday && IsNightOf(hours, zone, yesterday, at)));
        if (off is { } holiday)
            return (WorkReason.Holiday, holiday.Name);
        return (hours.Week.Windows.Any(window => window.Day == today.DayOfWeek) ? WorkReason.OutsideHours : WorkReason.DayOff, null);
    }

    private static bool IsNightOf(WorkingHours hours, DateTimeZone zone, LocalDate date, Instant at) =>
        WorkIntervals.Of(hours.Week, zone, date).Any(window => window.Contains(at));
}
