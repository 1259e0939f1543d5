namespace AsyncBot.Core.Time;

/// <summary>Where a window's edge lies on the clocks of a zone: never inside a gap, and never short by a repeated hour.</summary>
internal static class Edges
{
    /// <summary>
    /// Of a repeated wall time the first; for a skipped one, the first instant after the gap. A day without midnight, or without any time at all,
    /// is no exception.
    /// </summary>
    public static Instant Start(DateTimeZone zone, LocalDateTime wall)
    {
        var map = zone.MapLocal(wall);
        return map.Count == 0 ? map.LateInterval.Start : map.First().ToInstant();
    }

    /// <summary>Of a repeated wall time the last; for a skipped one, the first instant after the gap.</summary>
    public static Instant End(DateTimeZone zone, LocalDateTime wall)
    {
        var map = zone.MapLocal(wall);
        return map.Count == 0 ? map.LateInterval.Start : map.Last().ToInstant();
    }
}
