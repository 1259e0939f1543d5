using System.Text;
using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Event = Ical.Net.CalendarComponents.CalendarEvent;

namespace AsyncBot.Bot.Calendars;

/// <summary>A calendar in the form that apps read (RFC 5545): instants in UTC, so that no app has to know our zones.</summary>
public static class CalendarText
{
    /// <summary>How often apps should look, where they ask; most look once a day whatever one says.</summary>
    private const string Refresh = "PT1H";

    /// <returns>The same bytes for the same calendar.</returns>
    public static byte[] Write(Core.OnCall.Calendar calendar)
    {
        var written = new Calendar { ProductId = "-//AsyncBot//On call//EN", Version = "2.0", Method = null };
        written.AddProperty("NAME", Clean(calendar.Name));
        written.AddProperty("X-WR-CALNAME", Clean(calendar.Name));
        written.AddProperty("X-PUBLISHED-TTL", Refresh);
        foreach (var shown in calendar.Events)
        {
            written.Events.Add(new Event
            {
                Uid = shown.Uid,
                DtStamp = Of(shown.Changed),
                LastModified = Of(shown.Changed),
                Start = Of(shown.Start),
                End = Of(shown.End),
                Summary = Clean(shown.Summary),
                Description = shown.Description.Length > 0 ? Clean(shown.Description) : null,
                Transparency = "TRANSPARENT", // whoever is on call can still be invited to a meeting
            });
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(written)!);
    }

    private static CalDateTime Of(Instant instant) => new(instant.ToDateTimeUtc(), hasTime: true);

    /// <summary>Controls have no place in a calendar's text, line breaks apart.</summary>
    private static string Clean(string text) => string.Concat(text.Where(letter => letter == '\n' || !char.IsControl(letter)));
}
