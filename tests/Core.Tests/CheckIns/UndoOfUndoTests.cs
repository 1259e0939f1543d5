using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>What an Undo ends is not begun anew by another Undo. It is Monday 2 March 2026.</summary>
public sealed class UndoOfUndoTests : CheckInDiary
{
    private const string Two = "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"";

    [Test]
    public async Task A_check_in_that_is_back_is_deleted_only_by_saying_so()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 09:31");
        await Answers("ben", "All");
        var back = await Team.Presses("ana", await Team.Says("ana", "dm", "checkin delete Daily"), "Undo");
        await Until("2026-03-02 12:00");

        Assert.That(back.Text, Is.EqualTo("Taken back: the check-in Daily is as before."));
        Assert.That(back.Labels, Is.Empty);
        Assert.That((await Team.Says("ana", "dm", "checkin status Daily")).Text, Does.Contain("Answered: 1 of 2: @Ben"));
        Assert.That((await Team.Says("ana", "dm", "checkin delete Daily")).Text, Does.StartWith("Deleted: Daily."));
    }

    [TestCase("checkin pause Daily")]
    [TestCase("checkin remove Daily @ben")]
    public async Task What_an_Undo_put_back_otherwise_can_be_taken_back_again(string line)
    {
        await Sets("ana", Two);
        var back = await Team.Presses("ana", await Team.Says("ana", "dm", line), "Undo");

        Assert.That(back.Labels, Is.EqualTo(new[] { "Undo" }));
        Assert.That((await Team.Presses("ana", back, "Undo")).Text, Is.EqualTo("Taken back: the check-in Daily is as before."));
    }
}
