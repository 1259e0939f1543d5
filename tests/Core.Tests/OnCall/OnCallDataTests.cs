using AsyncBot.Core.Commands;
using AsyncBot.Core.Help;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.OnCall;

public sealed class OnCallDataTests : Rota
{
    [Test]
    public async Task Whoever_is_forgotten_takes_no_more_turns_and_their_words_go()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("emi", "#oncall", "oncall page support My secret is 4711");
        Assert.That(Team.Database(), Does.Contain("4711"));

        await Team.Does("emi", Team.Place("dm", "emi"), null, null, new InboundContent.Call(new ConfirmForget()));
        await Team.Advance(Duration.FromMinutes(1));

        Assert.That(await Schedule(21), Has.None.Contain("@Emi"));
        Assert.That((await Schedule(28))[2], Is.EqualTo("Mon 16 Mar 09:00 – Mon 23 Mar 09:00: @Ana"));
        Assert.That(News("@ana")[^2], Is.EqualTo("🚨 a former member needs support: (removed)"));
        Assert.That(News("@ana")[^1], Does.StartWith("a former member takes no more turns in support. Yours now from Mon 16 Mar 2026"));
    }

    [Test]
    public async Task What_is_kept_of_somebody_can_be_taken_along()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("emi", "#oncall", "oncall page support Help me");
        await Team.Says("emi", "#oncall", "oncall take support until 03:00");

        await Team.Says("emi", "dm", "async export me");

        var file = Team.Messages("@emi")[^1].File!;
        Assert.That(file, Does.Contain("\"rotation\": \"support\"").And.Contain("Help me").And.Contain("\"took\": true"));
    }

    [Test]
    public async Task A_restored_rotation_is_what_it_was_after_a_restart()
    {
        await Support();
        await Team.Says("ben", "#oncall", "oncall override support @emi from friday 9:00 to saturday 9:00");
        var before = await Schedule(40);

        await Team.Restart();

        Assert.That(await Schedule(40), Is.EqualTo(before));
    }

    [Test]
    public async Task Home_shows_who_is_on_call_and_my_shifts()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Does("ben", Team.Place("dm", "ben"), null, null, new InboundContent.Call(new AsyncBot.Core.Home.OpenHome()));
        await Team.Advance(Duration.FromSeconds(4));

        var reader = new Reader(DateTimeZoneProviders.Tzdb[NewYork], Team.Clock.GetCurrentInstant(), Team.Directory.NameOf, Team.Directory.NameOf);
        var home = PlainText.Render(Team.Chat.Homes[^1].Card, reader);
        Assert.That(home, Does.Contain("📟 On call\nsupport: @Ana until Mon 9 Mar 2026, 09:00 America/New_York"));
        Assert.That(home, Does.Contain("Mine: support: Mon 9 Mar 09:00 – Mon 16 Mar 09:00 (in 5 days 21 h)"));
    }

    [Test]
    public async Task Whoever_looks_for_help_finds_those_on_call_first_of_this_channel()
    {
        await Support();
        await Create("oncall new desk @dana @sam every week at 9:00 from 2026-03-02 New York", "dana", "#team");
        await Team.ClockTo(At("2026-03-03 10:00"));
        var duty = new Duty();
        var asked = new List<OnDuty>();

        await Ask(async turn => asked.AddRange(await duty.Now(turn, TestDirectory.IdOf("chidi"), Team.Place("#team"))));

        Assert.That(asked.Select(each => each.Person), Is.EqualTo(new[] { TestDirectory.IdOf("dana"), TestDirectory.IdOf("ana") }));
        Assert.That(asked[0].Until, Is.EqualTo(At("2026-03-09 09:00")));
    }

    private async Task Ask(Func<Turn, Task> ask)
    {
        var caller = new Caller(AsyncBot.TestKit.Team.Workspace, TestDirectory.IdOf("chidi"), Team.Place("#team"), null, DateTimeZone.Utc, IsAdmin: false);
        var turn = new Turn("t", "t", caller, Team.Clock.GetCurrentInstant(), Team.Store, Team.Directory, new NumbersOfTurn(new Numbers(Team.Store, Team.Time)), default);
        await ask(turn);
    }

    [Test]
    public async Task Nothing_of_what_was_told_names_who_is_forgotten()
    {
        await Support();
        await Team.ClockTo(At("2026-03-09 10:00"));
        await Team.Does("ana", Team.Place("dm", "ana"), null, null, new InboundContent.Call(new ConfirmForget()));
        await Team.Advance(Duration.FromMinutes(1));

        var told = (await Team.Find(Told.Type, "support"))!;
        Assert.That(told.People.Concat(told.Channel!).Concat(told.HeadsUps.Select(each => each.Person)), Has.None.EqualTo(TestDirectory.IdOf("ana")));
    }

    [Test]
    public async Task A_guest_who_is_taken_out_sees_the_rotation_until_their_shift_is_over()
    {
        Team.Directory.Add("ana", "Europe/Lisbon", isGuest: true);
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall remove support @ana"), "Take them out");

        Assert.That((await Team.Says("ana", "dm", "oncall support")).Text, Does.StartWith("@Ana is on call"));
        await Team.ClockTo(At("2026-03-09 10:00"));
        Assert.That((await Team.Says("ana", "dm", "oncall support")).Text, Does.StartWith("There is no rotation called “support”"));
    }
}
