using AsyncBot.Bot.Hosting;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;

namespace AsyncBot.Bot.Tests.Hosting;

/// <summary>A process leaves signs of life, by which the next one knows when nobody was there.</summary>
public sealed class SignsOfLifeTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly FakeClock _clock = new(Nine);
    private LiteDbStores _stores = null!;
    private Uptime _uptime = null!;
    private SignsOfLife _signs = null!;

    [SetUp]
    public async Task Start()
    {
        _stores = new LiteDbStores();
        _clock.Reset(Nine);
        _uptime = new Uptime(await _stores.Open(), _clock, new TimeOfClock(_clock));
        _signs = new SignsOfLife(_uptime, TimeProvider.System, NullLogger<SignsOfLife>.Instance);
        await _signs.StartAsync(default);
    }

    [TearDown]
    public async Task End()
    {
        _signs.Dispose();
        await _stores.DisposeAsync();
    }

    [Test]
    public async Task It_is_down_from_the_moment_at_which_it_stops_in_good_order()
    {
        _clock.AdvanceHours(2);
        await _signs.StopAsync(default);
        _clock.AdvanceHours(1);

        Assert.That((await Next()).Downtimes, Is.EqualTo(new[] { new Downtime(Nine + Duration.FromHours(2), Nine + Duration.FromHours(3)) }));
    }

    [Test]
    public async Task After_a_kill_it_was_down_from_its_last_sign()
    {
        _clock.AdvanceHours(1);
        await _uptime.Live(default);
        _clock.AdvanceHours(2);

        Assert.That((await Next()).Downtimes, Is.EqualTo(new[] { new Downtime(Nine + Duration.FromHours(1), Nine + Duration.FromHours(3)) }));
        await _signs.StopAsync(default);
    }

    private async Task<Uptime> Next()
    {
        var next = new Uptime(await _stores.Snapshot(), _clock, new TimeOfClock(_clock));
        await next.Begin(default);
        return next;
    }
}
