using AsyncBot.Core.Time.Recurrences;
using BenchmarkDotNet.Attributes;

namespace AsyncBot.Benchmarks;

/// <summary>The next time of rules that began long ago, that come rarely, and that never come.</summary>
[MemoryDiagnoser]
public class RecurrenceBenchmarks
{
    private readonly Instant _now = Instant.FromUtc(2026, 3, 20, 18, 0);
    private Recurrence _recurrence = null!;

    [Params(
        "FREQ=HOURLY", "FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=DAILY;COUNT=10000",
        "FREQ=WEEKLY;BYMONTH=5;BYDAY=WE,FR;BYSETPOS=1,3;COUNT=10000", "FREQ=HOURLY;INTERVAL=168;BYDAY=MO", "FREQ=YEARLY;BYDAY=53MO;BYSETPOS=2", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    public string Rule { get; set; } = "";

    [GlobalSetup]
    public void Start() => _recurrence = new Recurrence(
        RecurrenceRule.TryParse(Rule, out var rule) ? rule : throw new ArgumentException(Rule), new LocalDateTime(1999, 1, 1, 9, 0), "Europe/Lisbon");

    [Benchmark]
    public Instant? NextAfter() => _recurrence.NextAfter(_now);
}
