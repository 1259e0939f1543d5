using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC.</summary>
public sealed class RemoveHolidayTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task It_is_removed_once_and_comes_back_by_Undo()
    {
        await _team.Says("sam", "#team", "online holiday 25 december Christmas");
        var list = await _team.Says("sam", "#team", "online holiday list");
        var removed = await _team.Presses("sam", list, "Remove");
        Assert.That(removed.Text, Is.EqualTo("No longer a day off: Fri 25 Dec 2026: “Christmas”, for everybody."));
        Assert.That((await _team.Presses("sam", list, "Remove")).Text, Is.EqualTo("That day off is gone already. See what is left: online holiday list"));

        await _team.Presses("sam", removed, "Undo");
        Assert.That((await _team.Says("ana", "#team", "online holiday list")).Text, Does.Contain("Christmas"));
    }
}
