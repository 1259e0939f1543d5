using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC, which is 09:00 in Lisbon.</summary>
public sealed class PeopleOnHomeTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task It_shows_how_others_see_me_and_offers_what_comes_next()
    {
        await OpensHome("ana");

        Assert.That(MyTime("ana"), Is.EqualTo(new[]
        {
            "🕘 My time",
            "Others see: at work until Mon 2 Mar 2026, 17:00 Europe/Lisbon (in 8 h)",
            "Hours: mon-fri 9-17, assumed because nobody said them",
            "Zone: Europe/Lisbon",
            "No absence to come. To say one: online away until friday",
        }));
        Assert.That(Buttons(), Does.Contain("Confirm hours").And.Contain("Focus 1 h"));
    }

    [Test]
    public async Task It_follows_what_I_say()
    {
        await OpensHome("ana");
        await _team.Says("ana", "dm", "online hours mon-thu 8-16");
        await _team.Says("ana", "dm", "online zone madrid");
        await _team.Says("ana", "dm", "online away until wednesday because rest");
        await _team.Advance(Duration.FromSeconds(4));

        Assert.That(MyTime("ana"), Does.Contain("Others see: away, because “rest”, back Wed 4 Mar 2026, 08:00 Europe/Madrid (in 1 day 21 h)")
            .And.Contain("Hours: mon-thu 8-16").And.Contain("Zone: Europe/Madrid, as I said")
            .And.Contain("Away: Mon 2 Mar 2026, 10:00 Europe/Madrid (just now) through Tue 3 Mar 2026, because “rest”"));
        Assert.That(Buttons(), Does.Contain("I am back").And.Not.Contain("Confirm hours").And.Not.Contain("Focus 1 h"));
    }

    [TestCase("online focus 2h", "Others see: focusing, back Mon 2 Mar 2026, 11:00 Europe/Lisbon (in 1 h 59 min)")]
    [TestCase("online share off", "Others see: that they should ask me")]
    [TestCase("online hours 22-06", "Others see: outside working hours, back Mon 2 Mar 2026, 22:00 Europe/Lisbon (in 12 h 59 min)")]
    [TestCase("online hours sat 9-17", "Others see: no working day, back Sat 7 Mar 2026, 09:00 Europe/Lisbon (in 4 days 23 h)")]
    public async Task It_gives_the_reason(string line, string said)
    {
        await OpensHome("ana");
        await _team.Says("ana", "dm", line);
        await _team.Advance(Duration.FromSeconds(4));

        Assert.That(MyTime("ana"), Does.Contain(said));
    }

    [Test]
    public async Task Without_a_zone_it_asks_for_one()
    {
        _team.Directory.Add("zoe", null);
        await OpensHome("zoe");

        Assert.That(MyTime("zoe"), Does.Contain("Others see: that nobody knows, because I don’t know my zone").And.Contain("Zone: UTC, assumed. Say yours: online zone Europe/Lisbon"));
    }

    private Task<Heard> OpensHome(string person) => _team.Does(person, Team.Place("dm", person), null, null, new InboundContent.Call(new OpenHome()));

    private string[] MyTime(string person)
    {
        var zone = person == "ana" && _team.Find(Core.People.Profile.Type, "U-ana").GetAwaiter().GetResult()?.Zone is { } own ? own : null;
        var text = PlainText.Render(
            _team.Chat.Homes.Last(home => home.Person == TestDirectory.IdOf(person)).Card,
            new Reader(
                DateTimeZoneProviders.Tzdb[zone ?? _team.Directory.ZoneOf(TestDirectory.IdOf(person)).Id],
                _team.Clock.GetCurrentInstant(),
                _team.Directory.NameOf,
                _team.Directory.NameOf));
        return [.. text.Split('\n').SkipWhile(line => line != "🕘 My time").TakeWhile(line => line != "⏰ Due")];
    }

    private IEnumerable<string> Buttons() => _team.Chat.Homes[^1].Card.AllButtons.Select(button => button.Label);
}
