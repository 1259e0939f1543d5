using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class ReopenIdeaTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Ideas_of_Ana()
    {
        _team = await Team.Open();
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
        await _team.Says("ana", "#team", "idea add Buy a coffee machine");
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task The_author_is_told_when_it_is_open_again()
    {
        await _team.Says("ana", "#team", "idea drop 1");
        await _team.Says("ben", "#team", "idea reopen 1");

        Assert.That(_team.Posts("@ana"), Is.EqualTo(new[] { "@Ben reopened your idea #1 “Rotate the demo host”." }));
    }
}
