using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class MergeIdeaTests
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
    public async Task The_authors_of_both_are_told_of_a_merge()
    {
        await _team.Says("emi", "#team", "idea add Rotate the hosts of the demo");
        await _team.Says("ben", "#team", "idea merge 3 into 1");

        Assert.That(_team.Posts("@emi"), Has.Exactly(1).Contains("merged your idea #3"));
        Assert.That(_team.Posts("@ana"), Has.Exactly(1).Contains("merged idea 3 into your idea #1"));
    }

    [Test]
    public async Task A_merge_keeps_everybodys_vote_once()
    {
        foreach (var (person, number) in new[] { ("ben", 1), ("emi", 1), ("emi", 2), ("dana", 2) })
            await _team.Says(person, "#team", $"idea vote {number}");
        var answer = await _team.Says("ana", "#team", "idea merge 1 into 2");

        Assert.That(answer.Text, Does.Contain("has 3 votes"));
        Assert.That(_team.Posts("#team")[1], Is.EqualTo("💡 #2 Buy a coffee machine — @Ana, 3 votes"));
        Assert.That((await _team.Says("ben", "#team", "idea vote 1")).Text, Does.Contain("merged into 2").And.Contain("idea show 2"));
    }

    [Test]
    public async Task Ideas_of_different_homes_can_not_be_merged()
    {
        await _team.Says("ana", "#oncall", "idea add Rotate the pager");
        var answer = await _team.Says("ana", "#team", "idea merge 3 into 1");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("live in different places").And.EndWith("To close one by itself: idea drop 3"));
    }
}
