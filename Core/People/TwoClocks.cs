using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.People;

/// <summary>An instant on somebody's clock and on the reader's; once, where they are the same.</summary>
public static class TwoClocks
{
    /// <summary>
    /// For example "09:00 America/New_York, for you Mon 2 Mar 2026, 19:30 Asia/Kolkata (in 10 h)"; their date is left out where it is the reader's today.
    /// </summary>
    /// <param name="reader">Null where many read it, each on a clock of their own.</param>
    public static Rich Say(Colleague person, Instant at, Instant now, DateTimeZone? reader)
    {
        var theirs = at.InZone(person.Clock).LocalDateTime;
        var full = $"{Clock.Say(theirs.Date)}, {Clock.Say(theirs.TimeOfDay)} {person.Zone}";
        if (reader is null)
            return $"{full}, that is {at}";
        if (person.Zone == reader.Id)
            return $"{at}";
        var isToday = theirs.Date == now.InZone(reader).Date && theirs.Date == at.InZone(reader).Date;
        return $"{(isToday ? $"{Clock.Say(theirs.TimeOfDay)} {person.Zone}" : full)}, for you {at}";
    }
}
