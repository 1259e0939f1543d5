using AsyncBot.Core.Time.Hours;
using BenchmarkDotNet.Attributes;

namespace AsyncBot.Benchmarks;

/// <summary>Who works when, for whole workspaces at once. The next stretch of 500 people should take under 10 ms, what 12 have in common under 5 ms.</summary>
[MemoryDiagnoser]
public class HoursBenchmarks
{
    private static readonly string[] Zones =
        ["Europe/Lisbon", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo", "Pacific/Kiritimati", "America/Los_Angeles"];

    private static readonly string[] Weeks = ["mon-fri 9-17", "mon-fri 9-12 and 13-17:30, sat 10-12", "mon-thu 22-06", "sun-thu 8-16", "daily 0-24"];

    private readonly Instant _from = Instant.FromUtc(2026, 3, 20, 18, 0);
    private readonly WorkingHours[] _people = [.. Enumerable.Range(0, 500).Select(Person)];

    [Benchmark]
    public int NextOf500() => _people.Count(person => person.CurrentOrNext(_from, Duration.FromDays(14)) is not null);

    [Benchmark]
    public int StatesOf500() => _people.Count(person => person.At(_from).IsWorking);

    [Benchmark]
    public IReadOnlyList<SharedHours> SharedBy12() => SharedHours.Of(_people[..12], _from, _from + Duration.FromDays(7), 2);

    [Benchmark]
    public Duration WorkingTimeOfAYear() => _people[1].WorkingTime(_from, _from + Duration.FromDays(365));

    private static WorkingHours Person(int n)
    {
        var start = Instant.FromUtc(2026, 3, 21 + n % 7, 0, 0);
        return new WorkingHours(
            WorkingWeek.Read(Weeks[n % Weeks.Length]).Week!,
            Zones[n % Zones.Length],
            n % 3 == 0 ? [new Absence(start, start + Duration.FromDays(2), "vacation")] : [],
            n % Weeks.Length == 4 ? [] : [new Holiday(new LocalDate(2026, 3, 23), "Holiday"), new Holiday(new LocalDate(2026, 12, 25), "Christmas")]);
    }
}
