using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC.</summary>
public sealed class MoveToZoneTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

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

    private Task<Heard> Calls(string person, ICommand command) => _team.Does(person, Team.Place("dm", person), null, null, new InboundContent.Call(command));
}
