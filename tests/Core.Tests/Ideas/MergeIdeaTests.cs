namespace AsyncBot.Core.Tests.Ideas;

public sealed class MergeIdeaTests : TwoIdeas
{
    [Test]
    public async Task The_authors_of_both_are_told_of_a_merge()
    {
        await Team.Says("emi", "#team", "idea add Rotate the hosts of the demo");
        await Team.Says("ben", "#team", "idea merge 3 into 1");

        Assert.That(Team.Posts("@emi"), Has.Exactly(1).Contains("merged your idea #3"));
        Assert.That(Team.Posts("@ana"), Has.Exactly(1).Contains("merged idea 3 into your idea #1"));
    }

    [Test]
    public async Task A_merge_keeps_everybodys_vote_once()
    {
        foreach (var (person, number) in new[] { ("ben", 1), ("emi", 1), ("emi", 2), ("dana", 2) })
            await Team.Says(person, "#team", $"idea vote {number}");
        var answer = await Team.Says("ana", "#team", "idea merge 1 into 2");

        Assert.That(answer.Text, Does.Contain("has 3 votes"));
        Assert.That(Team.Posts("#team")[1], Is.EqualTo("💡 #2 Buy a coffee machine — @Ana, 3 votes"));
        Assert.That((await Team.Says("ben", "#team", "idea vote 1")).Text, Does.Contain("merged into 2").And.Contain("idea show 2"));
    }

    [Test]
    public async Task Ideas_of_different_homes_can_not_be_merged()
    {
        await Team.Says("ana", "#oncall", "idea add Rotate the pager");
        var answer = await Team.Says("ana", "#team", "idea merge 3 into 1");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("live in different places").And.EndWith("To close one by itself: idea drop 3"));
    }
}
