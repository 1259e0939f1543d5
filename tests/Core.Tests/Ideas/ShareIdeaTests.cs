using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class ShareIdeaTests
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
    public async Task A_private_idea_is_shared_by_its_author_and_posted()
    {
        await _team.Says("ana", "dm", "idea add Ask for a raise");
        var answer = await _team.Says("ana", "dm", "idea share 3 in #oncall");

        Assert.That(answer.Text, Does.Contain("in #oncall"));
        Assert.That(_team.Posts("#oncall"), Is.EqualTo(new[] { "💡 #3 Ask for a raise — @Ana, no votes yet" }));
        var again = await _team.Says("ana", "dm", "idea share 3 in #team");
        Assert.That((again.IsRefused, again.Text), Is.EqualTo((true, "Idea 3 is shared in #oncall already. Try: idea show 3")));
        Assert.That((await _team.Says("ben", "#oncall", "idea list")).Text, Does.Contain("Ask for a raise"));
    }
}
