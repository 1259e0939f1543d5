using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>What the file says of those who did not answer is what the messages say. It is Monday 2 March 2026, 09:00 in Lisbon.</summary>
public sealed class ExportCheckInTests : CheckInDiary
{
    [Test]
    public async Task Who_is_asked_now_comes_later_left_or_is_away_is_told_as_the_messages_do()
    {
        await Team.Says("chidi", "dm", "online away until friday");
        await Team.Says("emi", "dm", "online share off");
        await Sets("ana", Daily);
        await Until("2026-03-03 09:31");
        await Team.Says("dana", "dm", "checkin leave Daily");
        var open = await Rows("2026-03-03");
        await Until("2026-03-04 09:00");

        Assert.That(open, Is.EquivalentTo(new[] { "Ana,U-ana,open", "Ben,U-ben,later", "Sam,U-sam,later", "Chidi,U-chidi,away", "Dana,U-dana,left" }));
        Assert.That(await Rows("2026-03-03"), Is.EquivalentTo(new[]
        {
            "Ana,U-ana,no answer", "Ben,U-ben,no answer", "Sam,U-sam,no answer", "Chidi,U-chidi,away", "Dana,U-dana,left", "Emi,U-emi,no answer",
        }));
    }

    [Test]
    public async Task Of_whoever_could_not_answer_it_says_so()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"");
        await Until("2026-03-02 10:00");
        await Answers("ben", "All");
        Team.Sleeps(Duration.FromHours(9));
        await Team.Restart();
        await Team.Settle();

        Assert.That(await Rows("2026-03-02"), Is.EquivalentTo(new[] { "Ana,U-ana,could not answer", "Ben,U-ben,answered" }));
    }

    [Test]
    public async Task After_a_downtime_status_and_report_say_the_same()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"");
        await Until("2026-03-02 18:00");
        await Team.Settle();
        Team.Sleeps(Duration.FromDays(1));
        await Team.Restart();
        await Team.Settle();

        foreach (var asked in new[] { "report Daily", "report Daily 3 march", "status Daily" })
        {
            Assert.That((await Team.Says("ana", "#team", $"checkin {asked}")).Text,
                Does.Contain("Daily — Tue 3 Mar 2026").And.Contain("Not asked: @Ana, @Ben").And.Contain("Nobody was asked, because I was not running."), asked);
        }
    }

    [Test]
    public async Task What_somebody_answered_who_is_forgotten_is_called_forgotten()
    {
        await Sets("ana", Daily);
        await Until("2026-03-02 14:30");
        await Answers("ben", "All", "More", "none");
        await Until("2026-03-03 02:00");
        var forget = await Team.Says("ben", "dm", "async forget me");
        await Team.Presses("ben", forget, forget.Labels[0]);
        await Until("2026-03-03 03:00");

        Assert.That((await Team.Says("sam", "#team", "checkin report Daily 2 march")).Text,
            Does.Contain("What they answered is forgotten.").And.Not.Contain("without a name"));
    }

    [TestCase("checkin export json Daily"), TestCase("checkin export Daily json"), TestCase("checkin export Daily JSON")]
    public async Task The_format_may_stand_before_the_name_or_behind_it(string line)
    {
        await Sets("ana", Daily);

        await Team.Says("ana", "#team", line);

        Assert.That(Team.Messages("@ana")[^1].File, Does.StartWith("["));
    }

    private async Task<IReadOnlyList<string>> Rows(string date)
    {
        await Team.Says("ana", "#team", "checkin export csv Daily");
        return [.. Team.Messages("@ana")[^1].File!.Split("\r\n").Select(line => line.Split(','))
            .Where(cells => cells.Length > 5 && cells[1] == date).Select(cells => string.Join(',', cells[3..6]))];
    }
}
