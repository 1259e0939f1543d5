using System.Globalization;
using AsyncBot.Core.Time.Recurrences;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace AsyncBot.Core.Tests.Time;

/// <summary>What Ical.Net makes of a rule, as a second opinion. It shifts skipped local times by the gap, too.</summary>
internal static class OtherEngine
{
    public static IReadOnlyList<Instant> Between(Recurrence recurrence, Instant to, int most)
    {
        var rule = recurrence.Rule;
        var isCut = rule is { Frequency: Frequency.Yearly, Until: not null };
        var calendarEvent = new CalendarEvent
        {
            DtStart = new CalDateTime(recurrence.Start.ToDateTimeUnspecified(), recurrence.Zone),
            RecurrenceRule = new Ical.Net.DataTypes.RecurrenceRule(Text(isCut ? rule with { Until = null } : rule, recurrence.Zone)),
        };
        var found = new List<Instant>();
        try
        {
            // A yearly rule that ends within its last year loses that year there, so here it is cut.
            foreach (var occurrence in calendarEvent.GetOccurrences())
            {
                var at = Instant.FromDateTimeUtc(occurrence.Period.StartTime.AsUtc);
                if (at >= to || found.Count == most || (isCut && LocalDateTime.FromDateTime(occurrence.Period.StartTime.Value) > rule.Until))
                    break;
                found.Add(at);
            }
        }
        catch (EvaluationOutOfRangeException)
        {
            // Nothing comes before its last year.
        }

        return found;
    }

    private static string Text(Core.Time.Recurrences.RecurrenceRule rule, string zone)
    {
        var text = rule.ToString();

        // Without a month it takes the start's only; RFC 5545 takes them all.
        if (rule is { Frequency: Frequency.Yearly, ByMonthDay.Count: > 0, ByMonth.Count: 0 })
            text += ";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12";
        if (rule.Until is not { } until)
            return text;

        // It takes the end in UTC only.
        var utc = until.InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeUtc();
        var end = utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return string.Join(';', text.Split(';').Select(part => part.StartsWith("UNTIL", StringComparison.Ordinal) ? $"UNTIL={end}" : part));
    }
}
