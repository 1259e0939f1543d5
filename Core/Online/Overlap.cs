using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.Online;

/// <summary>When people who work at different times can be together, why it is then, and what comes closest if they can't.</summary>
/// <param name="Windows">In order; empty where they have nothing in common that is long enough.</param>
/// <param name="Missing">Who has no time on a day that would have some.</param>
/// <param name="LeastBad">The best first; empty where there are windows, or nobody could come.</param>
/// <param name="Earlier">What it was a week before the first day, where clocks changed since.</param>
/// <param name="Later">What it will be once clocks change, within four weeks.</param>
public sealed record Overlap(
    IReadOnlyList<Interval> Windows,
    IReadOnlyList<MissingDays> Missing,
    IReadOnlyList<Slot> LeastBad,
    ShiftedDay? Earlier,
    ShiftedDay? Later)
{
    public static Overlap Of(OverlapQuestion question)
    {
        var windows = CommonHours.Of(question);
        var usual = new UsualDays(question);
        var reference = windows.Count > 0 ? question.DayOf(windows[0].Start) : (LocalDate?)null;
        return new Overlap(
            windows,
            MissingDays.Of(question, windows),
            windows.Count > 0 ? [] : Slot.LeastBad(question),
            usual.Earlier(reference),
            usual.Later(reference ?? question.Days.FirstOrDefault(question.First)));
    }
}

/// <summary>Days on which there would be common time but for one person.</summary>
/// <param name="Who">A position in the list that was asked about.</param>
/// <param name="Detail">The absence's reason or the holiday's name; null or empty where there is none.</param>
public sealed record MissingDays(int Who, WorkReason Reason, string? Detail, IReadOnlyList<LocalDate> Days)
{
    /// <summary>Those that absences and holidays take away.</summary>
    public static IReadOnlyList<MissingDays> Of(OverlapQuestion question, IReadOnlyList<Interval> windows)
    {
        if (question.People.All(person => person.Absences.Count == 0 && person.Holidays.Count == 0))
            return [];
        var shown = windows.Select(window => question.DayOf(window.Start)).ToHashSet();
        var missing = new List<(int Who, WorkReason Reason, string? Detail, LocalDate Day)>();
        foreach (var usual in CommonHours.Of(question with { People = [.. question.People.Select(UsualDays.Of)] }))
        {
            var day = question.DayOf(usual.Start);
            if (shown.Contains(day))
                continue;
            for (var who = 0; who < question.People.Count; who++)
            {
                if (WhyNot(question.People[who], usual) is { Reason: WorkReason.Absent or WorkReason.Holiday } state)
                    missing.Add((who, state.Reason, state.Detail, day));
            }
        }

        return [.. missing.GroupBy(each => (each.Who, each.Reason, each.Detail), each => each.Day)
            .Select(days => new MissingDays(days.Key.Who, days.Key.Reason, days.Key.Detail, [.. days.Distinct()]))];
    }

    private static WorkState? WhyNot(WorkingHours person, Interval usual)
    {
        var at = usual.Start;
        foreach (var work in person.Between(usual.Start, usual.End))
        {
            if (work.Start > at)
                break;
            at = work.End;
        }

        return at < usual.End ? person.At(at) : null;
    }
}
