using System.Text.RegularExpressions;
using AsyncBot.TestKit;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Benchmarks.Slack;

/// <summary>The same signed <c>/idea list</c> to this bot and to a minimal Bolt app, in turns, so that both get their share of whatever else the machine does.</summary>
public static class SlackLoad
{
    private const int Ideas = 10;
    private const string Secret = "0123456789abcdef0123456789abcdef";

    public static async Task Run(int seconds, int rounds, Report report)
    {
        using var folder = new TemporaryFolder();
        await using var slack = await FakeSlack.Start();
        await using var bot = await BotProcess.Start(
            folder.File("asyncbot.db"), $"Slack__BotToken={slack.BotToken}", $"Slack__SigningSecret={Secret}", $"Slack__ApiBaseUrl={slack.ApiBaseUrl}");
        await using var bolt = await BoltProcess.Start(Secret, Enumerable.Range(1, Ideas).Select(IdeaWords.Of));
        for (var idea = 1; idea <= Ideas; idea++)
            await SignedForm.Of(Secret, "add " + IdeaWords.Of(idea), $"add.{idea}").Send(bot.Http);

        await Warm(bot, Secret, folder.Path);
        await Warm(bolt, Secret, folder.Path);
        var (ours, theirs) = (new List<Round>(), new List<Round>());
        for (var round = 1; round <= rounds; round++)
        {
            ours.Add(await Measure(bot, Secret, seconds, folder.Path, report));
            theirs.Add(await Measure(bolt, Secret, seconds, folder.Path, report));
        }

        report.Figure("throughput, AsyncBot / Bolt", Median(ours, round => round.PerSecond) / Median(theirs, round => round.PerSecond), "times", atLeast: 2);
        report.Figure("CPU each, AsyncBot / Bolt", Median(ours, round => round.CpuEach) / Median(theirs, round => round.CpuEach), "times", atMost: 0.5);
    }

    /// <summary>Looks whether the answer is the whole list, and lets both compilers see the load before it counts.</summary>
    private static async Task Warm(IServer server, string secret, string folder)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var answer = await SignedForm.Of(secret, "list", "list").Send(http);
        if (Regex.Count(answer, "Load idea") < Ideas || Regex.Count(answer, "\"Vote\"") < Ideas)
            throw new InvalidOperationException($"{server.Name} does not list the {Ideas} ideas: {answer}");
        await Wrk.Run(server.Address, SignedForm.Of(secret, "list", "list"), 5, folder);
    }

    private static async Task<Round> Measure(IServer server, string secret, int seconds, string folder, Report report)
    {
        var form = SignedForm.Of(secret, "list", "list");
        var cpu = server.Cpu;
        var run = await Wrk.Run(server.Address, form, seconds, folder);
        var round = new Round(run.Requests / run.Seconds, run.P99Milliseconds, (server.Cpu - cpu).TotalMicroseconds / run.Requests);
        report.Figure($"{server.Name}, {Wrk.Connections} connections", round.PerSecond, "/s");
        report.Figure("  p99", round.P99, "ms");
        report.Figure("  CPU each", round.CpuEach, "µs");
        if (run.Failed > 0)
            report.Truth("  answers", $"{run.Requests} requests", [$"{run.Failed} failed"]);
        return round;
    }

    private static double Median(IEnumerable<Round> rounds, Func<Round, double> figure)
    {
        var sorted = rounds.Select(figure).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private sealed record Round(double PerSecond, double P99, double CpuEach);
}
