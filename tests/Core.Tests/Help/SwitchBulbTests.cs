using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class SwitchBulbTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task The_bulb_belongs_to_a_channel()
    {
        Assert.That((await _team.Says("sam", "dm", "async bulb off")).Text, Does.StartWith("Which channel?"));
        Assert.That((await _team.Says("sam", "#team", "async bulb on")).Text, Does.StartWith("It is on in #team already."));
        Assert.That((await _team.Says("sam", "dm", "async bulb off in #team")).IsRefused, Is.False);
    }
}
