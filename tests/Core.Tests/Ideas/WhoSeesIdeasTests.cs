using System.Text.RegularExpressions;
using AsyncBot.Core.Catalogs;
using AsyncBot.Core.Commands;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

/// <summary>An idea of a channel that one is not in does not exist, whatever one tries.</summary>
public sealed partial class WhoSeesIdeasTests
{
    /// <summary>Every verb that takes a number, as its own example says it; where it takes two, with each of them.</summary>
    private static IEnumerable<string> Lines =>
        from shape in Catalog.Features().Commands.Of("idea")
        where shape.Args.Any(arg => !arg.IsHidden && arg.Kind == ArgKind.Of(typeof(int)))
        let numbers = Number().Matches(shape.Example)
        from tried in numbers
        select Number().Replace(shape.Example, number => number.Index == tried.Index ? "{0}" : "2");

    [Test]
    public void Every_verb_that_takes_a_number_is_tried_here()
    {
        var verbs = Catalog.Features().Commands.Of("idea")
            .Where(shape => shape.Args.Any(arg => !arg.IsHidden && arg.Kind == ArgKind.Of(typeof(int))))
            .Select(shape => shape.Name);

        Assert.That(verbs.Where(verb => !Lines.Any(line => line.StartsWith(verb + " ", StringComparison.Ordinal))), Is.Empty);
        Assert.That(Lines, Is.SupersetOf(new[] { "idea merge {0} into 2", "idea merge 2 into {0}" }));
    }

    [TestCaseSource(nameof(Lines))]
    public async Task A_hidden_idea_is_answered_like_a_number_that_nobody_has(string line)
    {
        await using var team = await WithHiddenIdea();
        var hidden = await team.Says("chidi", "#team", Fill(line, "1"));
        var missing = await team.Says("chidi", "#team", Fill(line, "999"));

        Assert.That(hidden.Text, Is.EqualTo(missing.Text.Replace("999", "1", StringComparison.Ordinal)));
        Assert.That(hidden.Reply.GetType(), Is.EqualTo(missing.Reply.GetType()));
        Assert.That(hidden.Text, Does.Not.Contain("Secret plan"));
    }

    [TestCaseSource(nameof(Lines))]
    public async Task So_is_a_private_one_also_to_admins(string line)
    {
        await using var team = await WithHiddenIdea();
        await team.Says("ana", "dm", "idea add Secret plan");
        var hidden = await team.Says("sam", "dm", Fill(line, "3"));
        var missing = await team.Says("sam", "dm", Fill(line, "999"));

        Assert.That(hidden.Text, Is.EqualTo(missing.Text.Replace("999", "3", StringComparison.Ordinal)));
        Assert.That(hidden.Text, Does.Not.Contain("Secret plan"));
    }

    [TestCaseSource(nameof(Lines))]
    public async Task Somebody_who_left_the_channel_sees_its_ideas_no_longer(string line)
    {
        await using var team = await WithHiddenIdea();
        team.Directory.Leave("ben", "#oncall");
        var hidden = await team.Says("ben", "#team", Fill(line, "1"));
        var missing = await team.Says("ben", "#team", Fill(line, "999"));

        Assert.That(hidden.Text, Is.EqualTo(missing.Text.Replace("999", "1", StringComparison.Ordinal)));
    }

    [TestCase("idea list")]
    [TestCase("idea list mine")]
    [TestCase("idea list #plan")]
    [TestCase("idea list tasks")]
    [TestCase("idea search secret")]
    [TestCase("idea search plan")]
    [TestCase("idea")]
    public async Task Lists_and_searches_leave_it_out(string line)
    {
        await using var team = await WithHiddenIdea();

        foreach (var place in new[] { "#team", "#general", "dm" })
            Assert.That((await team.Says("chidi", place, line)).Text, Does.Not.Contain("Secret"));
    }

    [Test]
    public async Task Members_see_it_from_everywhere_by_its_number()
    {
        await using var team = await WithHiddenIdea();

        Assert.That((await team.Says("emi", "#team", "idea show 1")).Text, Does.Contain("Secret plan"));
        Assert.That((await team.Says("emi", "dm", "idea list")).Text, Does.Contain("Secret plan"));
        Assert.That((await team.Says("emi", "dm", "idea search secret")).Text, Does.Contain("Secret plan"));
        Assert.That((await team.Says("emi", "#team", "idea list")).Text, Does.Not.Contain("Secret plan"));
    }

    [Test]
    public async Task My_own_ideas_of_a_channel_that_I_left_are_no_longer_listed()
    {
        await using var team = await WithHiddenIdea();
        team.Directory.Leave("ana", "#oncall");

        Assert.That((await team.Says("ana", "dm", "idea list mine")).Text, Does.Not.Contain("Secret"));
    }

    private static string Fill(string line, string number) => line.Replace("{0}", number, StringComparison.Ordinal);

    private static async Task<Team> WithHiddenIdea()
    {
        var team = await Team.Open();
        await team.Says("ana", "#oncall", "idea add Secret plan #plan in tasks");
        await team.Says("ben", "#team", "idea add Something else");
        return team;
    }

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex Number();
}
