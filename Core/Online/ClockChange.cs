namespace AsyncBot.Core.Online;

/// <summary>The clocks of a zone are set: the reason for which the same people meet at another hour.</summary>
/// <param name="Date">On the calendar of that zone.</param>
/// <param name="By">Forward where it is positive.</param>
public sealed record ClockChange(string Zone, LocalDate Date, Duration By, Instant At)
{
    /// <summary>Those after one instant and before another, in order.</summary>
    public static IReadOnlyList<ClockChange> Between(IEnumerable<DateTimeZone> zones, Instant from, Instant to) =>
        from >= to ? [] : [.. zones.DistinctBy(zone => zone.Id)
            .SelectMany(zone => Of(zone, from, to))
            .OrderBy(change => change.At).ThenBy(change => change.Zone, StringComparer.Ordinal)];

    private static IEnumerable<ClockChange> Of(DateTimeZone zone, Instant from, Instant to)
    {
        Offset? before = null;
        foreach (var interval in zone.GetZoneIntervals(from, to))
        {
            if (before is { } offset && offset != interval.WallOffset && interval.Start > from)
            {
                var by = Duration.FromSeconds(interval.WallOffset.Seconds - offset.Seconds);
                yield return new ClockChange(zone.Id, interval.IsoLocalStart.Date, by, interval.Start);
            }
            before = interval.WallOffset;
        }
    }
}
