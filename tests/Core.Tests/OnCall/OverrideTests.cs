namespace AsyncBot.Core.Tests.OnCall;

public sealed class OverrideTests : Rota
{
    [Test]
    public async Task A_take_amid_somebodys_shift_relieves_them_and_they_and_the_channel_are_told()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        var (ana, channel) = (News("@ana").Count, News("#oncall").Count);

        var taken = await Team.Says("emi", "#oncall", "oncall take support until 03:00");

        Assert.That(taken.Text, Is.EqualTo("You have support from now until Wed 4 Mar 2026, 03:00 Asia/Tokyo (in 3 h). I told @Ana."));
        Assert.That(News("@ana", ana).Single(), Does.StartWith("@Emi took support over from now until Tue 3 Mar 2026, 18:00 Europe/Lisbon"));
        Assert.That(News("#oncall", channel).Single(), Is.EqualTo(
            "🔁 @Emi is on call for support (they took it) until Tue 3 Mar 2026, 13:00 America/New_York (in 3 h), after @Ana."));
        Assert.That(await Who(), Does.StartWith("@Emi is on call for support until Tue 3 Mar 2026, 13:00").And.Contain("they took it").And.Contain("Next: @Ana"));
        Assert.That(News("@emi"), Has.None.StartsWith("📟"));

        await Team.ClockTo(At("2026-03-03 13:00"));

        Assert.That(News("#oncall", channel + 1).Single(), Does.StartWith("🔁 @Ana is on call for support until Mon 9 Mar 2026, 09:00").And.Contain(", after @Emi."));
        Assert.That(News("@ana", ana + 1).Single(), Does.StartWith("📟 You are on call for support until Mon 9 Mar 2026, 13:00 Europe/Lisbon"));
    }

    [TestCase("ana", "oncall take support until 18:00", "You are on call for support already, until Mon 9 Mar 2026, 13:00 Europe/Lisbon (in 5 days 22 h). Try: oncall support")]
    [TestCase("emi", "oncall take support", "It does not say until when. Try: oncall take support until 18:00")]
    [TestCase("emi", "oncall take support until 1 march 2026", "“1 march 2026” is past. Try: oncall take support until 18:00")]
    [TestCase("chidi", "oncall take until 18:00", "Which rotation: support? Try: oncall take support until 18:00")]
    public async Task What_can_not_be_taken_is_refused(string person, string line, string answer)
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));

        Assert.That((await Team.Says(person, person == "chidi" ? "#team" : "#oncall", line)).Text, Is.EqualTo(answer));
    }

    [Test]
    public async Task In_the_channel_of_a_rotation_its_name_may_be_left_out()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));

        Assert.That((await Team.Says("emi", "#oncall", "oncall take until 03:00")).Text, Does.StartWith("You have support from now until"));
    }

    [Test]
    public async Task Whoever_is_put_on_call_is_told_once_and_may_get_out_of_it()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        var emi = News("@emi").Count;

        var done = await Team.Says("ben", "#oncall", "oncall override support @emi from friday 9:00 to saturday 9:00");

        Assert.That(done.Text, Is.EqualTo(
            "@Emi is on call for support from Fri 6 Mar 2026, 09:00 America/New_York (in 2 days 23 h) until Sat 7 Mar 2026, 09:00 America/New_York "
            + "(in 3 days 23 h). I told them."));
        Assert.That(News("@emi", emi).Single(), Does.StartWith("@Ben put you on call for support. Yours now from Fri 6 Mar 2026, 23:00 Asia/Tokyo"));

        var cleared = await Team.Presses("emi", Team.LastPost("@emi"), "I can’t");

        Assert.That(cleared.Text, Does.StartWith("The override with @Emi for support, from Fri 6 Mar 2026, 23:00").And.EndWith("is taken back: @Ana has it then."));
        Assert.That(await Who("oncall support at friday 12:00"), Does.StartWith("@Ana is on call"));
    }

    [Test]
    public async Task Clearing_names_a_time_within_it()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("ben", "#oncall", "oncall override support @emi from friday 9:00 to saturday 9:00");

        Assert.That((await Team.Says("ben", "#oncall", "oncall clear support sunday 12:00")).Text, Is.EqualTo(
            "support has no override then; the next is @Emi’s, from Fri 6 Mar 2026, 09:00 America/New_York (in 2 days 23 h). Try: oncall clear support 2026-03-06 09:00"));
        Assert.That((await Team.Says("chidi", "#team", "oncall clear support friday 12:00")).IsRefused, Is.True);
        Assert.That((await Team.Says("ben", "#oncall", "oncall clear support friday")).Text, Does.StartWith("The override with @Emi for support"));
    }

    [TestCase("oncall override support @emi from friday 17:00 to friday 9:00", "“friday 9:00” is not after “friday 17:00”.")]
    [TestCase("oncall override support @emi from 2026-03-08 to 2026-03-06", "“2026-03-06” is not after “2026-03-08”.")]
    [TestCase("oncall override support @emi from 1 january 2026 to 2 january 2026", "“1 january 2026” is past.")]
    [TestCase("oncall override support from friday 9:00 to saturday 9:00", "It takes one person, and from when to when.")]
    [TestCase("oncall override support @nemo from friday 9:00 to saturday 9:00", "I know nobody here by the name “@nemo”.")]
    [TestCase("oncall override support @ana from friday 9:00 to saturday 9:00", "@Ana is on call for support then already.")]
    [TestCase("oncall override support @emi", "It takes one person, and from when to when.")]
    public async Task What_is_no_override_is_refused_with_one_that_works(string line, string problem)
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));

        var refused = await Team.Says("ben", "#oncall", line);

        Assert.That(refused.IsRefused, Is.True);
        Assert.That(refused.Text, Does.StartWith(problem).And.Contain(" Try: oncall "));
    }

    [Test]
    public async Task Two_overrides_of_one_time_are_refused()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("ben", "#oncall", "oncall override support @emi from friday 9:00 to saturday 9:00");

        Assert.That((await Team.Says("ben", "#oncall", "oncall override support @ben from friday 12:00 to sunday 9:00")).Text, Is.EqualTo(
            "There is an override already: @Emi from Fri 6 Mar 2026, 09:00 America/New_York (in 2 days 23 h) until Sat 7 Mar 2026, 09:00 America/New_York "
            + "(in 3 days 23 h). Try: oncall clear support 2026-03-06 09:00"));
    }

    [Test]
    public async Task What_lies_in_a_pause_is_refused_with_the_way_out()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall pause support"), "Pause it");

        Assert.That((await Team.Says("ben", "#oncall", "oncall override support @emi from sunday 9:00 to tuesday 9:00")).Text, Is.EqualTo(
            "support is paused from Mon 9 Mar 2026, 09:00 America/New_York (in 5 days 22 h). Try: oncall override support @U-emi from 2026-03-08 09:00 to 2026-03-09 09:00"));
        await Team.ClockTo(At("2026-03-09 10:00"));
        Assert.That((await Team.Says("emi", "#oncall", "oncall take support until 03:00")).Text, Is.EqualTo(
            "support is paused, so nobody can have it. Try: oncall resume support"));
    }

    [Test]
    public async Task An_override_counts_over_a_take()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("emi", "#oncall", "oncall take support until saturday 9:00");

        await Team.Says("ben", "#oncall", "oncall override support @dana from thursday 9:00 to friday 9:00");

        Assert.That(await Who("oncall support at thursday 12:00"), Does.StartWith("@Dana is on call"));
        Assert.That(await Who("oncall support at friday 12:00"), Does.StartWith("@Emi is on call"));
    }

    [Test]
    public async Task Whoever_counted_on_it_hears_that_it_is_declined()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("sam", "#oncall", "oncall override support @emi from tuesday 10 march 9:00 to wednesday 11 march 9:00");
        await Team.Presses("emi", Team.LastPost("@emi"), "I can’t");

        Assert.That(News("@sam")[^1], Does.StartWith("@Emi took your override with @Emi for support back, from Tue 10 Mar 2026, 09:00 America/Los_Angeles"));
    }
}
