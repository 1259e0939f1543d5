using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC.</summary>
public sealed class SetZoneTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("EUROPE/berlin", "You are on Europe/Berlin time: it is Mon 2 Mar 2026, 10:00 there now.")]
    [TestCase("tokyo", "You are on Asia/Tokyo time: it is Mon 2 Mar 2026, 18:00 there now.")]
    [TestCase("New York time", "You are on America/New_York time: it is Mon 2 Mar 2026, 04:00 there now.")]
    [TestCase("São Paulo", "You are on America/Sao_Paulo time: it is Mon 2 Mar 2026, 06:00 there now.")]
    [TestCase("Japan", "You are on Asia/Tokyo time: it is Mon 2 Mar 2026, 18:00 there now.")]
    [TestCase("CET", "You are on Europe/Paris time: it is Mon 2 Mar 2026, 10:00 there now.")]
    [TestCase("pacific/kiritimati", "You are on Pacific/Kiritimati time: it is Mon 2 Mar 2026, 23:00 there now.")]
    [TestCase("Pacific/Pago_Pago", "You are on Pacific/Pago_Pago time: it is Sun 1 Mar 2026, 22:00 there now.")]
    [TestCase("kathmandu", "You are on Asia/Kathmandu time: it is Mon 2 Mar 2026, 14:45 there now.")]
    public async Task It_is_read_in_any_way_of_saying_it_and_tells_the_time_there(string words, string said)
    {
        Assert.That((await _team.Says("ana", "#team", "online zone " + words)).Text, Is.EqualTo(said));
        Assert.That((await _team.Says("ana", "#team", "online zone")).Text, Does.Contain(", as you said: it is"));
    }

    [TestCase("Lisbn", "“Lisbn” is no time zone that I know. Try: online zone Europe/Lisbon", "Europe/Lisbon")]
    [TestCase("america/lisbon", "“america/lisbon” is no time zone that I know. Try: online zone Europe/Lisbon", "Europe/Lisbon")]
    [TestCase("IST", "“IST” is the time of Asia/Kolkata or Europe/Dublin or Asia/Jerusalem; which one is meant? Try: online zone Europe/Lisbon", "Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem")]
    [TestCase("UTC+5:30", "“UTC+5:30” does not say when the clocks change; a city does. Try: online zone Europe/Lisbon")]
    [TestCase("🎉", "“🎉” is no time zone that I know. Try: online zone Europe/Lisbon")]
    [TestCase("auto", "You never chose a zone yourself. Try: online zone Europe/Lisbon")]
    public async Task What_is_none_is_asked_about(string words, string said, params string[] choices)
    {
        var answer = await _team.Says("ana", "#team", "online zone " + words);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Is.EqualTo(said));
        Assert.That(answer.Labels, Is.EqualTo(choices));
        if (choices is [.., var last])
            Assert.That((await _team.Presses("ana", answer, last)).Text, Does.StartWith($"You are on {last} time"));
    }

    [Test]
    public async Task Ones_own_abbreviation_is_not_asked_about()
    {
        Assert.That((await _team.Says("dana", "#team", "online zone IST")).Text, Does.StartWith("You are on Asia/Kolkata time: it is Mon 2 Mar 2026, 14:30 there now."));
    }

    [Test]
    public async Task Alone_it_says_where_it_comes_from()
    {
        _team.Directory.Add("zoe", null);
        Assert.That((await _team.Says("ana", "#team", "online zone")).Text, Does.StartWith("You are on Europe/Lisbon time, as your platform says: it is Mon 2 Mar 2026, 09:00 there now."));
        Assert.That((await _team.Says("zoe", "dm", "online zone")).Text, Does.StartWith("Nobody said where you are, so I take UTC: it is Mon 2 Mar 2026, 09:00 there now."));
    }

    [Test]
    public async Task Auto_goes_back_to_the_platform_s()
    {
        await _team.Says("ana", "#team", "online zone tokyo");
        Assert.That((await _team.Says("ana", "#team", "online zone AUTO")).Text, Is.EqualTo("You are on Europe/Lisbon time again, as your platform says: it is Mon 2 Mar 2026, 09:00 there now."));

        _team.Directory.Add("zoe", null);
        await _team.Says("zoe", "dm", "online zone tokyo");
        Assert.That((await _team.Says("zoe", "dm", "online zone auto")).Text, Does.EndWith("Your platform does not say yours, so I take UTC: it is Mon 2 Mar 2026, 09:00 there now."));
    }

    [Test]
    public async Task Undo_brings_the_old_one_back_and_saying_it_twice_changes_nothing()
    {
        var answer = await _team.Says("ana", "#team", "online zone tokyo");
        var commits = _team.Store.Commits;
        Assert.That((await _team.Says("ana", "#team", "online zone Asia/Tokyo")).Text, Does.StartWith("You are on Asia/Tokyo time already"));
        Assert.That(_team.Store.Commits, Is.EqualTo(commits));
        await _team.Presses("ana", answer, "Undo");

        Assert.That((await _team.Says("ana", "#team", "online zone")).Text, Does.Contain("as your platform says"));
    }

    [Test]
    public async Task What_is_scheduled_moves_along_when_asked_to()
    {
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        var answer = await _team.Says("ana", "dm", "online zone tokyo");
        Assert.That(answer.Text.Split('\n'), Is.EqualTo(new[]
        {
            "You are on Asia/Tokyo time: it is Mon 2 Mar 2026, 18:00 there now.",
            "What you scheduled still goes by Europe/Lisbon. Shall it move with you?",
            "The digest of #team comes every Monday at 09:30 Europe/Lisbon.",
        }));
        Assert.That(answer.Labels, Is.EqualTo(new[] { "Move to Asia/Tokyo", "Leave at Europe/Lisbon", "Undo" }));

        var moved = await _team.Presses("ana", answer, "Move to Asia/Tokyo");
        Assert.That(moved.Text, Is.EqualTo("Moved: what you scheduled comes at the same time of day in Asia/Tokyo now."));
        Assert.That((await _team.Says("ana", "#team", "idea digest")).Text, Does.Contain("every Monday at 09:30 Asia/Tokyo. Next: Mon 9 Mar 2026, 09:30 Asia/Tokyo"));
        var again = await _team.Presses("ana", answer, "Move to Asia/Tokyo");
        Assert.That(again.IsRefused);
        Assert.That(again.Text, Is.EqualTo("Nothing of yours goes by Europe/Lisbon any more, so there is nothing to move. See: online zone"));
        Assert.That((await _team.Presses("ana", answer, "Leave at Europe/Lisbon")).IsRefused);

        await _team.Presses("ana", moved, "Undo");
        Assert.That((await _team.Says("ana", "#team", "idea digest")).Text, Does.Contain("every Monday at 09:30 Europe/Lisbon"));
        await _team.Advance(Duration.FromHours(1));
        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_old_question_moves_nothing_to_a_zone_that_one_has_left()
    {
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        var tokyo = await _team.Says("ana", "dm", "online zone tokyo");
        await _team.Says("ana", "dm", "online zone new york");

        var late = await _team.Presses("ana", tokyo, "Move to Asia/Tokyo");
        Assert.That((late.IsRefused, late.Text), Is.EqualTo((true, "You are on America/New_York time now, no longer on Asia/Tokyo. Shall it move there?")));
        await _team.Presses("ana", late, "Move to America/New_York");
        Assert.That((await _team.Says("ana", "#team", "idea digest")).Text, Does.Contain("09:30 America/New_York"));
    }

    [Test]
    public async Task It_stays_when_asked_to_and_is_not_asked_about_again()
    {
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        var answer = await _team.Says("ana", "dm", "online zone tokyo");
        Assert.That((await _team.Presses("ana", answer, "Leave at Europe/Lisbon")).Text, Is.EqualTo("It stays at Europe/Lisbon."));

        Assert.That((await _team.Says("ana", "dm", "online zone berlin")).Text, Does.Not.Contain("digest"));
        Assert.That((await _team.Says("ana", "#team", "idea digest")).Text, Does.Contain("09:30 Europe/Lisbon"));
    }

    [Test]
    public async Task Nobody_is_asked_about_what_others_scheduled_or_where_they_are_no_longer()
    {
        await _team.Says("ana", "#oncall", "idea digest every monday at 9:30");
        _team.Directory.Leave("ana", "#oncall");
        Assert.That((await _team.Says("ana", "dm", "online zone tokyo")).Labels, Is.EqualTo(new[] { "Undo" }));
        Assert.That((await _team.Says("ben", "dm", "online zone tokyo")).Labels, Is.EqualTo(new[] { "Undo" }));
    }

    [Test]
    public async Task Nobody_else_moves_it()
    {
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        foreach (var command in new ICommand[] { new MoveToZone(TestDirectory.IdOf("ana"), "Europe/Lisbon", "Asia/Tokyo"), new StayInZone(TestDirectory.IdOf("ana"), "Europe/Lisbon") })
        {
            var answer = await Calls("ben", command);
            Assert.That(answer.IsRefused);
            Assert.That(answer.Text, Does.StartWith("Only @Ana can decide that."));
        }
    }

    [Test]
    public async Task Where_the_platform_moves_somebody_they_are_asked_by_one_direct_message()
    {
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        _team.Directory.Add("ana", "Asia/Tokyo");
        Assert.That((await Calls("ana", new MovedZone("Europe/Lisbon", "Asia/Tokyo"))).IsSilent);

        Assert.That(_team.Posts("@ana"), Is.EqualTo(new[]
        {
            "Your platform says that you are on Asia/Tokyo time now.\nWhat you scheduled still goes by Europe/Lisbon. Shall it move with you?\nThe digest of #team comes every Monday at 09:30 Europe/Lisbon.",
        }));
        await _team.Restart();
        await _team.Presses("ana", _team.LastPost("@ana"), "Move to Asia/Tokyo");
        Assert.That((await _team.Says("ana", "#team", "idea digest")).Text, Does.Contain("09:30 Asia/Tokyo"));
    }

    [Test]
    public async Task Where_nothing_is_scheduled_or_the_zone_is_their_own_the_platform_s_move_is_no_news()
    {
        Assert.That((await Calls("ana", new MovedZone("Europe/Lisbon", "Asia/Tokyo"))).IsSilent);
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        await Calls("ana", new MovedZone("Europe/Lisbon", "Europe/Lisbon"));
        await Calls("ana", new MovedZone("Europe/Lisbon", "Mars/Olympus"));
        await _team.Says("ana", "#team", "online zone europe/lisbon");
        await Calls("ana", new MovedZone("Europe/Lisbon", "Asia/Tokyo"));

        Assert.That(_team.Posts("@ana"), Is.Empty);
        Assert.That(_team.Log.Failures, Is.Empty);
    }

    private Task<Heard> Calls(string person, ICommand command) => _team.Does(person, Team.Place("dm", person), null, null, new InboundContent.Call(command));
}
