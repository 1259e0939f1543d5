using AsyncBot.Core.Time;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>A zone's wall clock in ticks since the start of 1970 on that clock. A skipped time is the first instant after the gap.</summary>
internal sealed class WallClock(string zone)
{
    /// <summary>No change of clocks is longer; Samoa once skipped a whole day.</summary>
    private static readonly Duration FarFromChange = Duration.FromDays(2);

    public DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb[zone];

    public static long Ticks(LocalDateTime local) => local.InUtc().ToInstant().ToUnixTimeTicks();

    public static LocalDateTime Local(long ticks) => Instant.FromUnixTimeTicks(ticks).InUtc().LocalDateTime;

    /// <param name="isPlain">Whether no change of clocks is near, so that the clock runs like any other.</param>
    public long At(Instant at, out bool isPlain)
    {
        var interval = Zone.GetZoneInterval(at);
        isPlain = IsPlain(interval, at);
        return at.ToUnixTimeTicks() + interval.WallOffset.Ticks;
    }

    /// <summary>Of a repeated time the first.</summary>
    public Instant Start(long ticks) => Plain(ticks) ?? Edges.Start(Zone, Local(ticks));

    /// <summary>Of a repeated time the last.</summary>
    public Instant End(long ticks) => Plain(ticks) ?? Edges.End(Zone, Local(ticks));

    private Instant? Plain(long ticks)
    {
        var interval = Zone.GetZoneInterval(Instant.FromUnixTimeTicks(ticks));
        var at = Instant.FromUnixTimeTicks(ticks - interval.WallOffset.Ticks);
        return IsPlain(interval, at) ? at : null;
    }

    private static bool IsPlain(NodaTime.TimeZones.ZoneInterval interval, Instant at) =>
        (!interval.HasStart || interval.Start + FarFromChange < at) && (!interval.HasEnd || at + FarFromChange < interval.End);
}
