using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.People;

/// <summary>How an absence is spoken of.</summary>
internal static class AbsenceText
{
    /// <summary>For example <c>through Thu 5 Mar 2026, back Fri 6 Mar 2026, 09:00 Europe/Lisbon (in 4 days)</c>.</summary>
    /// <param name="who">Whoever is away, with what they said already.</param>
    /// <param name="reader">The zone of whoever reads it.</param>
    /// <param name="isOwn">Whether they read it themselves.</param>
    public static Rich Until(Colleague who, PlannedAbsence absence, Instant now, string reader, bool isOwn)
    {
        var (from, to) = (absence.InTime().From, absence.InTime().To);
        var isHidden = !isOwn && !who.IsShared;
        var back = isHidden ? to : BackAfter(who, absence);
        var then = isHidden ? Rich.Empty : $", back {back}{OnTheirClock(who, back, reader)}";
        if (absence.To.TimeOfDay == LocalTime.Midnight && (from <= now || absence.From.TimeOfDay == LocalTime.Midnight))
        {
            var (first, last) = (absence.From.Date, absence.To.Date.PlusDays(-1));
            return from > now && first == last ? (Rich)$"on {first}{then}"
                : from > now ? (Rich)$"from {first} through {last}{then}"
                : $"through {last}{then}";
        }

        var start = from > now ? (Rich)$"from {from} " : Rich.Empty;
        var end = OnTheirClock(who, to, reader);
        return back == to ? (Rich)$"{start}until {to}{end}" : $"{start}until {to}{end}{then}";
    }

    /// <summary>As a line of a list.</summary>
    public static Rich Line(PlannedAbsence absence, PersonId person, string reader)
    {
        var (from, to) = (absence.InTime().From, absence.InTime().To);
        var (first, last) = (absence.From.Date, absence.To.Date.PlusDays(-1));
        var zone = absence.Zone == reader ? "" : $" {absence.Zone}";
        var when = absence.To.TimeOfDay != LocalTime.Midnight ? (Rich)$"{from} until {to}"
            : absence.From.TimeOfDay != LocalTime.Midnight ? $"{from} through {last}{zone}"
            : first == last ? (Rich)$"{first}{zone}" : $"{first} through {last}{zone}";
        return $"{when}{Because(absence.Reason)}{(absence.By == person ? Rich.Empty : $" (said by {absence.By})")}";
    }

    public static Rich Because(string reason) => reason.Length == 0 ? Rich.Empty : $", because “{reason}”";

    /// <summary>The first working moment after it, as far as anybody knows; else its end.</summary>
    private static Instant BackAfter(Colleague who, PlannedAbsence absence)
    {
        var to = absence.InTime().To;
        return who is { IsZoneKnown: true } && who.Hours.CurrentOrNext(to) is { } work ? Instant.Max(to, work.Start) : to;
    }

    /// <summary>The same moment for whoever is away, where that is another clock.</summary>
    private static Rich OnTheirClock(Colleague who, Instant at, string reader)
    {
        var local = at.InZone(who.Clock);
        return who.Zone == reader || !who.IsZoneKnown || !who.IsShared || DateTimeZoneProviders.Tzdb[reader].GetUtcOffset(at) == who.Clock.GetUtcOffset(at)
            ? Rich.Empty
            : $" (for them {Clock.Say(local.Date)}, {Clock.Say(local.TimeOfDay)} {who.Zone})";
    }
}
