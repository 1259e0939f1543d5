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
        await Team.Presses("ben", post, "Take it");

        Assert.That((await Team.Does("emi", post.In, null, null, new AsyncBot.Core.Commands.InboundContent.Call(new AsyncBot.Core.OnCall.TakeCover("support", 1)))).Text,
            Does.StartWith("@Ben was faster and covers it."));
    }

    [TestCase("ben", "oncall cover support from thursday 14:00 to thursday 20:00", "You are not on call for support then. Try: oncall cover support from 2026-03-09 09:00 to 2026-03-16 09:00")]
    [TestCase("chidi", "oncall cover support", "You are not on call for support, so there is nothing to cover. Who is: oncall support")]
    [TestCase("ana", "oncall cover support from thursday 20:00 to thursday 14:00", "“thursday 14:00” is not after “thursday 20:00”. Try: oncall cover support from 2026-03-03 14:00 to 2026-03-09 13:00")]
    public async Task Who_has_nothing_to_cover_is_told_what_they_have(string person, string line, string answer)
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));

        var refused = await Team.Says(person, "#team", line);

        Assert.That(refused.IsRefused, Is.True);
        Assert.That(refused.Text, Is.EqualTo(answer));
    }

    [Test]
    public async Task Whoever_is_on_call_then_already_can_not_cover()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        await Team.Says("ana", "#oncall", "oncall cover support from sunday 14:00 to tuesday 20:00");
        var refused = await Team.Presses("ben", Team.LastPost("#oncall"), "Take it");

        Assert.That(refused.Text, Does.StartWith("You are on call for support then already, from Mon 9 Mar 2026, 09:00 America/New_York"));
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
}
