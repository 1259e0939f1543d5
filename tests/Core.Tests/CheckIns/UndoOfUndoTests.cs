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

    [Test]
    public async Task A_run_by_hand_that_is_gone_again_is_asked_anew_only_by_saying_so()
    {
        await Sets("ana", Two);
        var gone = await Team.Presses("ana", await Team.Says("ana", "#team", "checkin run Daily"), "Undo");
        await Until("2026-03-02 09:02");
        var again = await Team.Says("ana", "#team", "checkin run Daily");
        await Until("2026-03-02 09:10");

        Assert.That(gone.Text, Is.EqualTo("Taken back: the check-in of Mon 2 Mar 2026 (extra run) is gone again."));
        Assert.That(gone.Labels, Is.Empty);
        Assert.That(again.Text, Is.EqualTo("Asked: Daily — Mon 2 Mar 2026 (extra run), 2 people."));
        Assert.That(Team.TextOf(Root), Does.Contain("Still open: @Ana, @Ben"));
        Assert.That(Prompts("ben"), Has.Count.EqualTo(1));
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
