using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC, which is 09:00 in Lisbon.</summary>
public sealed class FocusForTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("2h", "11:00 Europe/Lisbon (in 2 h)")]
    [TestCase("for 90 min", "10:30 Europe/Lisbon (in 1 h 30 min)")]
    [TestCase("1h30m", "10:30 Europe/Lisbon (in 1 h 30 min)")]
    [TestCase("half an hour", "09:30 Europe/Lisbon (in 30 min)")]
    [TestCase("12 hours", "21:00 Europe/Lisbon (in 12 h)")]
    [TestCase("until 15:00", "15:00 Europe/Lisbon (in 6 h)")]
    [TestCase("till noon", "12:00 Europe/Lisbon (in 3 h)")]
    public async Task It_says_until_when(string words, string until)
    {
        var answer = await _team.Says("ana", "#team", "online focus " + words);

        Assert.That(answer.Text, Is.EqualTo($"You are focusing until Mon 2 Mar 2026, {until}. Colleagues see that."));
        Assert.That((await _team.Says("ana", "#team", "online focus")).Text, Is.EqualTo($"You are focusing until Mon 2 Mar 2026, {until}. To stop: online focus off"));
    }

    [TestCase("13h", "That would be until Mon 2 Mar 2026, 22:00 Europe/Lisbon (in 13 h), and focus lasts at most 12 hours. For longer, say that you are away: online away until friday")]
    [TestCase("until 21:01", "That would be until Mon 2 Mar 2026, 21:01 Europe/Lisbon (in 12 h 1 min), and focus lasts at most 12 hours.")]
    [TestCase("3 days", "That would be until Thu 5 Mar 2026, 09:00 Europe/Lisbon (in 3 days), and focus lasts at most 12 hours.")]
    [TestCase("10 seconds", "Focus lasts at least a minute. Try: online focus 2h")]
    [TestCase("0h", "“0h” is nothing. Try: online focus 2h")]
    [TestCase("until friday", "It does not say until what time. Try: online focus 2h")]
    [TestCase("until", "It does not say when. Try: online focus 2h")]
    [TestCase("until today 8:00", "“today 8:00” is past. Try: online focus until today at 20:00")]
    [TestCase("hard", "“hard” is no length of time. Try: online focus 2h")]
    [TestCase("2h please now", "“2h please now” is no length of time.")]
    [TestCase("off", "You are not focusing now. Try: online focus 2h")]
    public async Task What_is_no_such_time_is_refused_with_an_example(string words, string said)
    {
        var answer = await _team.Says("ana", "#team", "online focus " + words);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith(said));
        Assert.That((await _team.Says("ana", "#team", "online focus")).Text, Is.EqualTo("You are not focusing now. Try: online focus 2h"));
    }

    [Test]
    public async Task It_ends_by_itself_by_off_by_its_button_and_by_Undo()
    {
        await _team.Says("ana", "#team", "online focus 1h");
        await _team.Advance(Duration.FromHours(1));
        Assert.That((await _team.Says("ana", "#team", "online focus off")).IsRefused);

        var answer = await _team.Says("ana", "#team", "online focus 2h");
        Assert.That((await _team.Presses("ana", answer, "Stop")).Text, Does.StartWith("You are no longer focusing; it would have gone on until Mon 2 Mar 2026, 12:00"));
        Assert.That((await _team.Presses("ana", answer, "Stop")).IsRefused);

        await _team.Presses("ana", await _team.Says("ana", "#team", "online focus 2h"), "Undo");
        Assert.That((await _team.Find(Profile.Type, "U-ana"))!.Focus, Is.Null);
    }

    [Test]
    public async Task Saying_it_again_counts_from_now()
    {
        await _team.Says("ana", "#team", "online focus 4h");
        Assert.That((await _team.Says("ana", "#team", "online focus 1h")).Text, Does.Contain("10:00 Europe/Lisbon"));
        await _team.Restart();
        Assert.That((await _team.Says("ana", "#team", "online focus")).Text, Does.Contain("10:00 Europe/Lisbon"));
        Assert.That((await _team.Says("ana", "#team", "online back")).Text, Is.EqualTo("You are no longer focusing."));
    }

    [TestCase("2026-03-02T09:00Z", "until 16", "You are focusing until Mon 2 Mar 2026, 16:00 Europe/Lisbon (in 7 h). Colleagues see that.")]
    [TestCase("2026-03-03T01:30Z", "until 3:30", "You are focusing until Tue 3 Mar 2026, 03:30 Europe/Lisbon (in 2 h). Colleagues see that.")]
    [TestCase("2026-03-03T01:30Z", "until 15:30", "That would be until Tue 3 Mar 2026, 15:30 Europe/Lisbon (in 14 h), and focus lasts at most 12 hours. For longer, say that you are away: online away until friday")]
    [TestCase("2026-03-29T00:10Z", "until 01:20", "You are focusing until Sun 29 Mar 2026, 02:20 Europe/Lisbon (in 1 h 10 min). The clocks skip the time that you said, so I take the one after it. Colleagues see that.")]
    [TestCase("2026-10-25T00:05Z", "until 01:40", "You are focusing until Sun 25 Oct 2026, 01:40 Europe/Lisbon (in 35 min). The clocks show that time twice, and I take the first. Colleagues see that.")]
    public async Task A_time_of_day_is_the_next_one_and_the_clocks_have_their_say(string now, string words, string said)
    {
        await _team.ClockTo(NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm'Z'").Parse(now).Value);

        Assert.That((await _team.Says("ana", "#team", $"online focus {words}")).Text, Is.EqualTo(said));
    }
}
