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

    [TestCase("emi", "Europe/Lisbon")]
    [TestCase("ana", "Europe/Berlin")]
    public async Task The_example_is_another_zone_than_ones_own(string who, string example) =>
        Assert.That((await _team.Says(who, "dm", "online zone")).Text, Does.EndWith($"To say something else: online zone {example}"));

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
    public async Task Nobody_is_asked_about_what_others_scheduled_or_where_they_are_no_longer()
    {
        await _team.Says("ana", "#oncall", "idea digest every monday at 9:30");
        _team.Directory.Leave("ana", "#oncall");
        Assert.That((await _team.Says("ana", "dm", "online zone tokyo")).Labels, Is.EqualTo(new[] { "Undo" }));
        Assert.That((await _team.Says("ben", "dm", "online zone tokyo")).Labels, Is.EqualTo(new[] { "Undo" }));
    }
}
