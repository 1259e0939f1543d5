using AsyncBot.Core.Time;

namespace AsyncBot.Core.OnCall;

/// <summary>How long somebody is on call, and how much of that in hours in which others sleep or are free.</summary>
/// <param name="Nights">From 22:00 to 06:00 on their own clock.</param>
/// <param name="Weekends">On Saturdays and Sundays of their own calendar, nights included.</param>
public sealed record Load(Duration All, Duration Nights, Duration Weekends)
{
    private static readonly LocalTime Evening = new(22, 0);
    private static readonly LocalTime Morning = new(6, 0);

    public static Load Of(IEnumerable<Interval> shifts, DateTimeZone clock)
    {
        var load = new Load(Duration.Zero, Duration.Zero, Duration.Zero);
        foreach (var shift in shifts)
        {
            load = load with { All = load.All + shift.Duration };
            var last = shift.End.InZone(clock).Date;
            for (var date = shift.Start.InZone(clock).Date.PlusDays(-1); date <= last; date = date.PlusDays(1))
            {
                var (midnight, next) = (Edges.Start(clock, date.AtMidnight()), Edges.Start(clock, date.PlusDays(1).AtMidnight()));
                var (morning, evening) = (Edges.Start(clock, date + Morning), Edges.Start(clock, date + Evening));
                var isWeekend = date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
                load = load with
                {
                    Nights = load.Nights + Common(shift, midnight, morning) + Common(shift, evening, next),
                    Weekends = isWeekend ? load.Weekends + Common(shift, midnight, next) : load.Weekends,
                };
            }
        }

        return load;
    }

    private static Duration Common(Interval shift, Instant from, Instant to)
    {
        var (start, end) = (Instant.Max(shift.Start, from), Instant.Min(shift.End, to));
        return start < end ? end - start : Duration.Zero;
    }
}
