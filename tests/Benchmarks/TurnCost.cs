using System.Diagnostics;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Playground;
using AsyncBot.Bot.Playground.Setup;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AsyncBot.Benchmarks;

/// <summary>What a turn that changes nothing costs between a platform's request and its answer: <c>/idea list</c> with ten ideas, once everything is warm.</summary>
public static class TurnCost
{
    private const int Ideas = 10;

    private static readonly ConversationId Team = ConversationId.Of(new ChannelId("team"));

    public static async Task Run(int turns, Report report)
    {
        using var folder = new TemporaryFolder();
        var options = new BotOptions(folder.File("asyncbot.db"), 0, new HashSet<string>(), HasPlayground: true);
        await using var store = await StorageSetup.Open(options);
        var console = Console.Out;
        Console.SetOut(TextWriter.Null); // logging is part of the cost, reading it is not
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddLogging(options.LogLevel);
        builder.Services.AddStorage(store).AddFeatures(options).AddPlayground(isAlone: true).AddDelivery();
        await using var services = builder.Services.BuildServiceProvider();
        var dispatcher = services.GetRequiredService<Dispatcher>();
        for (var idea = 1; idea <= Ideas; idea++)
            await Say(dispatcher, "idea add " + IdeaWords.Of(idea), $"add {idea}");

        var (again, allocated) = await Many(dispatcher, turns, _ => "the same");
        var (anew, _) = await Many(dispatcher, turns, turn => $"delivery {turn}");
        Console.SetOut(console);
        report.Figure("idea list, CPU each", again, "µs", atMost: 25);
        report.Figure("  allocated each", allocated / 1024, "KB", atMost: 20);
        report.Figure("  CPU each, never delivered before", anew, "µs");
    }

    /// <returns>Microseconds of processor time and bytes for each turn, in the second of two goes.</returns>
    private static async Task<(double Cpu, double Bytes)> Many(Dispatcher dispatcher, int turns, Func<int, string> keyOf)
    {
        var (cpu, allocated) = (TimeSpan.Zero, 0L);
        for (var turn = 0; turn < 2 * turns; turn++)
        {
            if (turn == turns)
                (cpu, allocated) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
            if (await Say(dispatcher, "/idea list", keyOf(turn)) is { Reply: not Reply.Said } refused)
                throw new InvalidOperationException($"The list was refused: {refused.Reply}");
        }

        return ((Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / turns, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / turns);
    }

    private static Task<Answer> Say(Dispatcher dispatcher, string line, string key) =>
        dispatcher.Dispatch(new Inbound(PlaygroundDirectory.Workspace, new PersonId("ana"), Team, null, key, new InboundContent.Text(line)), default);
}
