using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class SimilarIdeasTests
{
    [Test]
    public async Task Suggesting_the_same_idea_twice_names_the_first_author()
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", "idea add Rotate the demo host");
        var answer = await team.Says("ben", "#team", "idea add Rotating the demo host");

        Assert.That(answer.Text, Does.StartWith("#2 saved").And.Contain("#1 Rotate the demo host — @Ana"));
        Assert.That(answer.Labels, Does.Contain("Vote"));
    }

    [Test]
    public async Task Nothing_alike_is_not_mentioned()
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", "idea add Rotate the demo host");

        Assert.That((await team.Says("ben", "#team", "idea add Buy a coffee machine")).Text, Does.Not.Contain("Like it"));
    }

    [Test]
    public async Task At_most_three_are_named()
    {
        await using var team = await Team.Open();
        for (var n = 0; n < 6; n++)
            await team.Says("ana", "#team", "idea add Rotate the demo host");
        var answer = await team.Says("ben", "#team", "idea add Rotate the demo host");

        Assert.That(answer.Text.Split('\n').Count(line => line.Contains("@Ana", StringComparison.Ordinal)), Is.EqualTo(3));
    }

    [TestCase("ana", "#oncall", "#team")]
    [TestCase("ana", "dm", "#team")]
    [TestCase("ana", "#team", "#oncall")]
    public async Task An_idea_of_another_home_is_quoted_nowhere(string author, string from, string to)
    {
        await using var team = await Team.Open();
        await team.Says(author, from, "idea add Rotate the demo host");

        Assert.That((await team.Says("ben", to, "idea add Rotate the demo host")).Text, Does.Not.Contain("@Ana"));
    }

    [TestCase("idea drop 1")]
    [TestCase("idea done 1")]
    [TestCase("idea delete 1")]
    public async Task Only_open_ideas_are_named(string decision)
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", "idea add Rotate the demo host");
        await team.Says("ana", "#team", decision);

        Assert.That((await team.Says("ben", "#team", "idea add Rotate the demo host")).Text, Does.Not.Contain("Like it"));
    }

    [Test]
    public async Task An_edited_idea_is_alike_by_its_new_words()
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", "idea add Rotate the demo host");
        await team.Says("ana", "#team", "idea edit 1 Buy a coffee machine");

        Assert.That((await team.Says("ben", "#team", "idea add Rotate the demo host")).Text, Does.Not.Contain("Like it"));
        Assert.That((await team.Says("ben", "#team", "idea add Buy a coffee machine")).Text, Does.Contain("#1 Buy a coffee machine"));
    }

    [Test]
    public async Task A_restart_forgets_no_likeness()
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", "idea add Rotate the demo host");
        await team.Restart();

        Assert.That((await team.Says("ben", "#team", "idea add Rotate the demo host")).Text, Does.Contain("#1 Rotate the demo host — @Ana"));
    }
}
