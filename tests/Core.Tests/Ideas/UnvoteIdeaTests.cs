using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class UnvoteIdeaTests
{
    private Team _team = null!;

    [SetUp]
    public async Task An_idea_of_Ana()
    {
        _team = await Team.Open();
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task Taking_a_vote_back_is_counted_too()
    {
        await _team.Says("ben", "#team", "idea vote 1");
        var answer = await _team.Says("ben", "#team", "idea unvote 1");

        Assert.That(answer.Text, Does.Contain("taken back").And.Contain("no votes yet"));
        Assert.That(_team.Posts("#team")[0], Does.EndWith("no votes yet"));
    }

    [Test]
    public async Task A_vote_that_was_never_given_can_not_be_taken_back()
    {
        var answer = await _team.Says("ben", "#team", "idea unvote 1");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("You have not voted").And.Contain("idea vote 1"));
    }
}
