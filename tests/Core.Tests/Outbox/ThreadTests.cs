using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Outbox;

/// <summary>A message that answers one of the bot which was not there yet when it was described.</summary>
public sealed class ThreadTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase(null)]
    [TestCase(FaultKind.TryLater)]
    [TestCase(FaultKind.DropAfter)]
    [TestCase(FaultKind.DropBefore)]
    public async Task It_comes_into_the_thread_of_what_came_before_it(FaultKind? fault)
    {
        _team.Delivers = false;
        await _team.Says("ana", "#team", "blocker The build is red");
        await _team.Says("ben", "#team", "blocker take 1");
        if (fault is { } kind)
            _team.Chat.Will(kind, to: Team.Place("#team"));
        await _team.Settle();
        await _team.Advance(Duration.FromMinutes(1));

        var (root, answer) = (_team.Messages("#team")[0], _team.Messages("#team")[1]);
        Assert.That(root.Thread, Is.Null);
        Assert.That(answer.Thread, Is.EqualTo(root.Id));
        Assert.That(_team.TextOf(root), Does.Contain("@Ben is on it"));
    }

    [Test]
    public async Task Where_that_never_arrived_it_stands_alone_rather_than_nowhere()
    {
        _team.Chat.Will(FaultKind.Refuse, to: Team.Place("#team"));
        await _team.Says("ana", "#team", "blocker The build is red");
        await _team.Says("ben", "#team", "blocker take 1");

        Assert.That(_team.Messages("#team").Single().Thread, Is.Null);
        Assert.That(_team.Posts("#team"), Is.EqualTo(new[] { "@Ben is on it." }));
    }

    [Test]
    public async Task Killed_in_between_it_still_does()
    {
        _team.Delivers = false;
        await _team.Says("ana", "#team", "blocker The build is red");
        await _team.Deliver();
        await _team.Says("ben", "#team", "blocker take 1");
        await _team.Restart();
        await _team.Settle();

        Assert.That(_team.Messages("#team")[1].Thread, Is.EqualTo(_team.Messages("#team")[0].Id));
    }
}
