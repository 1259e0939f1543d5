using System.Text.Json.Serialization;

namespace AsyncBot.Core.Due;

/// <summary>A wall time that was meant, so that it stays right when the clocks change.</summary>
/// <param name="Zone">An IANA id, or an offset such as UTC+05:30.</param>
public sealed record DueTime(LocalDateTime Local, string Zone)
{
    [JsonIgnore]
    public Instant At => DateTimeZoneProviders.Tzdb[Zone].AtLeniently(Local).ToInstant();

    /// <summary>An instant on a zone's clock, where that can say it, and otherwise on UTC.</summary>
    public static DueTime Of(Instant at, string zone)
    {
        var local = new DueTime(at.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime, zone);
        return local.At == at ? local : new DueTime(at.InUtc().LocalDateTime, "UTC");
    }
}
