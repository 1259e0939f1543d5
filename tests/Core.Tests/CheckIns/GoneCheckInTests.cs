using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Whoever was told that they are in a check-in sees when it is gone. It is Monday 2 March 2026.</summary>
public sealed class GoneCheckInTests : CheckInDiary
{
    private const string Gone = "The check-in Daily is gone, so I ask you nothing in it.";

    [TestCase("everyone")]
    [TestCase("@ana @ben")]
    public async Task What_told_them_says_so_once_it_is_taken_back(string people)
    {
        var made = await Sets("ana", $"checkin new Daily in #team at 9:30 on weekdays for {people} ask \"What is next?\"");
        var told = Team.LastPost("@ben");
        await Until("2026-03-02 09:01");
        await Team.Presses("ana", made, "Undo");

        Assert.That(Team.FirstTextOf(told), Does.Contain("@Ana put you in the check-in Daily"));
        Assert.That(Team.Posts("@ben"), Is.EqualTo(new[] { Gone }));
        Assert.That(Team.Now(told).Card.AllButtons, Is.Empty);
        Assert.That(Team.Posts("@ana"), Has.None.Contains("is gone"));
    }

    [Test]
    public async Task What_told_them_says_so_once_a_deleted_one_can_not_be_taken_back_any_more_and_until_then_there_is_nothing_to_leave()
    {
        await Sets("ana", Daily);
        var told = Team.LastPost("@ben");
        await Until("2026-03-02 09:01");
        await Team.Says("ana", "#team", "checkin delete Daily");
        var left = await Team.Presses("ben", told, "Leave it");
        var before = Team.Posts("@ben").Single();
        await Until("2026-03-02 09:20");

        Assert.That(left.Text, Is.EqualTo("It is deleted, so I ask you nothing in it. To see the others: checkin list"));
        Assert.That(before, Does.Contain("put you in the check-in Daily"));
        Assert.That(Team.Posts("@ben"), Is.EqualTo(new[] { Gone }));
    }

    [Test]
    public async Task What_told_them_stays_where_the_check_in_is_back()
    {
        await Sets("ana", Daily);
        var told = Team.LastPost("@ben");
        await Until("2026-03-02 09:01");
        await Team.Presses("ana", await Team.Says("ana", "#team", "checkin delete Daily"), "Undo");
        await Until("2026-03-02 09:20");

        Assert.That(Team.TextOf(told), Does.Contain("put you in the check-in Daily"));
        Assert.That((await Team.Presses("ben", told, "Leave it")).Text, Is.EqualTo("You left Daily; I ask you no more."));
    }

    [Test]
    public async Task They_are_told_anew_where_a_new_one_that_was_taken_back_is_there_all_the_same()
    {
        var made = await Sets("ana", Daily);
        await Until("2026-03-02 09:01");
        var undone = await Team.Presses("ana", made, "Undo");
        await Until("2026-03-02 09:02");
        await Team.Presses("ana", undone, "Undo");

        Assert.That(Team.Posts("@ben"), Has.Count.EqualTo(2));
        Assert.That(Team.Posts("@ben")[0], Is.EqualTo(Gone));
        Assert.That(Team.Posts("@ben")[1], Does.Contain("@Ana put you in the check-in Daily"));
    }
}
