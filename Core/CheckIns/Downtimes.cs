using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>What a downtime did to somebody's window, and how it is told.</summary>
internal static class Downtimes
{
    /// <summary>The longest of those that took four fifths of a window or more; null where there was time enough.</summary>
    public static Downtime? DuringMostOf(Uptime uptime, Entry entry) =>
        uptime.DownBetween(entry.Opens, entry.Closes) * 5 >= (entry.Closes - entry.Opens) * 4
            ? uptime.Downtimes.MaxBy(down => down.Within(entry.Opens, entry.Closes))
            : null;

    /// <summary>From when until when, with the dates where it was not all on the one that it is about.</summary>
    public static Rich InWords(Downtime down, DateTimeZone zone, LocalDate about)
    {
        var (from, until) = (down.From.InZone(zone), down.Until.InZone(zone));
        var isOneDate = from.Date == about && until.Date == about;
        return $"from {Words(from)} to {Words(until)}";

        string Words(ZonedDateTime at) => isOneDate ? Clock.Say(at.TimeOfDay) : $"{Clock.Say(at.Date)}, {Clock.Say(at.TimeOfDay)}";
    }
}
