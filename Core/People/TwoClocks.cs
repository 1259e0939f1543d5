using System.Globalization;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.People;

/// <summary>An instant on somebody's clock and on the reader's; once, where they are the same.</summary>
public static class TwoClocks
{
    /// <summary>For example "09:00 America/New_York, for you Mon 2 Mar 2026, 19:30 Asia/Kolkata (in 10 h)".</summary>
    public static Rich Say(Colleague person, Instant at, DateTimeZone reader)
    {
        var (theirs, date) = (at.InZone(person.Clock).LocalDateTime, at.InZone(reader).Date);
        var day = theirs.Date == date ? "" : theirs.Date.ToString("ddd d MMM", CultureInfo.InvariantCulture) + ", ";
        return person.Zone == reader.Id ? (Rich)$"{at}" : $"{day}{Clock.Say(theirs.TimeOfDay)} {person.Zone}, for you {at}";
    }
}
