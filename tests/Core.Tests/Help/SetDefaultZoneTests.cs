using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class SetDefaultZoneTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task The_zone_is_for_people_whose_platform_says_none()
    {
        _team.Directory.Add("zoe", null);
        _team.Directory.Join("zoe", "#team");
        await _team.Says("sam", "#team", "async zone asia/tokyo");

        Assert.That((await _team.Says("zoe", "#team", "idea digest every monday at 9")).Text, Does.Contain("09:00 Asia/Tokyo"));
        Assert.That((await _team.Says("sam", "#team", "async zone new york")).Text, Does.StartWith("People without a zone of their own are on America/New_York time now."));
        var near = await _team.Says("sam", "#team", "async zone Europe/Lisbn");
        Assert.That((await _team.Presses("sam", near, "Europe/Lisbon")).Text, Does.Contain("on Europe/Lisbon time now."));
        Assert.That((await _team.Says("sam", "#team", "async zone Mars/Olympus")).Text, Does.StartWith("“Mars/Olympus” is no time zone that I know. Try: async zone Europe/Lisbon"));
    }

    [Test]
    public async Task A_zone_that_an_admin_said_is_known_also_where_it_is_UTC()
    {
        _team.Directory.Add("zoe", null);
        _team.Directory.Join("zoe", "#team");
        await _team.Says("sam", "#team", "async keep 30 days");
        Assert.That((await _team.Says("ana", "#team", "online @zoe")).Text, Does.Contain("I don’t know their time zone"));
        var answer = await _team.Says("sam", "#team", "async zone UTC");
        Assert.That((await _team.Says("ana", "#team", "online @zoe")).Text, Does.Contain("@Zoe, 09:00 UTC: at work"));

        await _team.Presses("sam", answer, "Undo");
        Assert.That((await _team.Says("ana", "#team", "online @zoe")).Text, Does.Contain("I don’t know their time zone"));
    }
}
