using AsyncBot.Core.Time;
using AsyncBot.Core.Time.Recurrences;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>The stretches of a calendar's rule, and whose turn each is.</summary>
internal sealed class OccurrenceLine(Occurrences occurrences)
{
    private static readonly Duration LongestJump = Duration.FromDays(1);

    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[occurrences.Rule.Zone];
    private readonly RulePeriods _periods = new(occurrences.Rule.Rule, occurrences.Rule.Start.Date);
    private readonly DayLine? _days = occurrences.Rule.Rule is { Frequency: Frequency.Daily, ByDay.Count: > 0 } daily
        ? DayLine.Of([.. daily.ByDay.Select(day => day.Day)])
        : null;

    /// <summary>Those that touch a span of time, by their starts. Long ones may overlap.</summary>
    public IEnumerable<(Interval Span, int Turn)> Between(Instant from, Instant to)
    {
        foreach (var occurrence in occurrences.Rule.Between(from - occurrences.Length - LongestJump, to))
        {
            var end = Edges.Start(_zone, occurrence.Planned.PlusNanoseconds((long)occurrences.Length.TotalNanoseconds));
            var start = occurrences.From is { } first ? Instant.Max(first, occurrence.At) : occurrence.At;
            end = occurrences.Until is { } last ? Instant.Min(last, end) : end;
            if (start < end && end > from && start < to)
                yield return (new Interval(start, end), TurnOf(occurrence.Planned));
        }
    }

    private int TurnOf(LocalDateTime planned)
    {
        var start = occurrences.Rule.Start;
        if (_days is not null)
            return (int)((_days.OfAnchor(Midnight(planned)) - _days.OfAnchor(Midnight(start))) / NodaConstants.TicksPerDay / occurrences.PerTurn);
        return occurrences.Rule.Rule.Frequency == Frequency.Hourly
            ? (int)((WallClock.Ticks(planned) - WallClock.Ticks(start)) / NodaConstants.TicksPerHour / occurrences.Rule.Rule.Interval)
            : _periods.IndexOf(planned.Date);
    }

    private static long Midnight(LocalDateTime at) => WallClock.Ticks(at.Date.AtMidnight());
}
