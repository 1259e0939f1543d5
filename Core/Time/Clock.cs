using System.Globalization;

namespace AsyncBot.Core.Time;

/// <summary>How times are read back: weekday, date, 24-hour clock, zone and how far away, so that nobody has to guess whose nine o'clock it is.</summary>
public static class Clock
{
    /// <summary>For example <c>Mon 9 Mar 2026, 09:30 Europe/Lisbon (in 2 h)</c>.</summary>
    public static string Say(Instant instant, DateTimeZone zone, Instant now)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return $"{Say(local.Date)}, {Say(local.TimeOfDay)} {zone.Id} ({Distance(instant, now)})";
    }

    /// <summary>For example <c>09:30</c>.</summary>
    public static string Say(LocalTime time) => time.ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>For example <c>Mon 9 Mar 2026</c>.</summary>
    public static string Say(LocalDate date) => date.ToString("ddd d MMM uuuu", CultureInfo.InvariantCulture);

    /// <summary>As it is typed and sorted, for example <c>2026-03-09</c>.</summary>
    public static string Iso(LocalDate date) => date.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);

    /// <summary>How long ago something was that is not to come: <c>just now</c>, <c>5 min ago</c>.</summary>
    public static string Age(Instant instant, Instant now) => instant == now ? "just now" : Distance(instant, now);

    /// <summary>How far away, in its two largest units: <c>in 2 h 5 min</c>, <c>3 days ago</c>, <c>now</c>.</summary>
    public static string Distance(Instant instant, Instant now)
    {
        var span = instant - now;
        var words = Length(span < Duration.Zero ? -span : span);
        return words.Length == 0 ? span < Duration.Zero ? "just now" : "now" : span < Duration.Zero ? $"{words} ago" : $"in {words}";
    }

    /// <summary>How long, in its two largest units: <c>2 h 5 min</c>; empty for less than a minute.</summary>
    public static string Length(Duration span)
    {
        var minutes = (long)Math.Floor(span.TotalMinutes);
        return minutes switch
        {
            < 1 => "",
            < 60 => $"{minutes} min",
            < 24 * 60 => With($"{minutes / 60} h", minutes % 60, "min"),
            < 14 * 24 * 60 => With(Count(minutes / (24 * 60), "day"), minutes % (24 * 60) / 60, "h"),
            < 60 * 24 * 60 => Count(minutes / (7 * 24 * 60), "week"),
            < 730L * 24 * 60 => Count(minutes / (30 * 24 * 60), "month"),
            _ => Count(minutes / (365L * 24 * 60), "year"),
        };
    }

    private static string With(string first, long rest, string unit) => rest == 0 ? first : $"{first} {rest} {unit}";

    private static string Count(long number, string unit) => number == 1 ? $"1 {unit}" : $"{number} {unit}s";
}
