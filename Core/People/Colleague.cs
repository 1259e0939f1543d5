using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.People;

/// <summary>Somebody with everything that is known about their time. Answers about any instant are reckoned from it, and nothing of them is kept.</summary>
/// <param name="Name">As it is written, with their handle where somebody else has it, too.</param>
/// <param name="Zone">An IANA id. Where nobody knows theirs, it is the one that the admins chose for such people.</param>
/// <param name="IsZoneKnown">False where <see cref="Zone"/> is only a guess.</param>
/// <param name="Hours">On that clock, with absences and holidays.</param>
/// <param name="HoursSaidAt">Null where they come from the platform or are assumed.</param>
public sealed record Colleague(PersonId Id, string Name, bool IsGone, string Zone, bool IsZoneKnown, WorkingHours Hours, Instant? HoursSaidAt, Profile Said)
{
    /// <summary>What a platform saw longer ago says nothing about now.</summary>
    private static readonly Duration Fresh = Duration.FromMinutes(2);

    private static readonly LocalTime Nine = new(9, 0);

    /// <summary>As they are called in a line that is typed, without <c>@</c>.</summary>
    public string Called { get; init; } = Name;

    /// <summary>Off: others are told to ask them, and nothing more.</summary>
    public bool IsShared => Said.IsShared;

    /// <summary>Whether somebody who knows them may learn about their time.</summary>
    public bool IsToldTo(PersonId reader) => Said.IsToldTo(reader);

    public DateTimeZone Clock => DateTimeZoneProviders.Tzdb[Zone];

    /// <summary>When their work begins on a date of their calendar; on a free day, nine o'clock.</summary>
    public Instant MorningOf(LocalDate date)
    {
        var day = new Interval(Clock.AtStartOfDay(date).ToInstant(), Clock.AtStartOfDay(date.PlusDays(1)).ToInstant());
        return Hours.CurrentOrNext(day.Start) is { } work && day.Contains(work.Start) ? work.Start : Clock.AtLeniently(date + Nine).ToInstant();
    }

    /// <summary>Whether they can be reached, why, and otherwise when.</summary>
    /// <param name="seen">What their platform sees; it counts while it is fresh.</param>
    public Availability At(Instant at, Presence? seen = null)
    {
        var work = Hours.At(at);
        var facts = Facts(at, seen, work).ToList();
        return new Availability(facts[0], BackAfter(facts, at, work));
    }

    /// <summary>Everything that is known at an instant, the strongest first.</summary>
    public IEnumerable<Evidence> FactsAt(Instant at, Presence? seen = null) => Facts(at, seen, Hours.At(at));

    private IEnumerable<Evidence> Facts(Instant at, Presence? seen, WorkState work)
    {
        if (IsGone)
            yield return new Evidence(Because.Left, null, null, null);
        if (work.Reason == WorkReason.Absent)
            yield return new Evidence(Because.Away, work.Detail, SaidAwayAt(at), AwayUntil(at));
        if (Said.Focus is { } focus && focus.From <= at && at < focus.Until)
            yield return new Evidence(Because.Focus, null, focus.From, focus.Until);
        if (IsFresh(seen, at))
        {
            if (seen!.Quiet is { } quiet && (quiet.Until is null || quiet.Until > at))
                yield return new Evidence(Because.DoNotDisturb, null, seen.ObservedAt, quiet.Until);
            if (seen.Activity == Activity.Active)
                yield return new Evidence(Because.Active, null, seen.ObservedAt, seen.ObservedAt + Fresh);
        }

        if (!IsZoneKnown)
        {
            // Hours on nobody knows which clock say nothing.
            yield return new Evidence(Because.NoZone, null, null, null);
            yield break;
        }

        if (work.Reason != WorkReason.Absent)
            yield return new Evidence(Of(work.Reason), work.Detail is { Length: > 0 } name ? name : null, HoursSaidAt, work.Until);
    }

    /// <summary>Whether their platform saw them away: within working hours that only means that there is no signal.</summary>
    public static bool IsQuiet(Presence? seen, Instant at) => IsFresh(seen, at) && seen!.Activity == Activity.Away;

    private static bool IsFresh(Presence? seen, Instant at) => seen is not null && seen.ObservedAt <= at + Fresh && at - seen.ObservedAt <= Fresh;

    private static Because Of(WorkReason reason) => reason switch
    {
        WorkReason.InHours => Because.AtWork,
        WorkReason.Holiday => Because.Holiday,
        WorkReason.DayOff => Because.DayOff,
        _ => Because.OutsideHours,
    };

    private Instant? BackAfter(List<Evidence> facts, Instant at, WorkState work)
    {
        if (IsGone || !IsZoneKnown || facts[0].Standing is Standing.Available or Standing.Unknown)
            return null;
        var from = at;
        foreach (var fact in facts.Where(fact => fact.Standing == Standing.Busy))
        {
            if (fact.ExpiresAt is { } until)
                from = Instant.Max(from, until);
            else if (work.IsWorking)
                return null;
        }

        if (from == at)
            return work.Until;
        return Hours.CurrentOrNext(from) is { } next ? Instant.Max(from, next.Start) : null;
    }

    private Instant? SaidAwayAt(Instant at) => Said.Absences.FirstOrDefault(absence => absence.InTime() is var time && time.From <= at && at < time.To)?.SaidAt;

    /// <summary>The end of an absence, or of those that follow each other without a gap.</summary>
    private Instant AwayUntil(Instant at)
    {
        var until = at;
        foreach (var absence in Hours.Absences.OrderBy(absence => absence.From))
        {
            if (absence.From <= until && absence.To > until)
                until = absence.To;
        }

        return until;
    }
}
