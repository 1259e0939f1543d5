using AsyncBot.Core.Texts;
using BenchmarkDotNet.Attributes;

namespace AsyncBot.Benchmarks;

/// <summary>Looking for what is like a new idea, where all ideas have words in common.</summary>
[MemoryDiagnoser]
public class SimilarBenchmarks
{
    private readonly TextIndex _index = new();
    private int _asked = 1_000_000;

    [Params(2_000, 50_000)]
    public int Ideas { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        for (var number = 1; number <= Ideas; number++)
            _index.Put(number, IdeaWords.Of(number));
    }

    [Benchmark]
    public IReadOnlyList<int> Similar() => _index.Similar(IdeaWords.Of(++_asked), 12, 0);
}
