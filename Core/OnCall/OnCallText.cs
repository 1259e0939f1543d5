using System.Globalization;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;
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
    public static Rich Until(Stretch stretch, Instant now) => Until(stretch.End, now);

    public static Rich Until(Instant end, Instant now) => IsNever(end, now) ? (Rich)$" with no end in sight" : $" until {end}";

    /// <summary>Whether something ends so late that nobody can see it from here.</summary>
    public static bool IsNever(Instant end, Instant now) => end - now >= Never;

    /// <summary>Stretches of time, each with its beginning and end; some, and how many more.</summary>
    public static Rich Spans(IReadOnlyList<Interval> spans, Instant now)
    {
        const int most = 3;
        var said = spans.Take(most).Select(span => Span(span, now)).ToList();
        if (spans.Count > most)
            said.Add($"{spans.Count - most} more times");
        return Rich.Join(", ", " and ", said);
    }

    public static Rich Span(Interval span, Instant now) => IsNever(span.End, now) ? (Rich)$"from {span.Start} on" : $"from {span.Start} until {span.End}";

    /// <summary>Refuses what would lie within a pause, where nobody is on call whatever was agreed.</summary>
    /// <param name="shorter">The same until a time that can be typed.</param>
    public static Reply? Paused(Rotation rotation, Instant from, Instant to, DateTimeZone zone, Func<string, string> shorter)
    {
        if (rotation.Plan.Pauses.FirstOrDefault(each => each.Start < to && (each.End is not { } end || end > from)) is not { } pause)
            return null;
        return pause.Start <= from
            ? Reply.Refuse($"{rotation.Name} is paused, so nobody can have it. Try: {new Typed($"oncall resume {rotation.Name}")}")
            : Reply.Refuse($"{rotation.Name} is paused from {pause.Start}. Try: {new Typed(shorter(Iso(pause.Start, zone)))}");
    }

    public static Rich Since(Stretch stretch, Instant now) =>
        now == stretch.Start || now - stretch.Start >= Never ? Rich.Empty : (Rich)$" since {stretch.Start}";

    /// <summary>Why somebody has it, as the end of a sentence.</summary>
    /// <param name="isOwn">Whether whom it is about reads it.</param>
    public static Rich Why(Rotation rotation, Reason why, bool isOwn = false) => why.Kind switch
    {
        ReasonKind.Layer when rotation.Plan.Layers.Count == 1 => isOwn ? (Rich)$"it is your turn" : $"it is their turn",
        ReasonKind.Layer => isOwn ? (Rich)$"it is your turn in layer {why.Layer + 1}" : $"it is their turn in layer {why.Layer + 1}",
        ReasonKind.Override => $"by an override",
        ReasonKind.Take => isOwn ? (Rich)$"you took it" : $"they took it",
        ReasonKind.Cover when why.InsteadOf is { } other => isOwn ? (Rich)$"you cover for {other}" : $"they cover for {other}",
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
