using AsyncBot.Core.Ideas;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class UncaptureIdeaTests
{
    private Team _team = null!;
    private Message _message = null!;

    [SetUp]
    public async Task Ana_writes_something()
    {
        _team = await Team.Open();
        _message = _team.Writes("ana", "#team", "We could rotate the demo host #demo");
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task Taking_it_away_within_ten_minutes_undoes_the_capture()
    {
        await _team.PutsBulb("ben", _message);
        await _team.Advance(Duration.FromMinutes(10));
        await _team.TakesBulb("ben", _message);

        Assert.That(await _team.Find(Idea.Type, "1"), Is.Null);
        Assert.That(_team.Posts("#team"), Is.EqualTo(new[] { "💡 #1 was deleted." }));
    }

    [Test]
    public async Task Later_it_stays()
    {
        await _team.PutsBulb("ben", _message);
        await _team.Advance(Duration.FromMinutes(10) + Duration.FromSeconds(1));
        await _team.TakesBulb("ben", _message);

        Assert.That(await _team.Find(Idea.Type, "1"), Is.Not.Null);
    }

    [Test]
    public async Task Taking_a_second_bulb_away_takes_the_vote_back()
    {
        await _team.PutsBulb("ben", _message);
        await _team.PutsBulb("emi", _message);
        await _team.TakesBulb("emi", _message);

        Assert.That(_team.Posts("#team").Single(), Does.EndWith("no votes yet"));
    }

    [Test]
    public async Task Taking_a_bulb_away_from_the_bots_own_line_takes_the_vote_back()
    {
        await _team.Says("ana", "#team", "idea add Ship it");
        await _team.PutsBulb("ben", _team.LastPost("#team"));
        await _team.TakesBulb("ben", _team.LastPost("#team"));

        Assert.That(_team.Posts("#team").Single(), Does.EndWith("no votes yet"));
    }

    [Test]
    public async Task Taking_away_what_was_never_there_changes_nothing()
    {
        var before = _team.Store.Commits;

        Assert.That((await _team.TakesBulb("ben", _message)).IsSilent);
        Assert.That(_team.Store.Commits, Is.EqualTo(before));
    }
}
