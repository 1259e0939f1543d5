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

    /// <summary>Where the clock was last looked at: the next look is mostly near.</summary>
    private Quiet? _near;

    /// <param name="isPlain">Whether no change of clocks is near, so that the clock runs like any other.</param>
    public long At(Instant at, out bool isPlain)
    {
        var near = Near(at);
        isPlain = near.IsPlain(at);
        return at.ToUnixTimeTicks() + near.Offset;
    }

    /// <summary>Of a repeated time the first.</summary>
    public Instant Start(long ticks) => Plain(ticks) ?? Edges.Start(Zone, Local(ticks));

    /// <summary>Of a repeated time the last.</summary>
    public Instant End(long ticks) => Plain(ticks) ?? Edges.End(Zone, Local(ticks));

    private Instant? Plain(long ticks)
    {
        if (_near is { } last && Instant.FromUnixTimeTicks(ticks - last.Offset) is var soon && last.IsPlain(soon))
            return soon;
        var near = Near(Instant.FromUnixTimeTicks(ticks));
        var at = Instant.FromUnixTimeTicks(ticks - near.Offset);
        return near.IsPlain(at) ? at : null;
    }

    private Quiet Near(Instant at)
    {
        if (_near is { } last && last.IsPlain(at))
            return last;
        var interval = Zone.GetZoneInterval(at);
        return _near = new Quiet(
            interval.HasStart ? interval.Start + FarFromChange : Instant.MinValue,
            interval.HasEnd ? interval.End - FarFromChange : Instant.MaxValue,
            interval.WallOffset.Ticks);
    }

    /// <summary>A time in which the clock runs like any other.</summary>
    private sealed record Quiet(Instant Start, Instant End, long Offset)
    {
        public bool IsPlain(Instant at) => Start < at && at < End;
    }
}
