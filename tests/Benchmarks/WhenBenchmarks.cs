using AsyncBot.Core.Time.When;
using BenchmarkDotNet.Attributes;

namespace AsyncBot.Benchmarks;

/// <summary>Reading a time phrase; the promise is 20 µs and 10 KB.</summary>
[MemoryDiagnoser]
public class WhenBenchmarks
{
    private static readonly WhenContext Here = new(Instant.FromUtc(2026, 3, 4, 15, 15), "America/New_York", "en-US");

    [Params(
        "in 2h",
        "next fri noon",
        "remind me to review the PR tomorrow at 9am",
        "check 2 of the 3 builds in 20 minutes",
        "Mon 9 Mar 2026, 09:30 Europe/Lisbon (in 4 days 18 h)",
        "every last friday of the month at 4pm",
        "review all the notes that people of the other team wrote about the incident and the three fixes, then tell Ana by friday 5pm PT")]
    public string Phrase { get; set; } = "";

    [Benchmark]
    public WhenReading Read() => When.Read(Phrase, Here);
}
