namespace AsyncBot.Core.Tests.OnCall;

public sealed class CoverTests : Rota
{
    private const string Half = "oncall cover support from thursday 14:00 to thursday 20:00";

    [Test]
    public async Task It_is_posted_taken_by_name_and_given_back()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        await Team.Says("ana", "#oncall", Half);
        var post = Team.LastPost("#oncall");

        Assert.That(Team.TextOf(post), Is.EqualTo(
            "🙋 @Ana asks for cover in support from Thu 5 Mar 2026, 09:00 America/New_York (in 2 days) until Thu 5 Mar 2026, 15:00 America/New_York "
            + "(in 2 days 6 h). Until somebody takes it, it stays theirs."));

        var taken = await Team.Presses("ben", post, "Take it");

        Assert.That(taken.Text, Is.EqualTo(
            "You cover support for @Ana from Thu 5 Mar 2026, 09:00 America/New_York (in 2 days) until Thu 5 Mar 2026, 15:00 America/New_York (in 2 days 6 h). "
            + "I told them."));
        Assert.That(Team.TextOf(post), Does.StartWith("🤝 @Ben covers for @Ana in support"));
        Assert.That(News("@ana")[^1], Does.StartWith("@Ben covers for you in support. No longer yours from Thu 5 Mar 2026, 14:00 Europe/Lisbon"));
        Assert.That(await Who("oncall support at thursday 12:00"), Does.StartWith("@Ben is on call for support on Thu 5 Mar 2026, 12:00").And.Contain("they cover for @Ana"));

        var given = await Team.Presses("ben", post, "Give it back");

        Assert.That(given.Text, Does.StartWith("@Ana has support again from Thu 5 Mar 2026, 09:00"));
        Assert.That(Team.TextOf(post), Does.StartWith("🙋 @Ana asks for cover"));
        Assert.That(News("@ana")[^1], Does.StartWith("@Ben gave your cover in support back, and it is asked for again. Yours now"));
        Assert.That(await Who("oncall support at thursday 12:00"), Does.StartWith("@Ana is on call"));
    }

    [Test]
    public async Task Given_back_half_way_what_was_covered_stays_so()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        await Team.Says("ana", "#oncall", Half);
        var post = Team.LastPost("#oncall");
        await Team.Presses("ben", post, "Take it");
        await Team.ClockTo(At("2026-03-05 12:00"));
        await Team.Presses("ben", post, "Give it back");

        Assert.That(await Who("oncall support at 2026-03-05 11:00"), Does.StartWith("@Ben was on call"));
        Assert.That(await Who("oncall support at 2026-03-05 12:01"), Does.StartWith("@Ana is on call"));
        Assert.That(Team.TextOf(post), Does.Contain("asks for cover in support from Thu 5 Mar 2026, 12:00"));
    }

    [Test]
    public async Task Two_who_are_quick_take_it_once()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        await Team.Says("ana", "#oncall", Half);
        var post = Team.LastPost("#oncall");
        var (ben, emi) = (Team.Presses("ben", post, "Take it"), Team.Presses("emi", post, "Take it"));
        await Team.AtOnce([ben, emi]);

        string[] said = [(await ben).Text, (await emi).Text];
        Assert.That(said, Has.Exactly(1).StartsWith("You cover support for @Ana"));
        Assert.That(said, Has.Exactly(1).Contains(" was faster and covers it."));
        Assert.That(News("@ana").Count(line => line.Contains("covers for you", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCase("ben", "oncall cover support from thursday 14:00 to thursday 20:00", "You are not on call for support then. Try: oncall cover support from 2026-03-09 09:00 to 2026-03-16 09:00")]
    [TestCase("chidi", "oncall cover support", "You are not on call for support, so there is nothing to cover. Who is: oncall support")]
    [TestCase("ana", "oncall cover support from thursday 20:00 to thursday 14:00", "“thursday 14:00” is not after “thursday 20:00”. Try: oncall cover support from 2026-03-03 14:15 to 2026-03-09 13:00")]
    public async Task Who_has_nothing_to_cover_is_told_what_they_have(string person, string line, string answer)
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));

        var refused = await Team.Says(person, "#team", line);

        Assert.That(refused.IsRefused, Is.True);
        Assert.That(refused.Text, Is.EqualTo(answer));
    }

    [Test]
    public async Task Cover_is_asked_for_what_the_asker_has_and_no_more()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));

        var asked = await Team.Says("ana", "#oncall", "oncall cover support from sunday 14:00 to tuesday 20:00");

        Assert.That(asked.Text, Does.StartWith("I asked in #oncall to cover support from Sun 8 Mar 2026, 14:00 Europe/Lisbon")
            .And.Contain("until Mon 9 Mar 2026, 13:00 Europe/Lisbon").And.Contain("That is as much of it as you are on call."));
        Assert.That((await Team.Presses("ben", Team.LastPost("#oncall"), "Take it")).Text, Does.Contain("until Mon 9 Mar 2026, 09:00 America/New_York"));
    }

    [Test]
    public async Task Cover_of_several_shifts_leaves_alone_what_lies_between()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        await Team.Says("ana", "#oncall", "oncall cover support from sunday 14:00 to 2026-03-24 13:00");

        Assert.That((await Team.Presses("ben", Team.LastPost("#oncall"), "Take it")).Text, Does.Match(
            "^You cover support for @Ana from Sun 8 Mar .+ until Mon 9 Mar .+ and from Mon 23 Mar .+ until Tue 24 Mar 2026, 09:00"));
        Assert.That((await Schedule(21))[1..4], Is.EqualTo(new[]
        {
            "Sun 8 Mar 10:00 – Mon 9 Mar 09:00: @Ben (they cover for @Ana)", "Mon 9 Mar 09:00 – Mon 16 Mar 09:00: @Ben", "Mon 16 Mar 09:00 – Mon 23 Mar 09:00: @Emi",
        }));
    }

    [Test]
    public async Task What_nobody_took_is_shown_as_over_and_what_is_not_needed_as_such()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        await Team.Says("ana", "#oncall", Half);
        var first = Team.LastPost("#oncall");
        await Team.Says("ana", "#oncall", "oncall cover support from friday 14:00 to friday 20:00");
        var second = Team.LastPost("#oncall");
        await Team.ClockTo(At("2026-03-05 16:00"));

        Assert.That(Team.TextOf(first), Does.EndWith("Nobody took it, and it is over."));
        var edits = Team.Now(first).Edits;
        await Team.ClockTo(At("2026-03-05 18:00"));
        await Team.Advance(Duration.FromHours(18));
        Assert.That(Team.Now(first).Edits, Is.EqualTo(edits));
        Assert.That(Team.TextOf(second), Does.StartWith("🙋 @Ana asks for cover"));
    }

    [Test]
    public async Task Whoever_is_put_on_call_amid_what_others_cover_for_them_is_on_call()
    {
        await Taken("emi");

        var done = await Team.Says("ben", "#oncall", "oncall override support @ana from thursday 11:00 to thursday 13:00");

        Assert.That(done.Text, Does.StartWith("@Ana is on call for support from Thu 5 Mar 2026, 11:00 America/New_York"));
        Assert.That((await Schedule(7))[..4], Is.EqualTo(new[]
        {
            "now, until Thu 5 Mar 09:00: @Ana", "Thu 5 Mar 09:00–11:00: @Emi (they cover for @Ana)",
            "Thu 5 Mar 11:00–13:00: @Ana (by an override)", "Thu 5 Mar 13:00–15:00: @Emi (they cover for @Ana)",
        }));
        Assert.That(News("@emi")[^1], Does.Contain("No longer yours from Fri 6 Mar 2026, 01:00 Asia/Tokyo").And.Not.Contain("Yours now"));
    }

    [Test]
    public async Task Who_asked_for_cover_and_has_time_after_all_takes_it()
    {
        await Taken("emi");
        await Team.ClockTo(At("2026-03-05 12:00"));

        Assert.That((await Team.Says("ana", "#oncall", "oncall take support until 19:00")).Text, Does.StartWith("You have support from now until Thu 5 Mar 2026, 19:00 Europe/Lisbon"));
        Assert.That(await Who(), Does.StartWith("@Ana is on call for support"));
        Assert.That(await Who("oncall support at thursday 14:30"), Does.StartWith("@Emi is on call for support"));
    }

    [Test]
    public async Task What_is_asked_for_again_by_undo_can_be_taken_again()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        var asked = await Team.Says("ana", "#oncall", Half);
        var post = Team.LastPost("#oncall");
        var dropped = await Team.Presses("ana", asked, "Never mind");
        Assert.That(Team.TextOf(post), Does.StartWith("@Ana no longer needs cover in support"));

        await Team.Presses("ana", dropped, "Undo");

        Assert.That(Team.TextOf(post), Does.StartWith("🙋 @Ana asks for cover in support"));
        Assert.That((await Team.Presses("ben", post, "Take it")).Text, Does.StartWith("You cover support for @Ana"));
    }

    [Test]
    public async Task A_message_that_asks_for_cover_is_posted_as_it_is()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        await Team.Says("ana", "#oncall", Half);

        Assert.That(Team.LastPost("#oncall").Edits, Is.Zero);
    }

    [Test]
    public async Task What_somebody_covers_who_leaves_is_the_askers_again_who_hears_of_it()
    {
        await Taken("emi");
        Team.Directory.Add("emi", "Asia/Tokyo", isGone: true);
        var ana = News("@ana").Count;
        await Team.ClockTo(At("2026-03-04 10:00"));

        Assert.That(await Who("oncall support at thursday 12:00"), Does.StartWith("@Ana is on call for support"));
        Assert.That(News("@ana", ana).Single(), Does.StartWith(
            "@Emi left, so what they had agreed to in support is yours again. Yours now from Thu 5 Mar 2026, 14:00 Europe/Lisbon"));
        Assert.That(News("@ben")[^1], Does.StartWith("⚠️ @Emi left, so nobody has their shifts of support: Nobody is on call from Mon 16 Mar 2026, 09:00").And.Not.Contain("5 Mar"));
    }

    private async Task Taken(string by)
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        await Team.Says("ana", "#oncall", Half);
        await Team.Presses(by, Team.LastPost("#oncall"), "Take it");
    }

    [Test]
    public async Task Given_back_to_who_takes_no_more_turns_it_is_whose_turn_it_is()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        await Team.Says("emi", "#oncall", "oncall cover support from tuesday 17 march 9:00 to wednesday 18 march 9:00");
        var post = Team.LastPost("#oncall");
        await Team.Presses("ana", post, "Take it");
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall remove support @emi"), "Take them out");

        Assert.That(Team.TextOf(post), Does.StartWith("@Emi no longer needs cover in support"));
        Assert.That((await Team.Does("ana", post.In, null, null, new AsyncBot.Core.Commands.InboundContent.Call(new AsyncBot.Core.OnCall.GiveBackCover("support", 1)))).Text,
            Does.StartWith("@Emi no longer has support then, so nothing is to be given back."));
    }

    [Test]
    public async Task A_cover_of_a_cover_stays_when_somebody_is_put_on_call_elsewhere_in_it()
    {
        await Taken("ben");
        await Team.Says("ben", "#oncall", "oncall cover support from thursday 13:00 to thursday 15:00");
        await Team.Presses("emi", Team.LastPost("#oncall"), "Take it");

        await Team.Says("ben", "#oncall", "oncall override support @ana from thursday 10:00 to thursday 11:00");

        Assert.That((await Schedule(7))[1..5], Is.EqualTo(new[]
        {
            "Thu 5 Mar 09:00–10:00: @Ben (they cover for @Ana)", "Thu 5 Mar 10:00–11:00: @Ana (by an override)",
            "Thu 5 Mar 11:00–13:00: @Ben (they cover for @Ana)", "Thu 5 Mar 13:00–15:00: @Emi (they cover for @Ben)",
        }));
        Assert.That(News("@ana")[^1], Does.StartWith("@Ben put you on call for support. Yours now from Thu 5 Mar 2026, 15:00 Europe/Lisbon"));

        await Team.Says("ben", "#oncall", "oncall clear support thursday 10:30");
        Assert.That((await Schedule(7))[1], Is.EqualTo("Thu 5 Mar 09:00–13:00: @Ben (they cover for @Ana)"));
    }

    [Test]
    public async Task An_old_button_is_about_what_it_was_about()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        var first = await Team.Says("ben", "#oncall", "oncall override support @dana from tuesday 10 march 9:00 to wednesday 11 march 9:00");
        var told = Team.LastPost("@dana");
        await Team.Presses("ben", first, "Undo");
        await Team.Says("ben", "#oncall", "oncall override support @dana from thursday 12 march 9:00 to friday 13 march 9:00");

        Assert.That((await Team.Presses("dana", told, "I can’t")).Text, Does.StartWith("support has no override then; the next is @Dana’s, from Thu 12 Mar"));
        Assert.That(await Who("oncall support at 12 march 12:00"), Does.StartWith("@Dana is on call"));

        await Team.ClockTo(At("2026-03-17 09:00"));
        var over = await Team.Presses("ben", Team.Messages("@ben").Last(message => Team.TextOf(message).StartsWith("📟", StringComparison.Ordinal)), "Ask for cover");
        Assert.That(over.Text, Is.EqualTo("That shift is over. Those to come: oncall mine"));
    }
}
