using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC.</summary>
public sealed class StayInZoneTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task It_stays_when_asked_to_and_is_not_asked_about_again()
    {
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        var answer = await _team.Says("ana", "dm", "online zone tokyo");
        Assert.That((await _team.Presses("ana", answer, "Leave at Europe/Lisbon")).Text, Is.EqualTo("It stays at Europe/Lisbon."));

        Assert.That((await _team.Says("ana", "dm", "online zone berlin")).Text, Does.Not.Contain("digest"));
        Assert.That((await _team.Says("ana", "#team", "idea digest")).Text, Does.Contain("09:30 Europe/Lisbon"));
    }
}
