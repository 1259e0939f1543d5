namespace AsyncBot.Core.Tests.Ideas;

public sealed class MoveIdeaTests : TwoIdeas
{
    [Test]
    public async Task An_unknown_bucket_is_refused_with_those_that_exist()
    {
        var answer = await Team.Says("ana", "#team", "idea move 1 nowhere");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("“nowhere” should be one of ideas, tasks, discussion.").And.Contain("Try: idea move 12 tasks"));
    }
}
