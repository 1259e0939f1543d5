using AsyncBot.Core.Blockers;
using AsyncBot.Core.Ideas;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Commands;

/// <summary>Verbs by other names, which are no new items.</summary>
public sealed class OtherVerbsTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open()
    {
        _team = await Team.Open();
        await _team.Says("ana", "#team", "blocker The build is red");
        await _team.Says("ana", "#team", "idea Rotate the demo host");
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("blocker resolve 1")]
    [TestCase("/blocker resolved 1")]
    [TestCase("/async blocker Fixed #1")]
    [TestCase("blocker fix 1")]
    [TestCase("blocker unblock #1")]
    [TestCase("blocker unblocked 1")]
    [TestCase("blocker close 1")]
    [TestCase("blocker closed 1")]
    [TestCase("blocker fixed #1 Restarted the agent")]
    [TestCase("blocker fix #1 Restarted the agent")]
    public async Task A_blocker_is_resolved_by_any_word_for_it(string line)
    {
        var said = await _team.Says("ana", "#team", line);

        Assert.That(said.Text, Does.StartWith("Resolved: #1 “The build is red”"));
        Assert.That(said.Text.Contains("Restarted the agent", StringComparison.Ordinal), Is.EqualTo(line.EndsWith("agent", StringComparison.Ordinal)));
        Assert.That(await _team.Find(Blocker.Type, "2"), Is.Null);
    }

    [TestCase("blocker fix the build is red again", "fix the build is red again")]
    [TestCase("blocker fix 12 tests first, nobody can merge", "fix 12 tests first, nobody can merge")]
    [TestCase("blocker close 1 of the ports is open", "close 1 of the ports is open")]
    [TestCase("blocker resolve \"1\" is what the log says", "resolve \"1\" is what the log says")]
    [TestCase("blocker resolved hosts are wrong", "resolved hosts are wrong")]
    [TestCase("blocker fixed 1 of the hosts, 2 still down", "fixed 1 of the hosts, 2 still down")]
    public async Task Before_anything_but_an_item_it_begins_a_text(string line, string text)
    {
        await _team.Says("ana", "#team", line);

        Assert.That((await _team.Find(Blocker.Type, "2"))?.Text, Is.EqualTo(text));
    }

    [Test]
    public async Task In_the_thread_of_an_item_it_needs_no_number_and_elsewhere_it_is_said_that_one_is_missing()
    {
        var elsewhere = await _team.Says("ana", "dm", "blocker resolved");
        var there = await _team.Says("ben", "#team", "blocker resolved", _team.Messages("#team")[0]);

        Assert.That(elsewhere.Text, Does.StartWith("The number is missing. Try: blocker done 12"));
        Assert.That(elsewhere.Labels, Does.Contain("Flag as a blocker"));
        Assert.That(there.Text, Does.StartWith("Resolved: #1 "));
        Assert.That(await _team.Find(Blocker.Type, "2"), Is.Null);
    }

    [TestCase("idea close 1", "Idea 1 is done")]
    [TestCase("idea finish #1", "Idea 1 is done")]
    [TestCase("idea reject 1", "Idea 1 is dropped")]
    [TestCase("idea remove 1", "Deleted idea 1")]
    public async Task An_idea_too(string line, string answer)
    {
        Assert.That((await _team.Says("ana", "#team", line)).Text, Does.StartWith(answer));
        Assert.That(await _team.Find(Idea.Type, "2"), Is.Null);
    }
}
