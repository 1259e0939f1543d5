namespace AsyncBot.Core.Time;

/// <summary>
/// How often something comes round, kept as what people meant ("Fridays at 16:00 in Lisbon") and never as instants,
/// so that it stays at 16:00 when the clocks or the laws about them change.
/// </summary>
public sealed record Recurrence
{
    public const int LongestInterval = 1_000;

    /// <summary>Dates looked at per question. Today's rules need a handful; whatever rule comes later can't run away.</summary>
    private const int StepBudget = 1_000;

    /// <summary>Far enough from NodaTime's last year (9999) that no interval can step over it.</summary>
    private const int LastYear = 9_900;

    /// <exception cref="ArgumentException">The parts make no rule: an interval below 1, a weekly rule without days, a 32nd.</exception>
    public Recurrence(
        Frequency frequency, int interval, IReadOnlyList<IsoDayOfWeek>? days, int? dayOfMonth, NthWeekday? nth, LocalTime at, string zoneId, LocalDate from)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interval, LongestInterval);
        ArgumentException.ThrowIfNullOrEmpty(zoneId);
        Frequency = frequency;
        Interval = interval;
        Days = [.. (days ?? []).Distinct().Order()];
        DayOfMonth = dayOfMonth;
        Nth = nth;
        At = at;
        ZoneId = zoneId;
        From = from;
        if (!IsRule())
            throw new ArgumentException($"No {frequency} rule has these parts.", nameof(frequency));
    }

    public Frequency Frequency { get; }

    /// <summary>Every so many days, weeks or months, 1 to <see cref="LongestInterval"/>, counted from <see cref="From"/>. Weeks begin on Monday.</summary>
    public int Interval { get; }

    /// <summary>For weekly rules, at least one, Monday first; otherwise empty.</summary>
    public IReadOnlyList<IsoDayOfWeek> Days { get; }

    /// <summary>1 to 31, for monthly rules without <see cref="Nth"/>. Shorter months use their last day (RFC 5545 would skip them).</summary>
    public int? DayOfMonth { get; }

    public NthWeekday? Nth { get; }

    public LocalTime At { get; }

    /// <summary>An IANA id, such as Europe/Lisbon.</summary>
    public string ZoneId { get; }

    /// <summary>Nothing happens before this date, and "every 2 weeks" counts from its week.</summary>
    public LocalDate From { get; }

    public static Recurrence Daily(LocalTime at, string zoneId, LocalDate from, int interval = 1) =>
        new(Frequency.Daily, interval, null, null, null, at, zoneId, from);

    public static Recurrence Weekly(IReadOnlyList<IsoDayOfWeek> days, LocalTime at, string zoneId, LocalDate from, int interval = 1) =>
        new(Frequency.Weekly, interval, days, null, null, at, zoneId, from);

    public static Recurrence Monthly(int dayOfMonth, LocalTime at, string zoneId, LocalDate from, int interval = 1) =>
        new(Frequency.Monthly, interval, null, dayOfMonth, null, at, zoneId, from);

    public static Recurrence Monthly(NthWeekday nth, LocalTime at, string zoneId, LocalDate from, int interval = 1) =>
        new(Frequency.Monthly, interval, null, null, nth, at, zoneId, from);

    /// <summary>The first occurrence strictly after <paramref name="after"/>; null where there is none before the year 9900.</summary>
    /// <exception cref="NodaTime.TimeZones.DateTimeZoneNotFoundException">This machine's time zone data lacks <see cref="ZoneId"/>.</exception>
    public Instant? NextAfter(Instant after) => NextOccurrence(after)?.At;

    /// <summary>The same as <see cref="NextAfter"/>, with what the clocks did to it.</summary>
    public Occurrence? NextOccurrence(Instant after)
    {
        var zone = DateTimeZoneProviders.Tzdb[ZoneId];
        foreach (var date in RuleDates.From(this, StartFor(after, zone), LastYear).Take(StepBudget))
        {
            var occurrence = On(date, zone);
            if (occurrence.At > after)
                return occurrence;
        }

        return null;
    }

    /// <summary>The rule as people say it; <see cref="EveryPhrase"/> reads it back.</summary>
    public string InWords() => RuleWords.Of(this);

    // Records compare lists by reference.
    public bool Equals(Recurrence? other) =>
        other is not null && Frequency == other.Frequency && Interval == other.Interval && Days.SequenceEqual(other.Days)
        && DayOfMonth == other.DayOfMonth && Nth == other.Nth && At == other.At && ZoneId == other.ZoneId && From == other.From;

    public override int GetHashCode() => HashCode.Combine(Frequency, Interval, Days.Count, DayOfMonth, Nth, At, ZoneId, From);

    private bool IsRule() => Frequency switch
    {
        Frequency.Daily => Days.Count == 0 && DayOfMonth is null && Nth is null,
        Frequency.Weekly => Days.Count > 0 && Days[0] >= IsoDayOfWeek.Monday && Days[^1] <= IsoDayOfWeek.Sunday && DayOfMonth is null && Nth is null,
        Frequency.Monthly => Days.Count == 0 && (DayOfMonth, Nth) is (>= 1 and <= 31, null) or (null, { IsValid: true }),
        _ => false,
    };

    private LocalDate StartFor(Instant after, DateTimeZone zone)
    {
        if (after >= Instant.FromUtc(LastYear + 1, 1, 1, 0, 0))
            return new LocalDate(LastYear + 1, 1, 1);
        if (after + Duration.FromDays(2) < From.AtMidnight().InUtc().ToInstant())
            return From;

        // Yesterday, too: a gap can push a time past midnight, and Samoa skipped all of 30 December 2011.
        return after.InZone(zone).Date.PlusDays(-1);
    }

    private Occurrence On(LocalDate date, DateTimeZone zone)
    {
        var planned = date + At;
        var actual = zone.ResolveLocal(planned, NodaTime.TimeZones.Resolvers.LenientResolver);
        return new Occurrence(actual.ToInstant(), planned, actual.LocalDateTime.InUtc() - planned.InUtc());
    }
}
