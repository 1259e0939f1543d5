using AsyncBot.Core.Time;
using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.Online;

/// <summary>Who wants to be together, on which days, and for how long.</summary>
/// <param name="Zone">The clock on which days begin and times are shown.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="Length">How much time at one go is of use.</param>
public sealed record OverlapQuestion(IReadOnlyList<WorkingHours> People, DateTimeZone Zone, LocalDate First, LocalDate Last, Duration Length, Instant Now)
{
    public Instant From => Instant.Max(Now, StartOf(First));

    public Instant To => StartOf(Last.PlusDays(1));

    public IEnumerable<LocalDate> Days
    {
        get
        {
            for (var day = LocalDate.Max(First, DayOf(Now)); day <= Last; day = day.PlusDays(1))
                yield return day;
        }
    }

    public LocalDate DayOf(Instant at) => at.InZone(Zone).Date;

    public Instant StartOf(LocalDate day) => Edges.Start(Zone, day.AtMidnight());
}
