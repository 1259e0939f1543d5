namespace AsyncBot.Core.Tests.OnCall;

public sealed class WhoIsOnCallTests : Rota
{
    [Test]
    public async Task They_are_named_first_with_since_until_why_and_who_is_next_on_the_clock_of_who_asks()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));

        Assert.That((await Team.Says("chidi", "#team", "oncall support")).Text, Is.EqualTo(
            "@Ana is on call for support since Mon 2 Mar 2026, 15:00 Africa/Lagos (1 day ago) until Mon 9 Mar 2026, 14:00 Africa/Lagos (in 5 days 23 h): "
            + "it is their turn. Next: @Ben, from Mon 9 Mar 2026, 14:00 Africa/Lagos (in 5 days 23 h)."));
    }

    [TestCase("2026-03-09 08:59", "@Ana is on call for support since Mon 2 Mar 2026, 09:00", TestName = "A_minute_before_the_handoff_behind_the_change_in_March")]
    [TestCase("2026-03-09 09:00", "@Ben is on call for support until Mon 16 Mar 2026, 09:00", TestName = "At_the_handoff_behind_the_change_in_March")]
    [TestCase("2026-03-29 03:30", "@Ana is on call for support since Mon 23 Mar 2026, 09:00", TestName = "When_the_clocks_of_Europe_change")]
    [TestCase("2026-11-01 12:00", "@Ben is on call for support since Mon 26 Oct 2026, 09:00", TestName = "On_the_day_of_25_hours")]
    [TestCase("2026-11-02 08:59", "@Ben is on call for support since Mon 26 Oct 2026, 09:00", TestName = "A_minute_before_the_handoff_in_November")]
    [TestCase("2026-11-02 09:00", "@Emi is on call for support until Mon 9 Nov 2026, 09:00", TestName = "At_the_handoff_in_November")]
    public async Task Handoffs_stay_at_nine_whatever_the_clocks_do(string at, string answer)
    {
        await Support();
        await Team.ClockTo(At(at));

        Assert.That(await Who(), Does.StartWith(answer));
    }

    [TestCase("at 2026-03-09T13:00:00Z", "@Ben is on call for support on Mon 9 Mar 2026, 09:00 America/New_York (in 6 days 22 h), until Mon 16 Mar 2026, 09:00")]
    [TestCase("at 2026-03-09T12:59:59Z", "@Ana is on call for support on Mon 9 Mar 2026, 08:59 America/New_York (in 6 days 21 h), since Mon 2 Mar 2026, 09:00")]
    [TestCase("at friday 17:00", "@Ana is on call for support on Fri 6 Mar 2026, 17:00")]
    [TestCase("at 2026-03-02 09:30", "@Ana was on call for support on Mon 2 Mar 2026, 09:30 America/New_York (30 min ago), since Mon 2 Mar 2026, 09:00")]
    [TestCase("at yesterday 10:00", "There was no rotation support yet on Sun 1 Mar 2026, 10:00 America/New_York (1 day ago).")]
    public async Task Any_time_can_be_asked_about(string when, string answer)
    {
        await Support();
        await Team.ClockTo(At("2026-03-02 10:00"));

        Assert.That(await Who($"oncall support {when}"), Does.StartWith(answer));
    }

    [TestCase("oncall support at 2066-03-02 10:00", "“2066-03-02 10:00” is more than 5 years ahead. Try: oncall support at friday 17:00")]
    [TestCase("oncall support at in 40 years", "“in 40 years” is more than 5 years ahead. Try: oncall support at friday 17:00")]
    [TestCase("oncall support at every friday", "That is not one time. Try: oncall support at friday 17:00")]
    [TestCase("oncall support soon", "“soon” is more than I understand here. Try: oncall support at friday 17:00")]
    [TestCase("oncall suport", "There is no rotation called “suport”, but support. Try: oncall support")]
    public async Task What_can_not_be_answered_says_what_can(string line, string answer)
    {
        await Support();

        Assert.That(await Who(line), Is.EqualTo(answer));
    }

    [Test]
    public async Task Whoever_is_away_during_a_shift_keeps_it_and_the_next_best_is_named()
    {
        await Support();
        await Team.ClockTo(At("2026-03-18 10:00"));
        await Team.Says("emi", "dm", "online away until saturday because of a cold");

        Assert.That(await Who("oncall support", "chidi"), Is.EqualTo(
            "@Emi is on call for support since Mon 16 Mar 2026, 14:00 Africa/Lagos (2 days 1 h ago) until Mon 23 Mar 2026, 14:00 Africa/Lagos (in 4 days 23 h): "
            + "it is their turn. @Emi is away until Mon 23 Mar 2026, 01:00 Africa/Lagos (in 4 days 10 h). "
            + "The next best is @Ana, at work until Wed 18 Mar 2026, 18:00 Africa/Lagos (in 3 h). "
            + "Next: @Ana, from Mon 23 Mar 2026, 14:00 Africa/Lagos (in 4 days 23 h)."));
    }

    [Test]
    public async Task Whoever_does_not_share_their_time_is_named_and_nothing_more()
    {
        await Support();
        await Team.ClockTo(At("2026-03-18 10:00"));
        await Team.Says("emi", "dm", "online share off");
        await Team.Says("emi", "dm", "online away until saturday");

        var answer = await Who("oncall support", "chidi");

        Assert.That(answer, Does.StartWith("@Emi is on call for support").And.Not.Contain("away").And.Not.Contain("hours").And.Not.Contain("Tokyo"));
        Assert.That((await Team.Says("chidi", "#team", "oncall load support")).Text, Does.Contain("@Emi: 791 h").And.Contain("; of nights and weekends ask them"));
    }

    [Test]
    public async Task Nobody_is_said_as_such_with_the_next_shift_and_the_next_best()
    {
        await Create("oncall new support @ana @ben every week at 9:00 from 2026-03-02 New York hours mon-fri 9-17");
        await Team.ClockTo(At("2026-03-07 12:00"));

        Assert.That(await Who(), Is.EqualTo(
            "Nobody is on call for support now. Next: @Ben, from Mon 9 Mar 2026, 09:00 America/New_York (in 1 day 20 h). "
            + "Of the others @Ana is back first, Mon 9 Mar 2026, 05:00 America/New_York (in 1 day 16 h)."));
    }

    [Test]
    public async Task Everybody_can_ask_who_is_in_no_channel_of_it()
    {
        await Support();
        Team.Directory.Add("lee", "Europe/Berlin");
        await Team.ClockTo(At("2026-03-03 09:00"));

        Assert.That((await Team.Says("lee", "dm", "oncall")).Text, Does.StartWith("@Ana is on call for support since"));
    }
}
