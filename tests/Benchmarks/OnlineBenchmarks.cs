using AsyncBot.Core.Commands;
using AsyncBot.Core.People;
using AsyncBot.TestKit;
using BenchmarkDotNet.Attributes;

namespace AsyncBot.Benchmarks;

/// <summary>`online` in a channel of 500 people of whom the platform has said nothing yet, from the typed line to the answer. It should take under 20 ms.</summary>
[MemoryDiagnoser]
public class OnlineBenchmarks
{
    private const int Crowd = 500;

    private static readonly string[] Zones = ["Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Santiago", "Asia/Tokyo"];

    private readonly Inbound _online = new(Team.Workspace, TestDirectory.IdOf("sam"), Team.Place("#crowd"), null, null, new InboundContent.Text("online"));

    private Team _team = null!;

    [GlobalSetup]
    public async Task Open()
    {
        _team = await Team.Open();
        var names = Enumerable.Range(0, Crowd).Select(n => $"person{n:000}").ToList();
        for (var n = 0; n < Crowd; n++)
            _team.Directory.Add(names[n], Zones[n % Zones.Length], hours: n % 2 == 0 ? null : "9-17:30");
        _team.Directory.AddChannel("crowd", [.. names, "sam"]);
        foreach (var name in names.Where((_, n) => n % 3 == 0))
            await _team.Says(name, "dm", "online hours mon-thu 8-12 and 13-19, fri 8-14");
        foreach (var name in names.Where((_, n) => n % 10 == 0))
            await _team.Says(name, "dm", "online away until friday because vacation");
        if ((await _team.Find(Profile.Type, TestDirectory.IdOf("person000").Value))?.Absences is not [_])
            throw new InvalidOperationException("Nobody is away.");
    }

    [GlobalCleanup]
    public async Task Close() => await _team.DisposeAsync();

    [Benchmark]
    public Task<Answer> OnlineOf500() => _team.Dispatcher.Dispatch(_online, default);
}
