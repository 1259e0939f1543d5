namespace AsyncBot.Core.Tests.Ideas;

public sealed class ReopenIdeaTests : TwoIdeas
{
    [Test]
    public async Task The_author_is_told_when_it_is_open_again()
    {
        await Team.Says("ana", "#team", "idea drop 1");
        await Team.Says("ben", "#team", "idea reopen 1");

        Assert.That(Team.Posts("@ana"), Is.EqualTo(new[] { "@Ben reopened your idea #1 “Rotate the demo host”." }));
    }
}
