using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Home;

public sealed class HomeTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task It_shows_what_is_mine_and_what_comes_next()
    {
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
        await _team.Says("ben", "#team", "idea add Not Ana's");
        await _team.Says("ana", "#team", "idea digest every friday at 9");
        await OpensHome("ana");

        Assert.That(PageOf("ana"), Does.Contain("#1 Rotate the demo host").And.Contain("Next digest in #team").And.Not.Contain("Not Ana's"));
    }

    [Test]
    public async Task It_changes_when_something_of_mine_does_once_for_changes_that_come_together()
    {
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
        await OpensHome("ana");
        await _team.Says("ben", "#team", "idea vote 1");
        await _team.Says("chidi", "#team", "idea vote 1");
        Assert.That(_team.Chat.Homes, Has.Count.EqualTo(1));

        await _team.Advance(Duration.FromSeconds(4));

        Assert.That(_team.Chat.Homes, Has.Count.EqualTo(2));
        Assert.That(PageOf("ana"), Does.Contain("2 votes"));
    }

    [Test]
    public async Task Who_never_opened_it_gets_none()
    {
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
        await _team.Advance(Duration.FromMinutes(1));

        Assert.That(_team.Chat.Homes, Is.Empty);
    }

    [Test]
    public async Task An_empty_one_says_how_to_fill_it()
    {
        await OpensHome("ana");

        Assert.That(PageOf("ana"), Does.Contain("None of yours is open").And.Contain("idea add"));
        Assert.That(_team.Chat.Homes[^1].Card.AllButtons.Select(button => button.Label), Does.Contain("Add an idea"));
    }

    [Test]
    public async Task Who_asks_to_be_forgotten_finds_it_empty()
    {
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
        await OpensHome("ana");
        var asked = await _team.Says("ana", "dm", "async forget me");
        await _team.Presses("ana", asked, asked.Labels[0]);
        await _team.Advance(Duration.FromMinutes(1));

        Assert.That(PageOf("ana"), Does.Not.Contain("Rotate"));
    }

    private Task<Heard> OpensHome(string person) =>
        _team.Does(person, Team.Place("dm", person), null, null, new InboundContent.Call(new OpenHome()));

    private string PageOf(string person) => PlainText.Render(
        _team.Chat.Homes.Last(home => home.Person == TestDirectory.IdOf(person)).Card,
        new Reader(DateTimeZone.Utc, _team.Clock.GetCurrentInstant(), _team.Directory.NameOf, _team.Directory.NameOf));
}
