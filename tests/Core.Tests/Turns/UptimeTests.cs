using AsyncBot.Core.Turns;
using AsyncBot.TestKit;
using NodaTime.Testing;

namespace AsyncBot.Core.Tests.Turns;

/// <summary>When the bot was down, as the next process finds it.</summary>
public sealed class UptimeTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    private Team _team = null!;
    private FakeClock _bots = null!;
    private FakeClock _real = null!;

    [SetUp]
    public async Task Open()
    {
        _team = await Team.Open();
        _bots = new FakeClock(Nine);
        _real = new FakeClock(Nine + Duration.FromDays(200));
        await Begun();
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task From_the_last_sign_of_life_to_the_next_start_it_was_down()
    {
        await Lives();
        Passes(Duration.FromHours(2));

        Assert.That((await Begun()).Downtimes, Is.EqualTo(new[] { new Downtime(Nine, Nine + Duration.FromHours(2)) }));
    }

    [Test]
    public async Task A_quick_restart_is_no_downtime()
    {
        await Lives();
        Passes(Duration.FromSeconds(50));

        Assert.That((await Begun()).Downtimes, Is.Empty);
    }

    [Test]
    public async Task A_clock_that_was_moved_while_the_bot_ran_makes_no_downtime_although_it_is_killed_right_after()
    {
        await Lives();
        _bots.AdvanceHours(8);
        Passes(Duration.FromSeconds(20));

        Assert.That((await Begun()).Downtimes, Is.Empty);
    }

    [Test]
    public async Task Of_a_clock_that_was_moved_before_the_bot_was_down_only_the_downtime_is_told()
    {
        await Lives();
        _bots.AdvanceHours(8);
        Passes(Duration.FromHours(1));

        Assert.That((await Begun()).Downtimes, Is.EqualTo(new[] { new Downtime(Nine + Duration.FromHours(8), Nine + Duration.FromHours(9)) }));
    }

    [Test]
    public async Task A_clock_that_stands_still_meanwhile_tells_of_none()
    {
        await Lives();
        _real.AdvanceHours(5);

        Assert.That((await Begun()).Downtimes, Is.Empty);
    }

    [Test]
    public async Task A_clock_that_was_set_back_tells_of_none_and_takes_back_what_is_still_to_come_by_it()
    {
        await Lives();
        Passes(Duration.FromHours(2));
        await Begun();
        _bots.Reset(Nine + Duration.FromHours(1));

        Assert.That((await Begun()).Downtimes, Is.Empty);
    }

    [Test]
    public async Task They_are_remembered_from_one_process_to_the_next_for_five_weeks_and_none_gives_way_to_a_longer_one()
    {
        await Lives();
        for (var night = 0; night < 60; night++)
        {
            Passes(Duration.FromHours(14));
            var up = await Begun();
            Passes(Duration.FromHours(10));
            await up.Live(default);
        }

        Passes(Duration.FromHours(1));
        var known = (await Begun()).Downtimes;

        Assert.That(known, Is.Ordered.By(nameof(Downtime.From)));
        Assert.That(known[^1].Length, Is.EqualTo(Duration.FromHours(1)));
        Assert.That(known[0].Until, Is.GreaterThan(_bots.GetCurrentInstant() - Duration.FromDays(35)));
        Assert.That(known, Has.Count.EqualTo(36));
    }

    [Test]
    public async Task Whoever_dies_again_and_again_was_down_all_the_time()
    {
        await Lives();
        for (var start = 0; start < 5; start++)
        {
            Passes(Duration.FromSeconds(59));
            await Begun();
        }

        var known = (await Begun()).Downtimes;

        Assert.That(known, Is.EqualTo(new[] { new Downtime(Nine, Nine + Duration.FromSeconds(5 * 59)) }));
    }

    [Test]
    public async Task A_machine_that_stood_still_was_down()
    {
        var uptime = await Begun();
        Passes(Duration.FromSeconds(31));
        await uptime.LiveOn(default);
        Passes(Duration.FromHours(9));
        await uptime.LiveOn(default);
        _bots.AdvanceHours(9);
        Passes(Duration.FromSeconds(30));
        await uptime.LiveOn(default);

        var asleep = Nine + Duration.FromSeconds(31);
        Assert.That(uptime.Downtimes, Is.EqualTo(new[] { new Downtime(asleep, asleep + Duration.FromHours(9)) }));
        Assert.That((uptime.WasDownAt(asleep + Duration.FromHours(1)), uptime.WasDownAt(Nine)), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task The_signs_of_life_make_no_workspace_that_is_served()
    {
        await _team.Says("ana", "#team", "idea add Ship it");
        await _team.TimeData.Apply("TZDB: 2031a", default);

        var documents = _team.Database().Split('\n').Where(row => row.StartsWith("document", StringComparison.Ordinal)).ToList();
        Assert.That(documents.Count(row => row.Contains("TZDB: 2031a")), Is.EqualTo(1));
        Assert.That(documents.Count(row => row.StartsWith("document bot", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    private async Task Lives() => await New().Live(default);

    private async Task<Uptime> Begun()
    {
        var uptime = New();
        await uptime.Begin(default);
        return uptime;
    }

    private Uptime New() => new(_team.Store, _bots, new TimeOfClock(_real));

    private void Passes(Duration time)
    {
        _bots.Advance(time);
        _real.Advance(time);
    }
}
