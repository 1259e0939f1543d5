using AsyncBot.Core.Time.Hours;
using CsCheck;

namespace AsyncBot.Core.Tests.Time;

/// <summary>Random weeks of work, by day, by night and round the clock, in zones whose clocks do odd things.</summary>
internal static class Weeks
{
    private static readonly string[] Zones =
    [
        "UTC", "Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "Antarctica/Troll", "Africa/Cairo", "America/Havana", "America/Santiago", "Asia/Beirut", "America/Nuuk",
        "Pacific/Apia", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago",
    ];

    private static readonly Gen<LocalTime> Times = Gen.OneOf(
        Gen.Int[0, 95].Select(quarter => LocalTime.Midnight.PlusMinutes(15 * quarter)),
        Gen.Int[0, 1_439].Select(minute => LocalTime.Midnight.PlusMinutes(minute)));

    public static Gen<WorkingWeek> Any { get; } =
        Gen.Select(Gen.Int[1, 7], Times, Times, (day, from, to) => new WorkingWindow((IsoDayOfWeek)day, from, to))
            .List[1, 10].Select(windows => new WorkingWeek(windows));

    public static Gen<WorkingHours> Hours { get; } = Gen.Select(
        Any, Gen.Int[0, Zones.Length - 1], Gen.Select(Moments, Gen.Int[0, 5_000]).List[0, 3], Gen.Int[0, 730].List[0, 3],
        (week, zone, absences, holidays) => new WorkingHours(
            week,
            Zones[zone],
            [.. absences.Select(absence => new Absence(absence.Item1, absence.Item1 + Duration.FromMinutes(absence.Item2), "away"))],
            [.. holidays.Select(day => new Holiday(new LocalDate(2026, 1, 1).PlusDays(day), "holiday"))]));

    /// <summary>In 2026 and 2027, or around the day that Samoa skipped.</summary>
    public static Gen<Instant> Moments => Gen.OneOf(
        Gen.Int[0, 730 * 1_440].Select(minutes => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(minutes)),
        Gen.Int[0, 6 * 1_440].Select(minutes => Instant.FromUtc(2011, 12, 28, 0, 0) + Duration.FromMinutes(minutes)),
        Gen.Int[0, 3 * 1_440].Select(minutes => Instant.FromUtc(2026, 3, 27, 12, 0) + Duration.FromMinutes(minutes)));
}
