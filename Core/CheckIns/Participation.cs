using System.Globalization;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.CheckIns;

/// <summary>How many of those who were really asked answered, week by week: the team as a whole, and nobody by name.</summary>
/// <param name="Week">Its Monday.</param>
public sealed record Participation(LocalDate Week, int Asked, int Answered)
{
    public const int Weeks = 8;

    public int Percent => Asked == 0 ? 0 : (int)Math.Round(100.0 * Answered / Asked, MidpointRounding.AwayFromZero);

    /// <summary>The last eight weeks that had any, the oldest first. What is open still does not count.</summary>
    public static IReadOnlyList<Participation> Of(IEnumerable<Run> runs, LocalDate today)
    {
        var first = MondayOf(today).PlusWeeks(1 - Weeks);
        return
        [
            .. runs.Where(run => run.Turnout is { Asked: > 0 } && run.Date >= first)
                .GroupBy(run => MondayOf(run.Date))
                .OrderBy(week => week.Key)
                .Select(week => new Participation(week.Key, week.Sum(run => run.Turnout!.Asked), week.Sum(run => run.Turnout!.Answered))),
        ];
    }

    public static Rich InWords(IReadOnlyList<Participation> weeks) =>
        $"Answered of those asked, by week: {string.Join(", ", weeks.Select(week => string.Create(CultureInfo.InvariantCulture, $"{week.Percent} %")))}";

    private static LocalDate MondayOf(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}
