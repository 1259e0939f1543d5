using System.Collections.Concurrent;
using System.Diagnostics;

namespace AsyncBot.Benchmarks;

/// <summary>Clients that add ideas, each the next as soon as its last one is answered.</summary>
public sealed class Crowd(BotProcess bot, Ledger ledger)
{
    private static readonly string[] People = ["ana", "ben", "chidi", "dana", "emi", "sam"];

    private readonly PlaygroundClient _client = new(bot.Http);

    /// <summary>Adds ideas until so many are answered.</summary>
    public async Task<Timings> Add(int ideas, int clients)
    {
        var left = ideas;
        var took = new ConcurrentQueue<double>();
        var cpu = bot.Cpu;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                took.Enqueue(await AddOne(client));
        })));
        return new Timings([.. took.Order()], Stopwatch.GetElapsedTime(started), bot.Cpu - cpu);
    }

    /// <summary>Adds ideas until the bot is gone; what is not answered then is nobody's loss.</summary>
    public Task AddUntilGone(int clients) => Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
    {
        try
        {
            while (true)
                await AddOne(client);
        }
        catch (HttpRequestException)
        {
        }
        catch (IOException)
        {
        }
    })));

    private async Task<double> AddOne(int client)
    {
        var idea = ledger.Next();
        var started = Stopwatch.GetTimestamp();
        try
        {
            ledger.Answered(idea, await _client.Say(People[client % People.Length], "/idea add " + IdeaWords.Of(idea)));
        }
        catch (InvalidOperationException refused)
        {
            ledger.Refused(idea, refused);
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}

/// <summary>How long each call took, in milliseconds and ascending, and all of them together.</summary>
public sealed record Timings(IReadOnlyList<double> Milliseconds, TimeSpan Elapsed, TimeSpan Cpu)
{
    public double PerSecond => Milliseconds.Count / Elapsed.TotalSeconds;

    public double CpuMilliseconds => Cpu.TotalMilliseconds / Milliseconds.Count;

    public double At(double share) => Milliseconds[Math.Min(Milliseconds.Count - 1, (int)(Milliseconds.Count * share))];

    /// <summary>Does one thing many times, one after the other.</summary>
    public static async Task<Timings> Of(BotProcess bot, int times, Func<Task> act)
    {
        var took = new List<double>(times);
        var cpu = bot.Cpu;
        var started = Stopwatch.GetTimestamp();
        for (var time = 0; time < times; time++)
        {
            var begun = Stopwatch.GetTimestamp();
            await act();
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return new Timings([.. took.Order()], Stopwatch.GetElapsedTime(started), bot.Cpu - cpu);
    }
}
