using System.Diagnostics;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Playground;
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
        var options = new BotOptions(folder.File("asyncbot.db"), 0, new HashSet<string>(), null, HasPlayground: true);
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

        await Many(dispatcher, turns);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        await Many(dispatcher, turns);
        var took = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Console.SetOut(console);
        report.Figure("idea list, CPU each", took.TotalMicroseconds / turns, "µs", atMost: 25);
        report.Figure("  allocated each", (double)allocated / turns / 1024, "KB", atMost: 20);
    }

    private static async Task Many(Dispatcher dispatcher, int turns)
    {
        for (var turn = 0; turn < turns; turn++)
            if (await Say(dispatcher, "/idea list", "the same") is { Reply: not Reply.Said } refused)
                throw new InvalidOperationException($"The list was refused: {refused.Reply}");
    }

    private static Task<Answer> Say(Dispatcher dispatcher, string line, string key) =>
        dispatcher.Dispatch(new Inbound(PlaygroundDirectory.Workspace, new PersonId("ana"), Team, null, key, new InboundContent.Text(line)), default);
}
