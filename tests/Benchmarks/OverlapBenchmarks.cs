using AsyncBot.Core.Online;
using AsyncBot.Core.Time.Hours;
using BenchmarkDotNet.Attributes;

namespace AsyncBot.Benchmarks;

/// <summary>What people on different clocks have in common in a week, or what hurts least, with the reasons. 12 people should take under 5 ms.</summary>
[MemoryDiagnoser]
public class OverlapBenchmarks
{
    private static readonly string[] Near = ["Europe/Lisbon", "America/New_York", "Africa/Lagos", "Europe/Berlin"];

    private static readonly string[] Far =
    [
        "Europe/Lisbon", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo", "Pacific/Kiritimati",
        "America/Los_Angeles",
    ];

    private readonly OverlapQuestion _common = Question(12, Near);
    private readonly OverlapQuestion _leastBad = Question(12, Far);
    private readonly OverlapQuestion _crowd = Question(40, Far);

    [Benchmark]
    public Overlap CommonTo12() => Overlap.Of(_common);

    [Benchmark]
    public Overlap LeastBadFor12() => Overlap.Of(_leastBad);

    [Benchmark]
    public Overlap LeastBadFor40() => Overlap.Of(_crowd);

    private static OverlapQuestion Question(int people, string[] zones)
    {
        var monday = new LocalDate(2026, 3, 9);
        return new OverlapQuestion(
            [.. Enumerable.Range(0, people).Select(n => Person(n, zones[n % zones.Length]))],
            DateTimeZoneProviders.Tzdb["Europe/Lisbon"],
            monday,
            monday.PlusDays(6),
            Duration.FromMinutes(45),
            Instant.FromUtc(2026, 3, 9, 8, 30));
    }

    private static WorkingHours Person(int n, string zone)
    {
        var start = Instant.FromUtc(2026, 3, 9 + n % 7, 0, 0);
        return new WorkingHours(
            WorkingWeek.Read(n % 2 == 0 ? "mon-fri 9-17" : "mon-fri 8-12 and 13-17:30").Week!,
            zone,
            n % 3 == 0 ? [new Absence(start, start + Duration.FromDays(1), "vacation")] : [],
            [new Holiday(new LocalDate(2026, 3, 12), "Holiday"), new Holiday(new LocalDate(2026, 12, 25), "Christmas")]);
    }
}
