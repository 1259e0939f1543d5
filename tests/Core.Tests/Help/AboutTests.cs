using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class AboutTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task About_names_version_store_platforms_and_time_zone_data() =>
        Assert.That((await _team.Says("ana", "#team", "async about")).Text, Does.StartWith("AsyncBot 1.2.3\nStore: LiteDb\nPlatforms: tests\nTime zone data: ")
            .And.Contain(DateTimeZoneProviders.Tzdb.VersionId));
}
