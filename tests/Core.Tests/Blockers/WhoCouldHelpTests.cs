using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>Who is named to somebody who is blocked. It is Monday 2 March 2026, 09:00 UTC: Ana, Chidi and Dana are at work.</summary>
public sealed class WhoCouldHelpTests
{
    private readonly Rota _rota = new();
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open(new TeamOptions { Features = features => features.Part<IDuty, Rota>(), Parts = [_rota] });

    [TearDown]
    public async Task Close()
    {
        _rota.On.Clear();
        await _team.DisposeAsync();
    }

    [Test]
    public async Task Whoever_is_on_call_comes_first_with_the_reason()
    {
        _rota.On.Add(new OnDuty(TestDirectory.IdOf("dana"), $"on call for support", null));

        Assert.That(await Named(), Is.EqualTo("Could help now: @Dana (on call for support) and @Chidi."));
    }

    [Test]
    public async Task On_call_counts_outside_working_hours_but_not_in_an_absence()
    {
        _rota.On.Add(new OnDuty(TestDirectory.IdOf("sam"), $"on call for support", null));
        Assert.That(await Named(), Does.StartWith("Could help now: @Sam (on call for support), "));

        await _team.Says("sam", "dm", "online away until friday");
        Assert.That(await Named(), Is.EqualTo("Could help now: @Chidi and @Dana."));
    }

    [Test]
    public async Task Whoever_wants_to_be_asked_is_never_named()
    {
        _rota.On.Add(new OnDuty(TestDirectory.IdOf("dana"), $"on call for support", null));
        await _team.Says("dana", "dm", "online share off");

        Assert.That(await Named(), Is.EqualTo("Could help now: @Chidi."));
    }

    [Test]
    public async Task Whoever_is_active_now_comes_before_those_who_should_be_at_work()
    {
        _team.Presence.Knows("dana", Activity.Active);

        Assert.That(await Named(), Is.EqualTo("Could help now: @Dana and @Chidi."));
    }

    [TestCase("online focus 2h")]
    [TestCase("online away until friday")]
    public async Task Whoever_can_not_be_reached_is_not_named(string line)
    {
        await _team.Says("dana", "dm", line);

        Assert.That(await Named(), Is.EqualTo("Could help now: @Chidi."));
    }

    [Test]
    public async Task It_is_never_just_nobody()
    {
        await _team.ClockTo(Instant.FromUtc(2026, 3, 7, 12, 0));

        Assert.That(await Named(), Is.EqualTo(
            "Nobody else is at work now; next comes @Emi: Mon 9 Mar 2026, 09:00 Asia/Tokyo, for you Mon 9 Mar 2026, 00:00 Europe/Lisbon (in 1 day 12 h)."));
    }

    [Test]
    public async Task Where_nothing_is_known_of_anybody_it_says_so()
    {
        _team.Directory.AddChannel("two", "ana", "ben");
        await _team.Says("ben", "dm", "online share off");

        Assert.That((await _team.Says("ana", "#two", "blocker Stuck")).Text, Does.EndWith("I know of nobody else here and when they work. Who is around: online"));
    }

    [Test]
    public async Task What_is_private_finds_people_of_ones_channels()
    {
        _team.Directory.AddChannel("elsewhere", "lee");
        _team.Directory.Add("lee", "Europe/Lisbon");

        Assert.That((await _team.Says("ana", "dm", "blocker Stuck")).Text, Does.EndWith("Could help now: @Chidi and @Dana."));
    }

    [Test]
    public async Task A_channel_whose_people_nobody_says_does_not_stop_it()
    {
        _team.Directory.Silent.Add("#team");

        Assert.That(await Named(), Does.StartWith("I know of nobody else here"));
    }

    [Test]
    public async Task Who_is_on_call_is_asked_for_in_the_name_of_whoever_reads_it()
    {
        await _team.Says("ana", "#team", "blocker Stuck");
        await _team.Says("dana", "#team", "blocker nudge 1");

        Assert.That(_rota.Asker, Is.EqualTo(TestDirectory.IdOf("dana")));
    }

    private async Task<string> Named() => (await _team.Says("ana", "#team", "blocker Stuck")).Text.Split('\n')[1];

    private sealed class Rota : IDuty
    {
        public List<OnDuty> On { get; } = [];

        public PersonId Asker { get; private set; }

        public Task<IReadOnlyList<OnDuty>> Now(Turn turn, PersonId asker, ConversationId home)
        {
            Asker = asker;
            return Task.FromResult<IReadOnlyList<OnDuty>>([.. On]);
        }
    }
}
