using AsyncBot.Core.Commands;
using AsyncBot.Core.Help;
using AsyncBot.Core.OnCall;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.OnCall;

public sealed class NoticeTests : Rota
{
    [Test]
    public async Task Each_handoff_is_told_in_the_channel_and_to_who_comes_and_longer_shifts_on_their_last_working_day_before()
    {
        await Support();

        Assert.That(await Until("2026-03-24 00:00", "#oncall", NewYork), Is.EqualTo(new[]
        {
            "Mon 2 Mar 09:00 🔁 @Ana is on call for support until Mon 9 Mar 2026, 09:00 America/New_York (in 6 days 23 h).",
            "Mon 9 Mar 09:00 🔁 @Ben is on call for support until Mon 16 Mar 2026, 09:00 America/New_York (in 7 days), after @Ana.",
            "Mon 16 Mar 09:00 🔁 @Emi is on call for support until Mon 23 Mar 2026, 09:00 America/New_York (in 7 days), after @Ben.",
            "Mon 23 Mar 09:00 🔁 @Ana is on call for support until Mon 30 Mar 2026, 09:00 America/New_York (in 7 days), after @Emi.",
        }));
    }

    [Test]
    public async Task The_heads_up_comes_with_their_last_work_before_it()
    {
        await Support();

        Assert.That((await Until("2026-03-10 00:00", "@ben", NewYork)).Select(line => line[..15]), Is.EqualTo(new[]
        {
            "Fri 6 Mar 09:00", "Mon 9 Mar 09:00",
        }));
        Assert.That((await Until("2026-03-17 00:00", "@emi", "Asia/Tokyo")).Select(line => line[..16]), Is.EqualTo(new[]
        {
            // Monday's work in Tokyo is before a shift that begins that evening, so the last working day before is Friday.
            "Fri 13 Mar 09:00", "Mon 16 Mar 22:00",
        }));
    }

    [Test]
    public async Task The_owner_hears_once_that_the_channel_hears_of_no_handoff()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        Team.Directory.Change("oncall", channel => channel with { IsArchived = true });
        var channel = News("#oncall").Count;
        await Team.ClockTo(At("2026-03-17 10:00"));

        Assert.That(News("#oncall", channel), Is.Empty);
        Assert.That(News("@ben").Where(line => line.Contains('⚠')), Is.EqualTo(new[]
        {
            "⚠️ I can’t tell #oncall who is on call for support. It is archived. I go on there once it is not. Whoever comes on call is told by me directly, as before.",
        }));

        Team.Directory.Change("oncall", channel => channel with { IsArchived = false });
        await Team.ClockTo(At("2026-03-18 10:00"));
        Assert.That(News("#oncall", channel).Single(), Does.StartWith("🔁 @Emi is on call for support").And.Contain("after @Ana"));
        Team.Directory.Change("oncall", channel => channel with { CanPost = false });
        await Team.ClockTo(At("2026-03-24 10:00"));
        Assert.That(News("@ben").Last(line => line.Contains('⚠')), Does.StartWith("⚠️ I can’t tell #oncall").And.Contain("Invite me"));
    }

    [Test]
    public async Task Focus_holds_the_heads_up_and_never_the_handoff()
    {
        await Support();
        await Team.ClockTo(At("2026-03-06 08:50"));
        await Team.Says("ben", "dm", "online focus 2h");

        Assert.That((await Until("2026-03-06 20:00", "@ben", NewYork)).Select(line => line[..16]), Is.EqualTo(new[] { "Fri 6 Mar 10:50 " }));

        await Team.ClockTo(At("2026-03-09 08:59"));
        await Team.Says("ben", "dm", "online focus 2h");
        Assert.That((await Until("2026-03-09 14:00", "@ben", NewYork)).Select(line => line[..16]), Is.EqualTo(new[] { "Mon 9 Mar 09:00 " }));
    }

    [Test]
    public async Task After_a_downtime_of_weeks_there_is_one_truthful_notice_each()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        var (channel, ben) = (News("#oncall").Count, News("@ben").Count);
        Team.Sleeps(Duration.FromDays(50));
        await Team.Restart();
        await Team.Settle();

        Assert.That(News("#oncall", channel), Has.Count.EqualTo(1));
        Assert.That(News("#oncall", channel)[0], Does.StartWith("🔁 @Ben is on call for support until Mon 27 Apr 2026, 09:00").And.Contain("after @Ana"));
        Assert.That(News("@ben", ben).Single(), Does.StartWith("📟 You are on call for support until Mon 27 Apr 2026, 09:00"));
    }

    [Test]
    public async Task A_change_that_changes_nothing_is_not_told()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        var before = Team.Chat.Messages.Count;

        await Team.Says("ben", "#oncall", "oncall group support @support-oncall");
        await Team.Says("ben", "#oncall", "oncall remove support @emi");
        await Team.ClockTo(At("2026-03-04 23:00"));

        Assert.That(Team.Chat.Messages, Has.Count.EqualTo(before));
    }

    [Test]
    public async Task With_working_hours_nobody_is_told_every_morning_of_a_week_that_it_is_still_theirs()
    {
        await Create("oncall new desk @ana @ben every week at 9:00 from 2026-03-02 New York hours mon-fri 9-17");

        Assert.That((await Until("2026-03-10 12:00", "#oncall", NewYork)).Select(line => line[..23]), Is.EqualTo(new[]
        {
            "Mon 2 Mar 09:00 🔁 @Ana", "Mon 9 Mar 09:00 🔁 @Ben",
        }));
    }

    [Test]
    public async Task The_shifts_of_who_left_are_reported_gaps()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        Team.Directory.Add("emi", "Asia/Tokyo", isGone: true);
        var (ben, channel) = (News("@ben").Count, News("#oncall").Count);

        await Team.Advance(Duration.FromDays(1));

        Assert.That(News("@ben", ben).Single(), Does.StartWith("⚠️ @Emi left, so nobody has their shifts of support: Nobody is on call from Mon 16 Mar 2026, 09:00 America/New_York"));
        Assert.That(News("#oncall", channel).Single(), Does.StartWith("⚠️ @Emi left"));
        var told = Team.LastPost("@ben");
        Assert.That((await Schedule(21))[2], Is.EqualTo("Mon 16 Mar 09:00 – Mon 23 Mar 09:00: ⚠️ nobody"));

        await Team.Presses("ben", await Team.Presses("ben", told, "Take them out"), "Take them out");
        Assert.That((await Schedule(21))[2], Is.EqualTo("Mon 16 Mar 09:00 – Mon 23 Mar 09:00: @Ana"));
    }

    [Test]
    public async Task A_kill_between_the_handoff_and_its_notice_loses_and_doubles_nothing()
    {
        await Support();
        await Team.ClockTo(At("2026-03-09 08:59"));
        var channel = News("#oncall").Count;
        Team.Delivers = false;
        Team.Clock.Reset(At("2026-03-09 09:00"));
        await Team.RunJobs();
        await Team.Restart();
        Team.Delivers = true;
        await Team.Settle();
        await Team.ClockTo(At("2026-03-10 09:00"));

        Assert.That(News("#oncall", channel), Has.Count.EqualTo(1));
        Assert.That((await Team.Find(Told.Type, "support"))!.Channel, Is.EqualTo(new[] { TestDirectory.IdOf("ben") }));
    }

    [Test]
    public async Task The_heads_up_of_turns_of_weeks_says_when_they_really_end()
    {
        await Create("oncall new support @ana @ben every 4 weeks at 9:00 from 2026-03-02 New York");

        Assert.That((await Until("2026-03-29 00:00", "@ben", NewYork)).Single(), Does.EndWith(
            "from Mon 30 Mar 2026, 09:00 America/New_York (in 3 days) until Mon 27 Apr 2026, 09:00 America/New_York (in 4 weeks)."));
    }

    [Test]
    public async Task A_day_that_is_an_hour_shorter_is_a_day()
    {
        await Create("oncall new support @ana @ben every day at 9:00 from 2026-03-02 New York");
        await Team.ClockTo(At("2026-03-05 08:00"));

        // From Saturday to Sunday, the night in which the clock goes forward, it is Ben's turn for 23 hours.
        Assert.That(await Until("2026-03-07 13:00", "@ben", NewYork), Has.Some.Contains("📅 Ahead: you are on call for support from Sat 7 Mar 2026, 09:00"));
    }

    [Test]
    public async Task An_override_of_next_year_is_told_at_once_and_when_it_is_taken_back()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        var emi = News("@emi").Count;

        await Team.Says("ben", "#oncall", "oncall override support @emi from 2027-01-01 0:00 to 2027-01-02 0:00");
        Assert.That(News("@emi", emi).Single(), Does.StartWith("@Ben put you on call for support. Yours now from Fri 1 Jan 2027, 14:00 Asia/Tokyo"));

        await Team.Says("ben", "#oncall", "oncall clear support 2027-01-01");
        Assert.That(News("@emi", emi + 1).Single(), Does.Contain("No longer yours from Fri 1 Jan 2027, 14:00 Asia/Tokyo"));
        Assert.That((await Team.Says("ben", "#oncall", "oncall override support @emi from 2027-01-28 9:00 to 2027-01-28 10:00")).Text, Does.Contain("@Emi is on call for support then already"));
    }

    [Test]
    public async Task Who_comes_back_is_told_that_they_are_on_call()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        Team.Directory.Add("ana", "Europe/Lisbon", isGone: true);
        await Team.ClockTo(At("2026-03-04 12:00"));
        Assert.That(await Who(), Does.StartWith("Nobody is on call"));
        Team.Directory.Add("ana", "Europe/Lisbon");
        var ana = News("@ana").Count;
        await Team.ClockTo(At("2026-03-05 13:00"));

        Assert.That(await Who(), Does.StartWith("@Ana is on call"));
        Assert.That(News("@ana", ana).Single(), Does.StartWith("📟 You are on call for support until Mon 9 Mar 2026, 13:00 Europe/Lisbon"));
    }

    [Test]
    public async Task Until_is_when_it_ends_and_not_when_they_have_it_again()
    {
        await Create("oncall new desk @ana every week at 9:00 from 2026-03-02 New York hours mon-fri 9-17");
        await Team.ClockTo(At("2026-03-03 10:00"));

        Assert.That(await Who("oncall desk"), Does.StartWith("@Ana is on call for desk since Tue 3 Mar 2026, 09:00").And.Contain("until Tue 3 Mar 2026, 17:00"));
    }

    [Test]
    public async Task Who_has_it_again_after_a_turn_of_nobody_is_told_and_so_is_the_channel()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        foreach (var (person, zone) in new[] { ("ben", NewYork), ("emi", "Asia/Tokyo") })
            Team.Directory.Add(person, zone, isGone: true);
        await Team.ClockTo(At("2026-03-22 10:00"));
        var (ana, channel) = (News("@ana").Count, News("#oncall").Count);

        Assert.That(await Who("oncall support at 2026-03-05 10:00", "ana"), Does.Contain("until Mon 9 Mar 2026, 13:00"));
        await Team.ClockTo(At("2026-03-23 10:00"));

        Assert.That(News("@ana", ana).Single(), Does.StartWith("📟 You are on call for support until Mon 30 Mar 2026"));
        Assert.That(News("#oncall", channel).Single(), Does.StartWith("🔁 @Ana is on call for support until Mon 30 Mar 2026"));
    }

    [Test]
    public async Task The_channel_hears_that_nobody_is_on_call_any_more()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall pause support"), "Pause it");
        await Team.ClockTo(At("2026-03-09 10:00"));
        Assert.That(News("#oncall")[^1], Is.EqualTo("⏸️ support is paused: nobody is on call."));

        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall resume support"), "Resume it");
        Assert.That(News("#oncall")[^1], Does.StartWith("🔁 @Ben is on call for support"));

        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall delete support"), "Delete it");
        Assert.That(News("#oncall")[^1], Is.EqualTo("@Ben deleted the rotation support: nobody is on call for it any more."));
    }

    [Test]
    public async Task Who_is_put_in_hears_of_it_however_far_away_their_turn_is()
    {
        await Create("oncall new support @ana @ben @chidi @dana @emi @sam every 8 weeks at 9:00 from 2026-03-02 New York");

        Assert.That(News("@sam").Single(), Does.StartWith("@Ben put you into the rotation support").And.Contain("Your first shift from Mon 7 Dec 2026"));
    }

    [Test]
    public async Task What_is_lost_and_gained_is_told_to_its_real_end()
    {
        await Support();
        await Team.ClockTo(At("2026-03-11 10:00"));
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall remove support @ana"), "Take them out");

        Assert.That(News("@ana")[^1], Does.StartWith("@Ben took you out of the rotation support.").And.EndsWith("until Mon 11 May 2026, 14:00 Europe/Lisbon (in 2 months)"));
    }

    [Test]
    public async Task The_gaps_of_who_leaves_are_told_at_once()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        Team.Directory.Add("ana", "Europe/Lisbon", isGone: true);
        await Team.Does("sam", AsyncBot.TestKit.Team.Place("dm", "sam"), null, null, new InboundContent.Call(new PersonLeft(TestDirectory.IdOf("ana"))));

        Assert.That(News("@ben")[^1], Does.StartWith("⚠️ @Ana left, so nobody has their shifts of support: Nobody is on call from Tue 3 Mar 2026, 10:00 America/New_York"));
        Assert.That(await Who(), Does.StartWith("Nobody is on call for support now: @Ana left."));
    }

    [Test]
    public async Task The_gap_of_who_is_forgotten_while_on_call_is_told_without_their_name()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Does("ana", AsyncBot.TestKit.Team.Place("dm", "ana"), null, null, new InboundContent.Call(new ConfirmForget()));
        await Team.Advance(Duration.FromMinutes(1));

        Assert.That(News("#oncall")[^1], Does.StartWith("⚠️ a former member left, so nobody has their shifts of support: Nobody is on call from Tue 3 Mar 2026, 10:0"));
        Assert.That(News("#oncall")[^1], Does.Not.Contain("Ana"));
    }

    [Test]
    public async Task Turns_of_a_week_within_working_hours_are_told_of_ahead_once()
    {
        await Create("oncall new desk @ana @ben every week at 9:00 from 2026-03-02 New York hours mon-fri 9-17");

        Assert.That((await Until("2026-03-14 00:00", "@ben", NewYork)).Select(line => line[..18]), Is.EqualTo(new[] { "Fri 6 Mar 09:00 📅", "Mon 9 Mar 09:00 📟" }));
    }
}
