using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>Who gets which calendar, and until when.</summary>
public sealed class FeedTests
{
    private static readonly PersonId Ana = TestDirectory.IdOf("ana");
    private static readonly PersonId Ben = TestDirectory.IdOf("ben");

    private Team _team = null!;
    private FeedReader _reader = null!;

    [SetUp]
    public async Task Open()
    {
        _team = await Team.Open();
        _reader = new FeedReader(_team.Store, _team.Directory, _team.Clock);
        await Rotations.Put(_team, "Payments", Rotations.Weekly(Ana, Ben));
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task My_calendar_has_my_shifts_of_every_rotation_and_nobody_elses_name()
    {
        await Rotations.Put(_team, "Support", Rotations.Weekly(Ben, Ana));
        await Rotations.Put(_team, "Office", new Plan([Rotations.Weekly(Ben).Layers[0]]));

        var calendar = await Read(await _team.Says("ana", "dm", "oncall calendar"));

        Assert.That(calendar!.Name, Is.EqualTo("Ana: on call"));
        Assert.That(calendar.Events.Select(shown => shown.Summary).Distinct(), Is.EquivalentTo(new[] { "On call: Payments", "On call: Support" }));
        Assert.That(calendar.Events.Select(shown => shown.Uid), Is.Unique.And.All.EndsWith("@asyncbot"));
        var mine = new Schedule(Rotations.Weekly(Ana, Ben)).Shifts(Start, Start + Duration.FromDays(300)).Where(shift => shift.Person == Ana).Select(shift => shift.Start);
        Assert.That(calendar.Events.Where(shown => shown.Summary.EndsWith("Payments", StringComparison.Ordinal)).Select(shown => shown.Start), Is.SupersetOf(mine));
    }

    [Test]
    public async Task A_rotations_calendar_has_everybodys_shifts_from_four_weeks_back_to_a_year_ahead()
    {
        var calendar = (await Read(await _team.Says("emi", "#team", "oncall calendar payments")))!;

        Assert.That(calendar.Name, Is.EqualTo("Payments: on call"));
        Assert.That(calendar.Events.Select(shown => shown.Summary).Distinct(), Is.EquivalentTo(new[] { "Payments: Ana", "Payments: Ben" }));
        Assert.That(calendar.Events[0].End, Is.GreaterThan(Start - Duration.FromDays(29)).And.LessThan(Start - Duration.FromDays(20)));
        Assert.That(calendar.Events[^1].Start, Is.GreaterThan(Start + Duration.FromDays(358)));
        Assert.That(calendar.Events.Zip(calendar.Events.Skip(1)).All(pair => pair.First.End == pair.Second.Start), Is.True);
    }

    [Test]
    public async Task The_link_stays_until_a_new_one_is_made_and_then_shows_nothing_any_more()
    {
        var first = await _team.Says("ana", "dm", "oncall calendar");
        var again = await _team.Says("ana", "#team", "oncall calendar");
        var renewed = await _team.Presses("ana", again, "New link");

        Assert.That(TokenOf(again), Is.EqualTo(TokenOf(first)));
        Assert.That(await Read(first), Is.Null);
        Assert.That(await Read(renewed), Is.Not.Null);
        Assert.That(renewed.Text, Does.StartWith("The old link shows nothing any more."));
        Assert.That(await Read(await _team.Says("ana", "dm", "oncall renew payments")), Has.Property("Name").EqualTo("Payments: on call"));
        Assert.That(await Read(renewed), Is.Not.Null, "a rotation's link is another one");
    }

    [Test]
    public async Task Everybody_has_a_link_of_their_own()
    {
        var (ana, ben) = (await _team.Says("ana", "#team", "oncall calendar payments"), await _team.Says("ben", "#team", "oncall calendar payments"));

        Assert.That(TokenOf(ana), Is.Not.EqualTo(TokenOf(ben)));
        await _team.Says("ana", "#team", "oncall renew payments");
        Assert.That((await Read(ana), await Read(ben) is not null), Is.EqualTo(((Calendar?)null, true)));
    }

    [Test]
    public async Task Whoever_left_sees_nothing_and_neither_does_anybody_of_a_rotation_that_is_gone()
    {
        var (mine, payments) = (await _team.Says("ana", "dm", "oncall calendar"), await _team.Says("ben", "dm", "oncall calendar payments"));
        _team.Directory.Add("ana", "Europe/Lisbon", isGone: true);
        await Rotations.Remove(_team, "Payments");

        Assert.That((await Read(mine), await Read(payments)), Is.EqualTo(((Calendar?)null, (Calendar?)null)));
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("not base64!")]
    [TestCase("dGVhbSBub3RoaW5n")]
    [TestCase("dGVhbQ")]
    public async Task A_guess_is_no_calendar(string token) => Assert.That(await _reader.Find(token, default), Is.Null);

    [Test]
    public async Task A_link_of_one_workspace_opens_nothing_in_another()
    {
        var token = FeedToken.Read(TokenOf(await _team.Says("ana", "dm", "oncall calendar")))!.Value;

        Assert.That(await _reader.Find(token.ToString(), default), Is.Not.Null);
        Assert.That(await _reader.Find((token with { Workspace = new WorkspaceId("other") }).ToString(), default), Is.Null);
    }

    [Test]
    public async Task A_calendar_changes_with_the_schedule_and_the_day_alone()
    {
        var answer = await _team.Says("ana", "dm", "oncall calendar payments");
        var before = await Read(answer);
        await _team.Advance(Duration.FromHours(3));

        Assert.That((await Read(answer))!.Events, Is.EqualTo(before!.Events));
        Assert.That(before.Events.Select(shown => shown.Changed), Is.All.EqualTo(Start));
        Assert.That(before.Events.Select(shown => shown.Description), Is.All.Empty);
    }

    [Test]
    public async Task An_override_is_in_both_calendars_at_once()
    {
        var (ana, ben) = (await _team.Says("ana", "dm", "oncall calendar"), await _team.Says("ben", "dm", "oncall calendar"));
        var (from, to) = (Start + Duration.FromDays(15), Start + Duration.FromDays(16));
        var before = (await Read(ana))!.Events;
        await Rotations.Put(_team, "Payments", Rotations.Weekly(Ana, Ben) with { Overrides = [new Override(1, Ben, from, to)] });

        Assert.That((await Read(ana))!.Events.Where(shown => shown.Start < to && shown.End > from), Is.Empty);
        Assert.That((await Read(ben))!.Events.Where(shown => shown.Start <= from && shown.End >= to).Select(shown => shown.Description), Is.EqualTo(new[] { "By an override." }));
        Assert.That((await Read(ana))!.Events.Select(shown => shown.Uid), Is.SupersetOf(before.Select(shown => shown.Uid)), "what is left of a shift keeps its name");
    }

    [Test]
    public async Task When_something_was_changed_is_told_whatever_changed_it()
    {
        var preview = await _team.Says("ana", "#oncall", "oncall new support @ana @ben every monday at 9:00 from 2026-03-02 New York");
        await _team.Presses("ana", preview, "Create");
        var link = await _team.Says("ana", "dm", "oncall calendar support");
        var made = _team.Clock.GetCurrentInstant();

        Assert.That((await Read(link))!.Events.Select(shown => shown.Changed), Is.All.EqualTo(made));
        await _team.Advance(Duration.FromMinutes(5));
        var overridden = await _team.Says("ana", "#oncall", "oncall override support @emi from wednesday 9:00 to thursday 9:00");
        Assert.That((await Read(link))!.Events.Select(shown => (shown.Summary, shown.Changed)), Does.Contain(("support: Emi", made + Duration.FromMinutes(5))));
        await _team.Advance(Duration.FromMinutes(5));
        await _team.Presses("ana", overridden, "Undo");
        Assert.That((await Read(link))!.Events.Select(shown => shown.Changed), Is.All.EqualTo(made + Duration.FromMinutes(10)));
    }

    [Test]
    public async Task My_shifts_come_with_the_link()
    {
        var mine = await _team.Says("ana", "#team", "oncall mine");

        Assert.That(await Read(mine), Has.Property("Name").EqualTo("Ana: on call"));
        Assert.That(mine.Labels, Does.Contain("New link"));
        Assert.That(TokenOf(await _team.Says("ana", "dm", "oncall calendar")), Is.EqualTo(TokenOf(mine)));
    }

    [Test]
    public async Task A_guest_sees_the_rotations_in_which_they_take_turns()
    {
        var (ben, emi) = (await _team.Says("ben", "dm", "oncall calendar payments"), await _team.Says("emi", "dm", "oncall calendar payments"));
        _team.Directory.Add("ben", "America/New_York", isGuest: true);
        _team.Directory.Add("emi", "Asia/Tokyo", isGuest: true);

        Assert.That((await Read(ben) is not null, await Read(emi)), Is.EqualTo((true, (Calendar?)null)));
    }

    [Test]
    public async Task Without_a_public_address_the_answer_says_that_it_works_here_only()
    {
        Assert.That((await _team.Says("ana", "dm", "oncall calendar")).Text, Does.Not.Contain("PublicUrl"));
        _team.CalendarHost.IsPublic = false;

        Assert.That((await _team.Says("ana", "dm", "oncall calendar")).Text, Does.Contain("It works on this machine only").And.Contain("PublicUrl"));
    }

    [Test]
    public async Task A_rotation_that_is_not_there_is_named_with_what_works()
    {
        var refused = await _team.Says("ana", "dm", "oncall calendar nonsense");

        Assert.That(refused.Text, Does.Contain("nonsense"));
    }

    [Test]
    public async Task An_export_knows_of_links_without_telling_them_and_forgetting_ends_them()
    {
        var link = await _team.Says("ana", "dm", "oncall calendar");
        await _team.Says("ana", "dm", "async export me");

        Assert.That(_team.LastPost("@ana").File, Does.Contain("\"calendars\"").And.Not.Contain(FeedToken.Read(TokenOf(link))!.Value.Secret));
        await _team.Presses("ana", await _team.Says("ana", "dm", "async forget me"), "Forget me");
        Assert.That(await Read(link), Is.Null);
    }

    private static Instant Start => Team.Start;

    private static string TokenOf(Heard answer) => CalendarHost.TokenIn(answer.Text);

    private Task<Calendar?> Read(Heard answer) => _reader.Find(TokenOf(answer), default);
}
