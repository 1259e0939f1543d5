using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AsyncBot.Benchmarks;

/// <summary>What single steps cost. In this process, because BenchmarkDotNet's own projects would be built by this solution's strict rules.</summary>
public static class Bench
{
    public static void Run(string[] args)
    {
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        BenchmarkSwitcher.FromTypes([
            typeof(CommandBenchmarks), typeof(CardBenchmarks), typeof(SimilarBenchmarks), typeof(WhenBenchmarks), typeof(HoursBenchmarks),
            typeof(OverlapBenchmarks), typeof(OnlineBenchmarks), typeof(RecurrenceBenchmarks), typeof(OnCallBenchmarks),
            typeof(Slack.RequestBenchmarks)])
            .Run(args.Length == 0 ? ["--filter", "*"] : args, ManualConfig.Create(DefaultConfig.Instance).AddJob(job));
    }
}
