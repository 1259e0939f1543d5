using AsyncBot.Core.Time.Recurrences;
using CsCheck;

namespace AsyncBot.Core.Tests.Time;

/// <summary>Random rules in zones whose clocks do odd things, between 2005 and 2030.</summary>
internal static class Rules
{
    private static readonly string[] OddZones =
    [
        "America/New_York", "Europe/Lisbon", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kathmandu", "Asia/Pyongyang", "America/Caracas",
        "Africa/Casablanca", "Asia/Gaza", "Antarctica/Troll", "America/Scoresbysund", "Europe/Dublin", "UTC",
    ];

    private static readonly Gen<LocalTime> Times = Gen.Int[0, 24 * 60 - 1].Select(minutes => LocalTime.Midnight.PlusMinutes(minutes));

    private static readonly Gen<LocalDate> Dates = Gen.Int[0, 25 * 365].Select(days => new LocalDate(2005, 1, 1).PlusDays(days));

    private static readonly Gen<IReadOnlyList<IsoDayOfWeek>> DaySets = Gen.Int[1, 127].Select(bits =>
        (IReadOnlyList<IsoDayOfWeek>)[.. Enumerable.Range(0, 7).Where(day => (bits >> day & 1) == 1).Select(day => (IsoDayOfWeek)(day + 1))]);

    private static readonly Gen<NthWeekday> Nths = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 7], (nth, day) => new NthWeekday((IsoDayOfWeek)day, nth == 0 ? -1 : nth));

    public static Gen<Recurrence> Any { get; } = Gen.Select(
        Times, Gen.Int[0, OddZones.Length - 1].Select(i => OddZones[i]), Dates, Gen.Int[1, 5],
        (at, zone, from, interval) => (At: at, Zone: zone, From: from, Interval: interval))
        .SelectMany(r => Gen.OneOf(
            Gen.Const(Recurrence.Daily(r.At, r.Zone, r.From, r.Interval)),
            DaySets.Select(days => Recurrence.Weekly(days, r.At, r.Zone, r.From, r.Interval)),
            Gen.Int[1, 31].Select(day => Recurrence.Monthly(day, r.At, r.Zone, r.From, r.Interval)),
            Nths.Select(nth => Recurrence.Monthly(nth, r.At, r.Zone, r.From, r.Interval))));
}
