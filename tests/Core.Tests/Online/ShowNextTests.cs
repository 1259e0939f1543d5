using AsyncBot.Core.Messages;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Online;

/// <summary>It is Monday 9 March 2026, 18:00 in Lisbon.</summary>
public sealed class ShowNextTests
{
    private Team _team = null!;

    [SetUp]
    public async Task A_team_in_the_evening()
    {
        _team = await Team.Open();
        foreach (var (person, zone, hours) in new[]
        {
            ("ana", "Europe/Lisbon", "mon-fri 9-17"), ("ben", "America/New_York", "mon-fri 9-17"), ("chidi", "Africa/Lagos", "mon-fri 9-17"), ("dana", "Asia/Kolkata", "mon-fri 10-18:30"),
            ("emi", "Asia/Tokyo", "mon-fri 9-18"), ("sam", "America/Los_Angeles", "mon-fri 12-20"),
        })
            _team.Directory.Add(person, zone, isAdmin: person == "sam", hours: hours);
        await _team.ClockTo(Instant.FromUtc(2026, 3, 9, 18, 0));
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task What_names_nobody_is_refused_without_an_offer_to_take_it_for_another_verb()
    {
        var refused = await _team.Says("ana", "#team", "online next nobody");

        Assert.That(refused.IsRefused);
        Assert.That(refused.Labels, Is.Empty);
    }

    [Test]
    public async Task They_come_in_order_on_both_clocks_without_those_who_are_here_or_come_later() =>
        Assert.That((await _team.Says("ana", "#team", "online next")).Text.Split('\n'), Is.EqualTo(new[]
        {
            "Who comes online in #team in the next 24 h",
            "@Sam: 12:00 America/Los_Angeles, for you Mon 9 Mar 2026, 19:00 Europe/Lisbon (in 1 h)",
            "@Emi: Tue 10 Mar 2026, 09:00 Asia/Tokyo, for you Tue 10 Mar 2026, 00:00 Europe/Lisbon (in 6 h)",
            "@Dana: Tue 10 Mar 2026, 10:00 Asia/Kolkata, for you Tue 10 Mar 2026, 04:30 Europe/Lisbon (in 10 h 30 min)",
            "@Chidi: Tue 10 Mar 2026, 09:00 Africa/Lagos, for you Tue 10 Mar 2026, 08:00 Europe/Lisbon (in 14 h)",
        }));

    [Test]
    public async Task Another_date_on_their_clock_is_said() =>
        Assert.That((await _team.Says("sam", "#team", "online next")).Text, Does.Contain("@Emi: Tue 10 Mar 2026, 09:00 Asia/Tokyo, for you Mon 9 Mar 2026, 17:00 America/Los_Angeles (in 6 h)"));

    [Test]
    public async Task A_channel_can_be_named_and_a_direct_message_is_about_all_of_mine()
    {
        Assert.That((await _team.Says("ana", "dm", "online next #oncall")).Text, Does.StartWith("Who comes online in #oncall in the next 24 h\n@Sam").And.Not.Contain("@Dana"));
        Assert.That((await _team.Says("ana", "dm", "online next")).Text.Split('\n').Count(line => line.StartsWith("@Dana", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_channel_that_one_is_not_in_tells_nothing() =>
        Assert.That((await _team.Says("dana", "dm", "online next #oncall")).IsRefused);

    [Test]
    public async Task Whoever_shares_nothing_or_is_active_or_lives_nobody_knows_where_is_not_named()
    {
        _team.Directory.Add("kim", null, hours: "mon-fri 9-17");
        _team.Directory.Join("kim", "team");
        await _team.Says("emi", "#team", "online share off");
        _team.Presence.Knows("sam", Activity.Active);

        Assert.That((await _team.Says("ana", "#team", "online next")).Text.Split('\n'), Has.Length.EqualTo(3).And.Some.StartWith("@Dana"));
    }

    [Test]
    public async Task Where_nobody_comes_soon_the_first_three_afterwards_are_named()
    {
        await _team.ClockTo(Instant.FromUtc(2026, 3, 14, 6, 0));

        Assert.That((await _team.Says("ana", "#team", "online next")).Text.Split('\n').Select(line => line.Split(", for you")[0]), Is.EqualTo(new[]
        {
            "Nobody comes online in #team in the next 24 h. First afterwards",
            "@Emi: Mon 16 Mar 2026, 09:00 Asia/Tokyo", "@Dana: Mon 16 Mar 2026, 10:00 Asia/Kolkata", "@Chidi: Mon 16 Mar 2026, 09:00 Africa/Lagos",
        }));
    }

    [Test]
    public async Task Twenty_are_named_and_the_rest_counted()
    {
        _team.Directory.AddChannel("crowd", "ana");
        for (var n = 0; n < 25; n++)
        {
            _team.Directory.Add($"p{n}", "Asia/Tokyo", hours: "mon-fri 9-18");
            _team.Directory.Join($"p{n}", "crowd");
        }

        Assert.That((await _team.Says("ana", "#crowd", "online next")).Text.Split('\n'), Has.Length.EqualTo(22).And.Some.EqualTo("And 5 more within 24 h."));
    }

    [Test]
    public async Task Where_nobody_will_come_it_says_so()
    {
        _team.Directory.AddChannel("alone", "ana");

        Assert.That((await _team.Says("ana", "#alone", "online next")).Text, Does.StartWith("I don’t know of anybody else in #alone"));
    }

    [TestCase("#nowhere")]
    [TestCase("#oncall")]
    public async Task A_channel_that_one_is_not_in_is_as_one_that_is_not_there(string channel)
    {
        var answer = await _team.Says("dana", "#team", $"online next {channel}");

        Assert.That((answer.IsRefused, answer.Text.Split('\n')[0]), Is.EqualTo((true, $"“{channel}” should be a channel that you are in, such as #team. Try: online next #team")));
    }
}
