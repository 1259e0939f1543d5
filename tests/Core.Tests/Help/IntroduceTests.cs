using AsyncBot.Core.Commands;
using AsyncBot.Core.Help;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class IntroduceTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task Invited_to_a_channel_it_introduces_itself_once_in_three_lines()
    {
        await _team.Does("ana", Team.Place("#team"), null, null, new InboundContent.Call(new Introduce()));
        await _team.Does("ben", Team.Place("#team"), null, null, new InboundContent.Call(new Introduce()));

        Assert.That(_team.Posts("#team").Single().Split('\n'), Has.Length.EqualTo(3));
    }
}
