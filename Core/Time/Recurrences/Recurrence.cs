using System.Text.Json.Serialization;
using NodaTime.TimeZones;

namespace AsyncBot.Core.Time.Recurrences;

/// <summary>
/// When something comes round, kept as what people meant ("Fridays at 16:00 in Lisbon") and never as instants,
/// so that it stays at 16:00 when the clocks or the laws about them change.
/// </summary>
/// <param name="Start">The wall time that the rule goes by; nothing happens before. It happens then only if the rule says so.</param>
/// <param name="Zone">An IANA id, such as Europe/Lisbon.</param>
/// <param name="Exceptions">Wall times at which it does not happen.</param>
/// <param name="Additions">Wall times at which it also happens, even before the start.</param>
[JsonConverter(typeof(RecurrenceJson))]
public sealed partial record Recurrence(
    RecurrenceRule Rule, LocalDateTime Start, string Zone, IReadOnlyList<LocalDateTime>? Exceptions = null, IReadOnlyList<LocalDateTime>? Additions = null)
{
    private const int MostBetween = 10_000;

    public string Zone { get; init; } = Zone is { Length: > 0 } ? Zone : throw new ArgumentException("A recurrence needs a zone.", nameof(Zone));

    /// <summary>Sorted and without duplicates.</summary>
    public IReadOnlyList<LocalDateTime> Exceptions { get; init => field = Sorted(value); } = Sorted(Exceptions);

    /// <summary>Sorted and without duplicates.</summary>
    public IReadOnlyList<LocalDateTime> Additions { get; init => field = Sorted(value); } = Sorted(Additions);

    /// <summary>The first occurrence strictly after <paramref name="after"/>; null where there is none before the year 9900.</summary>
    /// <exception cref="DateTimeZoneNotFoundException">This machine's time zone data lacks <see cref="Zone"/>.</exception>
    public Instant? NextAfter(Instant after) => NextOccurrence(after)?.At;

    /// <summary>The same as <see cref="NextAfter"/>, with what the clocks did to it.</summary>
    public Occurrence? NextOccurrence(Instant after)
    {
        foreach (var occurrence in From(after))
        {
            if (occurrence.At > after)
                return occurrence;
        }

        return null;
    }

    /// <summary>
    /// The occurrences at or after <paramref name="from"/> and before <paramref name="to"/>, in order, each instant once; the first
    /// <paramref name="most"/> of them.
    /// </summary>
    public IReadOnlyList<Occurrence> Between(Instant from, Instant to, int most = MostBetween) =>
        [.. From(from).TakeWhile(occurrence => occurrence.At < to).Take(most)];

    /// <summary>The rule as people say it.</summary>
    public string InWords() => RuleWords.Of(this);

    // Records compare lists by reference.
    public bool Equals(Recurrence? other) =>
        other is not null && Rule == other.Rule && Start == other.Start && Zone == other.Zone
        && Exceptions.SequenceEqual(other.Exceptions) && Additions.SequenceEqual(other.Additions);

    public override int GetHashCode() => HashCode.Combine(Rule, Start, Zone, Exceptions.Count, Additions.Count);

    private static LocalDateTime[] Sorted(IReadOnlyList<LocalDateTime>? times) => [.. (times ?? []).Distinct().Order()];

    private IEnumerable<Occurrence> From(Instant from)
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        Instant? before = null;
        foreach (var occurrence in Merged(ByRule(from, zone), Additions.Select(planned => On(planned, zone)).OrderBy(addition => addition.At)))
        {
            if (occurrence.At < from || occurrence.At == before || IsException(occurrence.Planned))
                continue;
            before = occurrence.At;
            yield return occurrence;
        }
    }

    private IEnumerable<Occurrence> ByRule(Instant from, DateTimeZone zone)
    {
        if (Rule.Frequency != Frequency.Hourly)
            return RuleDates.From(Rule, Start.Date, StartFor(from, zone)).Select(date => On(date + Start.TimeOfDay, zone))
                .TakeWhile(occurrence => Rule.Until is not { } until || occurrence.Planned <= until);

        var start = On(Start, zone);
        var end = Rule.Until is { } last ? Edges.End(zone, last) : Instant.MaxValue;
        return RuleHours.From(Rule, start.At, zone, from).TakeWhile(at => at <= end)
            .Select(at => at == start.At ? start : new Occurrence(at, at.InZone(zone).LocalDateTime, Duration.Zero));
    }

    private static IEnumerable<Occurrence> Merged(IEnumerable<Occurrence> rule, IEnumerable<Occurrence> additions)
    {
        using var added = additions.GetEnumerator();
        var isMore = added.MoveNext();
        foreach (var occurrence in rule)
        {
            for (; isMore && added.Current.At < occurrence.At; isMore = added.MoveNext())
                yield return added.Current;
            yield return occurrence;
        }

        for (; isMore; isMore = added.MoveNext())
            yield return added.Current;
    }

    private bool IsException(LocalDateTime planned) => Array.BinarySearch((LocalDateTime[])Exceptions, planned) >= 0;

    private LocalDate StartFor(Instant from, DateTimeZone zone)
    {
        if (from >= Instant.FromUtc(RuleDates.LastYear + 1, 1, 1, 0, 0))
            return new LocalDate(RuleDates.LastYear + 1, 1, 1);
        if (from + Duration.FromDays(2) < Start.InUtc().ToInstant())
            return Start.Date;

        // Yesterday, too: a gap can push a time past midnight, and Samoa skipped all of 30 December 2011.
        return from.InZone(zone).Date.PlusDays(-1);
    }

    private static Occurrence On(LocalDateTime planned, DateTimeZone zone)
    {
        var actual = zone.ResolveLocal(planned, Resolvers.LenientResolver);
        return new Occurrence(actual.ToInstant(), planned, actual.LocalDateTime.InUtc() - planned.InUtc());
    }
}
