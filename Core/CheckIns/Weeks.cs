using AsyncBot.Core.Messages;

namespace AsyncBot.Core.CheckIns;

/// <summary>How many of those who were really asked answered, week by week: the team as a whole, and nobody by name.</summary>
internal static class Weeks
{
    private const int Shown = 8;

    /// <summary>The last eight weeks, the oldest first. What is open still does not count.</summary>
    public static IReadOnlyList<ParticipationWeek> Of(IEnumerable<Run> runs, LocalDate today)
    {
        var closed = runs.Where(run => run.Turnout is not null).ToList();
        return
        [
            .. Enumerable.Range(0, Shown).Select(week => MondayOf(today).PlusWeeks(week + 1 - Shown)).Select(monday => new ParticipationWeek(
                monday,
                closed.Where(run => MondayOf(run.Date) == monday).Sum(run => run.Turnout!.Answered),
                closed.Where(run => MondayOf(run.Date) == monday).Sum(run => run.Turnout!.Asked))),
        ];
    }

    public static Rich InWords(IReadOnlyList<ParticipationWeek> weeks) => $"Answered of those asked, by week: {Rich.Join(
        ", ", weeks.Where(week => week.Asked > 0).Select(week => (Rich)$"{ChartText.Share(week.Answered, week.Asked)}"))}";

    private static LocalDate MondayOf(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}
