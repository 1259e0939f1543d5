using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC.</summary>
public sealed class MovedZoneTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

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
