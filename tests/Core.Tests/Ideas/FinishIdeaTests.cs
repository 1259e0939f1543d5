namespace AsyncBot.Core.Tests.Ideas;

public sealed class FinishIdeaTests : TwoIdeas
{
    [Test]
    public async Task A_decision_of_2001_characters_is_refused_with_the_limit()
    {
        var answer = await Team.Says("ana", "#team", "idea done 1 " + new string('x', 2_001));

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("at most 2,000").And.Contain("2,001"));
    }
}
