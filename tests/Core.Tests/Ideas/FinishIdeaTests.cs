using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class FinishIdeaTests
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
    public async Task A_decision_of_2001_characters_is_refused_with_the_limit()
    {
        var answer = await _team.Says("ana", "#team", "idea done 1 " + new string('x', 2_001));

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("at most 2,000").And.Contain("2,001"));
    }
}
