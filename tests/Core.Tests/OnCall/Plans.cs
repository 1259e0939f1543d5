using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Tests.Time;
using CsCheck;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>Random plans, in zones whose clocks do odd things, around the days on which they do.</summary>
internal static class Plans
{
    private static readonly string[] Zones =
        ["UTC", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Pacific/Apia", "Antarctica/Troll", "Africa/Cairo", "Pacific/Chatham"];

    private static readonly Gen<string> Zone = Gen.Int[0, Zones.Length - 1].Select(at => Zones[at]);

    private static readonly Gen<PersonId> Person = Gen.Int[0, 6].Select(at => new PersonId("abcdefg"[at].ToString()));

    private static readonly Gen<IReadOnlyList<PersonId>> Group = Person.List[1, 2].Select(people => (IReadOnlyList<PersonId>)people);

    private static readonly Gen<IReadOnlyList<Roster>> Rosters = Gen.Select(Group.List[1, 4], Group.List[0, 3], Gen.Int[-5, 40], Gen.Int[0, 3]).Select(
        (one, other, from, first) => (IReadOnlyList<Roster>)[new Roster(0, one, first), new Roster(from + 1, other, first)]);

    public static Gen<HandoffRule> Rule { get; } = Gen.Select(
        Zone, Gen.Int[0, 3], Gen.Int[1, 14], Gen.Int[0, 200], Gen.Int[0, 1_439], Gen.Int[1, 7].List[0, 3]).Select(
        (zone, unit, length, day, minute, days) => new HandoffRule(
            zone,
            (TurnUnit)unit,
            length,
            new LocalDate(zone == "Pacific/Apia" ? 2011 : 2026, 1, 1).PlusDays(zone == "Pacific/Apia" ? 320 + day / 8 : day) + LocalTime.Midnight.PlusMinutes(minute),
            unit == 1 ? [.. days.Select(each => (IsoDayOfWeek)each).Distinct()] : []));

    private static readonly Gen<Layer> Layers = Gen.Select(
        Gen.Int[0, 2], Rosters, Gen.Frequency((4, Rule.Select(rule => (HandoffRule?)rule)), (1, Gen.Const((HandoffRule?)null))),
        Gen.Select(Weeks.Any, Zone).List[0, 2], Gen.Bool).Select(
        (priority, rosters, rule, hours, begins) => new Layer(
            priority, rosters, rule, null, [.. hours.Select(each => new ZonedWeek(each.Item1, each.Item2))], begins));

    /// <summary>From two days before some minute to ten days after it.</summary>
    private static Gen<(Instant Start, Instant End)> Span(Instant around) => Gen.Select(Gen.Int[-2 * 1_440, 10 * 1_440], Gen.Int[1, 3 * 1_440]).Select((at, length) =>
        (around + Duration.FromMinutes(at), around + Duration.FromMinutes(at + length)));

    /// <summary>A plan, and where to look at it.</summary>
    public static Gen<(Plan Plan, Instant From)> Any { get; } = Weeks.Moments.SelectMany(from => Gen.Select(
        Layers.List[0, 4], Gen.Bool, Overrides(from), Exchanges(from), Covers(from),
        Gen.Select(Span(from), Person, Gen.Int[0, 9]), Gen.Select(Span(from), Person, Gen.Int[0, 9])).Select(
        (layers, isUnion, overrides, exchanges, covers, one, other) => (
            new Plan(
                layers,
                isUnion,
                overrides,
                exchanges,
                covers,
                one.Item3 == 0 ? [new Temporary(1, one.Item1.Start, one.Item1.End, [new TemporaryShift(one.Item2, one.Item1.Start - Duration.FromHours(1), one.Item1.End - Duration.FromHours(1))])] : [],
                other.Item3 == 0 ? [new Departure(other.Item2, other.Item1.Start)] : [],
                other.Item3 == 1 ? [new Pause(other.Item1.Start, other.Item1.End)] : []),
            from)));

    private static Gen<List<Override>> Overrides(Instant around) => Gen.Select(Span(around), Person, Gen.Int[0, 1]).List[0, 2].Select(all =>
        all.Select((each, id) => new Override(id + 1, each.Item2, each.Item1.Start, each.Item1.End, each.Item3)).ToList());

    private static Gen<List<Exchange>> Exchanges(Instant around) => Gen.Select(Span(around), Person, Person, Gen.Int[0, 2]).List[0, 2].Select(all =>
        all.Select((each, id) => new Exchange(
            id + 1, each.Item1.Start, each.Item1.End, each.Item4 == 0 ? null : each.Item2, each.Item4 == 1 ? null : each.Item3)).ToList());

    private static Gen<List<Cover>> Covers(Instant around) => Gen.Select(Span(around), Person, Person, Gen.Bool).List[0, 2].Select(all =>
        all.Select((each, id) => new Cover(id + 1, each.Item2, each.Item1.Start, each.Item1.End, each.Item4 ? each.Item3 : null)).ToList());
}
