namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Answers and skips that are taken back when the window is over, and somebody else's was over with it. It is Monday 2 March 2026.</summary>
public sealed class UndoAfterTheWindowTests : CheckInDiary
{
    private const string Two = "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"";

    [TestCase("checkin answer All")]
    [TestCase("checkin skip Daily")]
    public async Task Whoever_was_away_by_the_end_is_not_told_to_have_been_silent(string line)
    {
        Team.Directory.Add("ben", "Europe/Lisbon");
        await Sets("ana", Two);
        await Until("2026-03-02 17:20");
        await Team.Says("ben", "dm", "online away from today 17:29 until friday");
        await Until("2026-03-02 17:28");
        var said = await Team.Says("ben", "dm", line);
        await Until("2026-03-02 17:31");
        await Team.Presses("ben", said, "Undo");

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 1 answered. No answer: @Ana."));
        Assert.That((await Team.Says("ben", "dm", "checkin why")).Text, Does.Contain("not waited for: you went away until Fri 6 Mar 2026"));
    }

    [TestCase("checkin answer All", "2026-03-02 17:28", "your answer of Mon 2 Mar 2026")]
    [TestCase("checkin skip Daily", "2026-03-02 17:28", "your part in the check-in of Mon 2 Mar 2026 is as before")]
    [TestCase(null, "2026-03-02 17:35", "your answer of Mon 2 Mar 2026")]
    public async Task Their_question_takes_a_late_answer_and_offers_nothing_else(string? line, string at, string takenBack)
    {
        await Sets("ana", Two);
        await Until(at);
        var said = line is null ? await Answers("ana", "All") : await Team.Says("ana", "dm", line);
        await Until("2026-03-02 17:36");
        var undone = await Team.Presses("ana", said, "Undo");
        var prompt = Team.Now(Prompts("ana").Single());

        Assert.That(undone.Text, Does.StartWith($"Taken back: {takenBack}"));
        Assert.That(Team.TextOf(prompt), Does.Contain("a late answer is added to the others all the same").And.Not.Contain("skipped").And.Not.Contain("answered."));
        Assert.That(prompt.Card.AllButtons.Select(button => button.Label), Is.EqualTo(new[] { "Answer" }));
        Assert.That(Thread(Root), Has.Some.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Ben."));
        Assert.That((await Team.Says("ana", "dm", "checkin why")).Text, Does.Contain("the window was over"));
    }

    [Test]
    public async Task A_clock_that_stepped_back_ends_the_run_once_more()
    {
        await Sets("ana", Two);
        await Until("2026-03-02 17:29");
        var said = await Team.Says("ana", "dm", "checkin answer All");
        await Until("2026-03-02 17:31");
        Team.Clock.Reset(At("2026-03-02 17:25"));
        await Team.Presses("ana", said, "Undo");
        await Until("2026-03-02 18:10");

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Ben."));
        Assert.That(Team.TextOf(Root), Does.Contain("Closed."));
    }
}
