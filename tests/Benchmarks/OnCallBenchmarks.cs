using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Time.Hours;
using BenchmarkDotNet.Attributes;

namespace AsyncBot.Benchmarks;

/// <summary>Who is on call, from rotations that began ten years ago: under 1 µs for one layer, 5 µs for ten, and half a year of ten in under 1 ms.</summary>
[MemoryDiagnoser]
public class OnCallBenchmarks
{
    private static readonly string[] Zones = ["America/New_York", "Europe/London", "Asia/Tokyo", "Australia/Sydney", "America/Los_Angeles"];

    private static readonly TurnUnit[] Units = [TurnUnit.Day, TurnUnit.Week, TurnUnit.Hour, TurnUnit.Month, TurnUnit.Day];

    private readonly Instant _now = Instant.FromUtc(2026, 3, 20, 18, 0);
    private readonly Plan _one = new([Layer(1)]);
    private readonly Plan _ten = new([.. Enumerable.Range(0, 10).Select(Layer)]);
    private readonly Plan _limited = new([.. Enumerable.Range(0, 10).Select(n => Layer(n) with { Hours = [new ZonedWeek(WorkingWeek.Read("mon-fri 9-17").Week!, Zones[n % 5])] })]);
    private readonly Plan _union;
    private readonly Schedule _readyOne;
    private readonly Schedule _readyUnion;
    private readonly Schedule _readyLimited;

    public OnCallBenchmarks()
    {
        _union = _ten with { IsUnion = true };
        _readyOne = new Schedule(_one);
        _readyUnion = new Schedule(_union);
        _readyLimited = new Schedule(_limited);
    }

    [Benchmark]
    public IReadOnlyList<Seat> WhoOfOneLayer() => _readyOne.At(_now);

    [Benchmark]
    public IReadOnlyList<Seat> WhoOfTenLayers() => _readyUnion.At(_now);

    [Benchmark]
    public IReadOnlyList<Seat> WhoOfTenLayersWithHours() => _readyLimited.At(_now);

    /// <summary>With everything that is made ready for a question.</summary>
    [Benchmark]
    public IReadOnlyList<Seat> WhoOfTenLayersFromThePlan() => new Schedule(_union).At(_now);

    [Benchmark]
    public IReadOnlyList<Stretch> HalfAYearOfTenLayers() => new Schedule(_ten).Between(_now - Duration.FromDays(15), _now + Duration.FromDays(180));

    [Benchmark]
    public IReadOnlyList<Stretch> HalfAYearOfTenLayersAtOnce() => new Schedule(_union).Between(_now - Duration.FromDays(15), _now + Duration.FromDays(180));

    [Benchmark]
    public IReadOnlyList<Stretch> HalfAYearOfTenLayersWithHours() => new Schedule(_limited).Between(_now - Duration.FromDays(15), _now + Duration.FromDays(180));

    private static Layer Layer(int n) => new(
        n,
        [new Roster(0, [.. Enumerable.Range(0, 5).Select(person => (IReadOnlyList<PersonId>)[new PersonId($"p{n}-{person}")])])],
        new HandoffRule(Zones[n % 5], Units[n % 5], Units[n % 5] == TurnUnit.Hour ? 12 : 1, new LocalDateTime(2016, 3, 7, 9, 0)));
}
