using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Why somebody was asked, or was not, is told as it was on that day. It is Monday 2 March 2026, 09:00 in Lisbon.</summary>
public sealed class WhyCheckInTests : CheckInDiary
{
    private const string OfTwo = "checkin new Daily in #team at 9:30 every day Lisbon for @ana @ben ask \"What is next?\"";

    [Test]
    public async Task That_the_latest_question_arrived_stands_behind_it()
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 09:31");
        await Team.Says("ana", "dm", "checkin snooze Daily");
        await Until("2026-03-02 10:35");

        Assert.That((await Team.Says("ana", "dm", "checkin why")).Text, Does.StartWith(
            "Daily, Mon 2 Mar 2026\n09:30:00 asked by direct message\n09:31:00 snoozed until Mon 2 Mar 2026, 10:31 Europe/Lisbon (4 min ago)\n"
            + "10:31:00 asked once more, as you wished\n10:31:00 it arrived"));
    }

    [Test]
    public async Task What_was_asked_long_ago_is_told_however_much_was_asked_since()
    {
        await Sets("ana", OfTwo);
        await Until("2026-05-15 10:00");

        Assert.That((await Why("ana", "2 march")), Does.Contain("asked by direct message"));
        Assert.That((await Why("ana", "@ben 2 march")), Does.Contain("asked by direct message"));
    }

    [Test]
    public async Task What_is_kept_no_longer_is_said_to_be_so()
    {
        await Sets("ana", OfTwo);
        await Team.Says("sam", "dm", "async keep 30 days");
        await Until("2026-05-15 10:00");

        Assert.That((await Why("ana", "2 march")), Does.Contain("what was asked then is kept no longer").And.Not.Contain("not asked"));
    }

    [Test]
    public async Task A_day_off_that_the_preview_knows_is_known_here_too()
    {
        await Sets("ana", OfTwo);
        await Until("2026-03-02 20:00");
        await Team.Says("sam", "dm", "online holiday 3 march Founders' Day");
        await Team.Says("ben", "dm", "online away until thursday");

        await Until("2026-03-03 08:00");
        Assert.That(await Why("ana"), Does.Contain("will not be asked Tue 3 Mar 2026, 09:30 Europe/Lisbon (in 1 h 30 min): a day off"));
        Assert.That(await Why("ben"), Does.Contain(": away then"));
    }

    [Test]
    public async Task A_pause_or_a_change_that_came_later_is_no_reason()
    {
        await Sets("ana", "checkin new Weekly in #team at 9:30 on weekdays Lisbon for @ana ask \"What is next?\"");
        await Until("2026-03-02 10:00");
        await Sets("ben", OfTwo);
        await Until("2026-03-04 10:00");
        await Team.Says("ben", "dm", "checkin pause Daily");
        await Until("2026-03-06 10:00");

        Assert.That(await Why("ben", "2 march"), Does.Contain("it was set up, changed or resumed Mon 2 Mar 2026").And.Not.Contain("paused"));
        Assert.That(await Why("ben", "5 march"), Does.Contain("not asked: it was paused Wed 4 Mar 2026"));
        await Team.Presses("ana", await Team.Says("ana", "dm", "checkin change Weekly at 9:30 on mondays"), "Change it");
        Assert.That(await Why("ana", "1 march"), Does.Contain(", as it was set up, changed or resumed Fri 6 Mar 2026").And.Contain("it comes every Monday"));
        Assert.That(await Why("ana", "3 march"), Does.Contain("asked by direct message"));
    }

    [Test]
    public async Task Whoever_left_the_channel_still_learns_what_they_were_asked()
    {
        await Sets("ana", "checkin new Daily in #oncall at 9:30 on weekdays Lisbon for everyone ask \"What is next?\"", "#oncall");
        await Until("2026-03-02 10:00");
        Team.Directory.Leave("ben", "oncall");
        await Until("2026-03-03 10:00");

        Assert.That(await Why("ben", "2 march"), Does.Contain("asked by direct message"));
        Assert.That(await Why("ben"), Does.StartWith("You are in no check-in that asks on Tue 3 Mar 2026."));
    }

    [Test]
    public async Task An_early_answer_that_was_taken_back_was_early_and_the_question_still_comes()
    {
        await Sets("ana", OfTwo);
        var answered = await Team.Says("ana", "dm", "checkin answer Ship it");
        await Team.Presses("ana", answered, "Undo");

        Assert.That(await Why("ana"), Does.Contain("09:00:00 answered, early").And.Contain("took the answer back")
            .And.Contain("will be asked Mon 2 Mar 2026, 09:30 Europe/Lisbon"));
    }

    [Test]
    public async Task Whoever_is_back_early_was_away_until_then_and_not_until_they_had_meant_to_be()
    {
        await Sets("ana", OfTwo);
        await Team.Says("ana", "dm", "online away until friday");
        await Until("2026-03-02 12:00");
        Assert.That(await Why("ana"), Does.Contain("not asked: you were away until Fri 6 Mar 2026"));
        await Team.Says("ana", "dm", "online back");

        Assert.That(await Why("ana"), Does.Contain("not asked: you were away until Mon 2 Mar 2026, 12:00 Europe/Lisbon").And.Not.Contain("Fri"));
    }

    private async Task<string> Why(string person, string date = "") => (await Team.Says(person, "dm", $"checkin why {date}")).Text;
}
