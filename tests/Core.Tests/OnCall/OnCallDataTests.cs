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
    private static readonly string[] Kinds =
        ["document team\u0001rotation", "entry team\u0001rotation", "document team\u0001page\u0001", "entry team\u0001page\u0001"];

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
        Assert.That(News("@ana")[^2], Is.EqualTo("🚨 a former member needs support: (removed) a former member called it off"));
        Assert.That(News("@ana")[^1], Does.StartWith("a former member takes no more turns in support. Yours now from Mon 16 Mar 2026"));
        Assert.That(Team.Database(), Does.Not.Contain("4711"));
        Assert.That(Rows("U-emi"), Is.Empty);
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

    [Test]
    public async Task Who_is_forgotten_is_in_no_user_group_that_was_told_of()
    {
        await Create("oncall new desk @ana @ben every week at 9:00 from 2026-03-02 New York hours mon-fri 9-17");
        await Team.Says("ben", "#oncall", "oncall group desk @desk");
        await Team.ClockTo(At("2026-03-07 12:00"));
        Assert.That(Rows("desk: U-ana"), Is.Not.Empty);
        await Forget("ana");

        Assert.That(Rows("U-ana"), Is.Empty);
    }

    [Test]
    public async Task Who_was_asked_for_cover_directly_can_be_forgotten()
    {
        await Create("oncall new solo @ana @ben every week at 9:00 from 2026-03-02 New York", "ana", "dm");
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("ana", "dm", "oncall cover solo from thursday 14:00 to thursday 20:00");
        Assert.That(News("@ben")[^1], Does.StartWith("🙋 @Ana asks for cover"));
        await Forget("ben");

        Assert.That(Rows("U-ben"), Is.Empty);
    }

    [Test]
    public async Task The_request_of_who_is_forgotten_names_nobody()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        await Team.Says("ana", "#oncall", "oncall cover support from thursday 14:00 to thursday 20:00");
        var asked = Team.LastPost("#oncall");
        await Forget("ana");

        Assert.That(Team.TextOf(asked), Does.StartWith("a former member no longer needs cover in support from Thu 5 Mar 2026, 09:00"));
    }

    [Test]
    public async Task What_was_told_of_a_rotation_goes_with_it_once_that_can_not_be_taken_back_any_more()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        var channel = News("#oncall").Count;
        var deleted = await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall delete support"), "Delete it");
        await Team.Advance(Duration.FromMinutes(9));
        await Team.Presses("ben", deleted, "Undo");
        await Team.Advance(Duration.FromHours(1));
        Assert.That(News("#oncall", channel).Select(line => line[..16]), Is.EqualTo(new[] { "@Ben deleted the", "🔁 @Ana is on ca" }));

        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall delete support"), "Delete it");
        await Team.Advance(Duration.FromHours(1));
        Assert.That(await Team.Find(Told.Type, "support"), Is.Null);
    }

    [Test]
    public async Task An_open_page_ends_with_who_asked_and_nothing_is_sent_to_nobody()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("chidi", "#team", "oncall page support The checkout is down");
        var page = Team.LastPost("@ana");
        await Forget("chidi");
        var (channel, ben) = (News("#oncall").Count, News("@ben").Count);
        await Team.Advance(Duration.FromHours(1));

        Assert.That(News("#oncall", channel).Concat(News("@ben", ben)), Is.Empty);
        Assert.That(Team.Now(page).Card.AllButtons, Is.Empty);
        Assert.That(ToNobody(), Is.Empty);
    }

    [Test]
    public async Task A_user_group_that_fails_is_no_news_for_an_owner_who_was_forgotten()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("ben", "#oncall", "oncall group support @support-oncall");
        await Forget("ben");
        Team.Chat.RefusesGroups = "only admins may change user groups here";
        await Team.ClockTo(At("2026-03-20 10:00"));

        Assert.That(ToNobody(), Is.Empty);
    }

    private async Task Forget(string person)
    {
        await Team.Does(person, Team.Place("dm", person), null, null, new InboundContent.Call(new ConfirmForget()));
        await Team.Advance(Duration.FromMinutes(1));
    }

    /// <summary>What is stored of rotations and pages with some words in it.</summary>
    private IEnumerable<string> Rows(string words) => Team.Database().Split('\n').Where(row => row.Contains(words, StringComparison.Ordinal)
        && Kinds.Any(kind => row.StartsWith(kind, StringComparison.Ordinal)));

    private IEnumerable<Message> ToNobody() => Team.Chat.Messages.Where(message => message.In == ConversationId.Of(PersonId.Former));
}
