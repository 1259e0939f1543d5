using System.Globalization;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.OnCall;

/// <summary>How shifts, rotations and their rules are spoken of.</summary>
public static class OnCallText
{
    private static readonly Duration Never = Schedule.Reach - Duration.FromDays(1);

    /// <summary>What to type to see how things are.</summary>
    public static Typed See(Rotation rotation) => new($"oncall schedule {rotation.Name}");

    public static Rich Names(IEnumerable<PersonId> people) => Rich.Join(", ", " and ", people.Select(person => (Rich)$"{person}"));

    public static Rich Names(Stretch stretch) => Names(stretch.Seats.Select(seat => seat.Person));

    /// <summary>Until when, where that is ever.</summary>
    public static Rich Until(Stretch stretch, Instant now) => stretch.End - now >= Never ? $" with no end in sight" : (Rich)$" until {stretch.End}";

    public static Rich Since(Stretch stretch, Instant now) =>
        now == stretch.Start || now - stretch.Start >= Never ? Rich.Empty : (Rich)$" since {stretch.Start}";

    /// <summary>Why somebody has it, as the end of a sentence.</summary>
    public static Rich Why(Rotation rotation, Reason why) => why.Kind switch
    {
        ReasonKind.Layer when rotation.Plan.Layers.Count == 1 => $"it is their turn",
        ReasonKind.Layer => $"it is their turn in layer {why.Layer + 1}",
        ReasonKind.Override => $"by an override",
        ReasonKind.Take => $"they took it",
        ReasonKind.Cover when why.InsteadOf is { } other => $"they cover for {other}",
        ReasonKind.Temporary => $"by a temporary schedule",
        _ => $"by an exchange",
    };

    /// <summary>How long a turn is and when it is handed over.</summary>
    public static string Rule(HandoffRule rule) => $"{Every(rule)} at {Clock.Say(rule.Anchor.TimeOfDay)} {rule.Zone}";

    /// <summary>A stretch of time on one clock, for lists whose title names the clock.</summary>
    public static string Span(Instant start, Instant end, DateTimeZone zone)
    {
        var (from, to) = (start.InZone(zone).LocalDateTime, end.InZone(zone).LocalDateTime);
        return from.Date == to.Date
            ? $"{Short(from)}–{Clock.Say(to.TimeOfDay)}{Offset(start, end, zone)}"
            : $"{Short(from)} – {Short(to)}";
    }

    public static string Short(Instant at, DateTimeZone zone) => Short(at.InZone(zone).LocalDateTime);

    /// <summary>A time as it can be typed; one that comes twice that day means the first.</summary>
    public static string Iso(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        return zone.MapLocal(local) is { Count: 2 } twice && twice.First().ToInstant() != at
            ? at.ToString("uuuu-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)
            : local.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>How long, in hours.</summary>
    public static string Hours(Duration length) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(length.TotalHours, 1)} h");

    private static string Short(LocalDateTime at) => at.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Where an hour comes twice that day, how long it really is.</summary>
    private static string Offset(Instant start, Instant end, DateTimeZone zone) =>
        zone.GetUtcOffset(start) == zone.GetUtcOffset(end) ? "" : $" ({Hours(end - start)})";

    private static string Every(HandoffRule rule)
    {
        if (rule is { Unit: TurnUnit.Day, Days.Count: > 0 })
        {
            var days = string.Join(", ", rule.Days.Select(day => day.ToString()[..3].ToLowerInvariant()));
            return rule.Length == 1 ? $"every day of {days}" : $"every {rule.Length} days of {days}";
        }

        var day = rule.Unit switch
        {
            TurnUnit.Week => $" on {rule.Anchor.DayOfWeek}",
            TurnUnit.Month => $" on day {rule.Anchor.Day}",
            _ => "",
        };
        var unit = rule.Unit.ToString().ToLowerInvariant();
        return $"{(rule.Length == 1 ? $"every {unit}" : $"every {rule.Length} {unit}s")}{day}";
    }
}
