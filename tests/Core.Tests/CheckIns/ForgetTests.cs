namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Somebody has the bot forget them. It is Monday 2 March 2026.</summary>
public sealed class ForgetTests : CheckInDiary
{
    private const string Line = "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @chidi ask \"What is next?\" \"What blocks you?\"";

    [Test]
    public async Task Whoever_left_stays_out_of_what_is_for_everyone()
    {
        Team.Directory.AddChannel("trio", "ana", "ben", "chidi");
        await Sets("ana", "checkin new Daily in #trio at 9:30 on weekdays for everyone ask \"What is next?\"", "#trio");
        await Until("2026-03-02 15:00");
        await Team.Says("ben", "dm", "checkin leave Daily");
        await Until("2026-03-03 08:00");
        await Forget("ben");
        var told = Team.Posts("@ben").Count;
        await Until("2026-03-04 16:00");

        Assert.That(Team.Posts("@ben"), Has.Count.EqualTo(told));
        Assert.That(Prompts("chidi"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Nobody_waits_for_whoever_is_forgotten_and_nobody_names_them()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 10:00");
        await Forget("ben");
        await Answers("ana", "All", "none");
        await Answers("chidi", "All", "none");

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 2 of 2 answered."));
        Assert.That(Team.TextOf(Root), Does.Not.Contain("former").And.Contain("Answered: 2 of 2"));
    }

    [Test]
    public async Task The_line_that_ended_a_run_keeps_the_words_of_the_others()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 09:30");
        await Answers("ana", "All", "The vault is locked");
        await Answers("ben", "All", "My laptop broke");
        await Until("2026-03-02 18:00");
        await Forget("ben");

        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 2 of 3 answered. Blocker: @Ana: The vault is locked. No answer: @Chidi."));
        Assert.That(Thread(Root), Has.Some.EqualTo("An answer was removed."));
        Assert.That(Team.Chat.Messages.Select(Team.TextOf), Has.None.Contains("laptop"));
        Assert.That(Team.Database(), Does.Not.Contain("laptop"));
    }

    [Test]
    public async Task A_check_in_that_is_paused_forgets_where_somebody_was()
    {
        await Sets("ana", Line.Replace(" Lisbon", "", StringComparison.Ordinal));
        await Until("2026-03-02 15:00");
        await Team.Says("ana", "#team", "checkin pause Daily");
        await Until("2026-03-03 08:00");
        await Forget("ben");

        var rows = Team.Database().Split('\n').Where(row => row.StartsWith("document team\u0001checkin", StringComparison.Ordinal)).ToList();
        Assert.That(rows, Has.Some.Contains("checkin.plan").And.Some.Contains("checkin.entry").And.Some.Contains("checkin.run"));
        Assert.That(rows, Has.None.Contains("U-ben").And.None.Contains("New_York"));
    }

    private async Task Forget(string person)
    {
        var asked = await Team.Says(person, "dm", "async forget me");
        await Team.Presses(person, asked, asked.Labels[0]);
    }
}
