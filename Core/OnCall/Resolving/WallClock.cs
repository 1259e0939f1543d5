using AsyncBot.Core.Time;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>A zone's wall clock in ticks since the start of 1970 on that clock. A skipped time is the first instant after the gap, a repeated one the first.</summary>
internal sealed class WallClock(string zone)
{
    /// <summary>No change of clocks is longer; Samoa once skipped a whole day.</summary>
    private static readonly Duration FarFromChange = Duration.FromDays(2);

    public DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb[zone];

    public static long Ticks(LocalDateTime local) => local.InUtc().ToInstant().ToUnixTimeTicks();

    public static LocalDateTime Local(long ticks) => NodaTime.Instant.FromUnixTimeTicks(ticks).InUtc().LocalDateTime;

    /// <param name="isPlain">Whether no change of clocks is near, so that the clock runs like any other.</param>
    public long At(Instant at, out bool isPlain)
    {
        var interval = Zone.GetZoneInterval(at);
        isPlain = IsPlain(interval, at);
        return at.ToUnixTimeTicks() + interval.WallOffset.Ticks;
    }

    public Instant Instant(long ticks)
    {
        var near = NodaTime.Instant.FromUnixTimeTicks(ticks);
        var interval = Zone.GetZoneInterval(near);
        var at = NodaTime.Instant.FromUnixTimeTicks(ticks - interval.WallOffset.Ticks);
        return IsPlain(interval, at) ? at : Edges.Start(Zone, Local(ticks));
    }

    private static bool IsPlain(NodaTime.TimeZones.ZoneInterval interval, Instant at) =>
        (!interval.HasStart || interval.Start + FarFromChange < at) && (!interval.HasEnd || at + FarFromChange < interval.End);
}
