namespace AsyncBot.Core.Tests.Ideas;

public sealed class ShareIdeaTests : TwoIdeas
{
    [Test]
    public async Task A_private_idea_is_shared_by_its_author_and_posted()
    {
        await Team.Says("ana", "dm", "idea add Ask for a raise");
        var answer = await Team.Says("ana", "dm", "idea share 3 in #oncall");

        Assert.That(answer.Text, Does.Contain("in #oncall"));
        Assert.That(Team.Posts("#oncall"), Is.EqualTo(new[] { "💡 #3 Ask for a raise — @Ana, no votes yet" }));
        var again = await Team.Says("ana", "dm", "idea share 3 in #team");
        Assert.That((again.IsRefused, again.Text), Is.EqualTo((true, "Idea 3 is shared in #oncall already. Try: idea show 3")));
        Assert.That((await Team.Says("ben", "#oncall", "idea list")).Text, Does.Contain("Ask for a raise"));
    }
}
