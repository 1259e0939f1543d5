using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>Whom a name means, where many have it.</summary>
public sealed class WhomTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("dm")]
    [TestCase("#oncall")]
    public async Task Many_who_share_a_beginning_cost_no_question_about_each(string place)
    {
        _team.Directory.AddChannel("sports", [.. Jos(70), "ana"]);

        var answer = await _team.Says("ana", place, "online jo");

        Assert.That(answer.Text, Does.StartWith("“jo” could be several people; whom do you mean?"));
        Assert.That(answer.Labels, Has.Count.EqualTo(10));
        Assert.That(_team.Directory.AskedForChannelsOf, Is.EqualTo(new[] { TestDirectory.IdOf("ana") }));
    }

    [Test]
    public async Task Those_who_are_here_come_first_among_many()
    {
        _team.Directory.AddChannel("sports", [.. Jos(70), "ana"]);
        _team.Directory.Join("jo65", "#oncall");

        Assert.That((await _team.Says("ana", "#oncall", "online jo")).Labels[0], Does.StartWith("Jo65 "));
    }

    [Test]
    public async Task The_only_one_of_many_whom_somebody_may_know_is_meant()
    {
        _ = Jos(70);
        _team.Directory.AddChannel("sports", "jo42", "ana");

        Assert.That((await _team.Says("ana", "dm", "online jo")).Text, Does.Contain("@Jo42"));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5)]
    [TestCase(70)]
    [TestCase(200)]
    public async Task Nobody_learns_how_many_others_have_a_name(int others)
    {
        _team.Directory.AddChannel("secret", [.. Jos(others), "ben"]);

        var answer = await _team.Says("ana", "#team", "online jo");

        Assert.That(answer.Text, Does.StartWith("I can’t say when “jo” is around; ask them."));
        Assert.That(answer.Labels, Is.Empty);
        Assert.That(_team.Directory.AskedForChannelsOf, Is.EqualTo(new[] { TestDirectory.IdOf("ana") }));
    }

    private string[] Jos(int count)
    {
        string[] jos = [.. Enumerable.Range(1, count).Select(number => $"jo{number:00}")];
        foreach (var jo in jos)
            _team.Directory.Add(jo, "Europe/Paris");
        return jos;
    }
}
