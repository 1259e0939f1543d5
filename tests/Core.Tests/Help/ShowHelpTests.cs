using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class ShowHelpTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("ana", "#team", "help")]
    [TestCase("ana", "dm", "help")]
    [TestCase("sam", "#team", "help idea")]
    [TestCase("sam", "#team", "help online")]
    [TestCase("sam", "#team", "help async")]
    [TestCase("sam", "#team", "help help")]
    public async Task Help_is_at_most_a_screen(string person, string place, string line)
    {
        var text = (await _team.Says(person, place, line)).Text;

        Assert.That(text.Split('\n'), Has.Length.LessThanOrEqualTo(25));
        Assert.That(text.Split('\n').Select(each => each.Length), Is.All.LessThanOrEqualTo(160));
    }

    [TestCase("help idea")]
    [TestCase("help IDEA")]
    [TestCase("help /idea")]
    [TestCase("/async help idea")]
    public async Task A_noun_lists_its_verbs(string line)
    {
        var text = (await _team.Says("ana", "#team", line)).Text;

        foreach (var shape in _team.Commands.Of("idea"))
            Assert.That(text, Does.Contain(shape.Usage + " — " + shape.Summary));
        Assert.That(text, Does.Not.Contain("uncapture"));
    }

    [TestCase("help idae", "did you mean idea?")]
    [TestCase("help cooking", "Try one of: idea, online, oncall, due, blocker, checkin, help, async")]
    public async Task Unknown_help_names_the_nearest(string line, string said) =>
        Assert.That((await _team.Says("ana", "#team", line)).Text, Does.Contain(said));

    [Test]
    public async Task Admins_see_what_is_for_admins()
    {
        Assert.That((await _team.Says("ana", "#team", "help async")).Text, Does.Not.Contain("(admins)").And.Not.Contain("async keep"));
        Assert.That((await _team.Says("sam", "#team", "help async")).Text, Does.Contain("async keep <days|forever> — Set how long closed items are kept (admins)"));
    }
}
