using System.Text.RegularExpressions;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Reads to when something is moved, which people say from where it is now: a day keeps the time of day, and "2h later" counts from then.</summary>
internal static partial class NewTime
{
    public static async Task<WhenReading> Read(Turn turn, DueItem item, string said)
    {
        said = To().Replace(said, "");
        if (item.Once is not { } now)
            return await DueWords.ReadTime(turn, said);
        if (By().Match(said) is { Success: true } by)
        {
            return When.ReadDuration(by.Groups["length"].Value, new WhenContext(turn.Now, turn.Caller.Zone.Id), out _) is { } length
                ? Shifted(turn, now, by.Groups["back"].Success ? -length : length, Hours().IsMatch(said))
                : new NoTime("From when it is due, I count hours, days and weeks.", "2 days later");
        }

        var reading = await DueWords.ReadTime(turn, said);
        return reading is Once { IsTimeAssumed: true } day && AtItsTime(day, now) is var kept && kept.At > turn.Now ? kept : reading;
    }

    /// <summary>Days keep the wall time; hours are elapsed.</summary>
    private static WhenReading Shifted(Turn turn, DueTime now, Duration by, bool isElapsed)
    {
        var at = !isElapsed && by == Duration.FromDays(by.Days) ? (now with { Local = now.Local.PlusDays(by.Days) }).At : now.At + by;
        return at > turn.Now
            ? new Once(at, at.InZone(DateTimeZoneProviders.Tzdb[now.Zone]).LocalDateTime, now.Zone)
            : new NoTime("That is past already.", "in 2 hours");
    }

    private static Once AtItsTime(Once day, DueTime now)
    {
        var zone = DateTimeZoneProviders.Tzdb[day.ZoneId];
        var local = day.Local.Date + now.At.InZone(zone).TimeOfDay;
        var at = zone.AtLeniently(local).ToInstant();
        return day with { At = at, Local = at.InZone(zone).LocalDateTime, Alternatives = [] };
    }

    [GeneratedRegex(@"\d\s*h|hour|min", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hours();

    [GeneratedRegex(@"^\s*to\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex To();

    [GeneratedRegex(@"^\s*(?:by\s+)?(?<length>.+?)\s+(?:later|(?<back>earlier))\s*[.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();
}
