namespace AsyncBot.Core.Tests.Due;

/// <summary>Ana in Lisbon moves what is due. It is Monday 2 March 2026, 09:00.</summary>
public sealed class MoveDueTests : DueDiary
{
    [TestCase("2h later", "Fri 6 Mar 2026, 16:00")]
    [TestCase("by 2 hours later", "Fri 6 Mar 2026, 16:00")]
    [TestCase("a day later", "Sat 7 Mar 2026, 14:00")]
    [TestCase("1 day earlier.", "Thu 5 Mar 2026, 14:00")]
    [TestCase("30 min earlier", "Fri 6 Mar 2026, 13:30")]
    [TestCase("4 weeks later", "Fri 3 Apr 2026, 14:00")]
    [TestCase("next tuesday", "Tue 10 Mar 2026, 14:00")]
    [TestCase("by thursday", "Thu 5 Mar 2026, 14:00")]
    [TestCase("thursday at 9", "Thu 5 Mar 2026, 09:00")]
    [TestCase("tomorrow", "Tue 3 Mar 2026, 14:00")]
    [TestCase("in 3 hours", "Mon 2 Mar 2026, 12:00")]
    public async Task People_say_the_new_time_from_where_it_is_now(string said, string due)
    {
        await Team.Says("ana", "dm", "due add Send the deck by friday 14:00");
        var answer = await Team.Says("ana", "dm", $"due move 1 {said}");

        Assert.That(answer.Text, Does.StartWith($"Moved: #1 “Send the deck” is due {due} Europe/Lisbon"));
    }

    [TestCase("24 hours later", "Sun 29 Mar 2026, 13:00")]
    [TestCase("a day later", "Sun 29 Mar 2026, 12:00")]
    public async Task Hours_are_elapsed_and_days_keep_the_wall_time(string said, string due)
    {
        await Team.Says("ana", "dm", "due add Send the deck by 28 march 12:00");

        Assert.That((await Team.Says("ana", "dm", $"due move 1 {said}")).Text, Does.Contain(due));
    }

    [Test]
    public async Task Months_are_not_counted_from_there() =>
        Assert.That((await Moved("1 month later")).Text, Is.EqualTo("From when it is due, I count hours, days and weeks. Try: due move 1 2 days later"));

    private async Task<TestKit.Heard> Moved(string said)
    {
        await Team.Says("ana", "dm", "due add Send the deck by 28 march 12:00");
        return await Team.Says("ana", "dm", $"due move 1 {said}");
    }

    [Test]
    public async Task What_would_be_past_by_then_stays_where_it_is()
    {
        await Team.Says("ana", "dm", "due add Send the deck by 12:00");
        await ClockTo("2026-03-02 18:00");

        Assert.That((await Team.Says("ana", "dm", "due move 1 2h later")).Text, Is.EqualTo("That is past already. Try: due move 1 in 2 hours"));
    }

    [Test]
    public async Task The_other_of_two_people_is_shown_on_their_own_clock_too()
    {
        await Team.Says("dana", "#team", "due add Send the deck by friday 17:00 New York for @ben");

        Assert.That((await Team.Says("dana", "dm", "due move 1 thursday 17:00 New York")).Text, Does.Contain("That is Thu 5 Mar 2026, 17:00 America/New_York"));
        Assert.That((await Team.Says("ben", "dm", "due snooze 1 tomorrow at 9:00")).Text, Does.Contain("That is Tue 3 Mar 2026, 19:30 Asia/Kolkata"));
        await Team.Says("ben", "dm", "online share off");
        Assert.That((await Team.Says("dana", "dm", "due move 1 wednesday 17:00 New York")).Text, Does.Not.Contain("America/New_York"));
    }
}
