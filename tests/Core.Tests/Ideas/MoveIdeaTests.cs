using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class MoveIdeaTests
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
    public async Task An_unknown_bucket_is_refused_with_those_that_exist()
    {
        var answer = await _team.Says("ana", "#team", "idea move 1 nowhere");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("“nowhere” should be one of ideas, tasks, discussion.").And.Contain("Try: idea move 12 tasks"));
    }
}
