using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class AppointAdminTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task Somebody_made_an_admin_is_one_at_once_until_it_is_taken_back()
    {
        await _team.Says("sam", "#team", "async admin @ana");
        Assert.That((await _team.Says("ana", "#team", "async keep 30 days")).IsRefused, Is.False);
        Assert.That((await _team.Says("sam", "#team", "async admin @ana")).Text, Does.Contain("is an admin already"));

        await _team.Says("sam", "#team", "async admin @ana off");
        Assert.That((await _team.Says("ana", "#team", "async keep 30 days")).IsRefused);
        Assert.That((await _team.Says("sam", "#team", "async admin @sam off")).IsRefused);
        Assert.That((await _team.Says("sam", "#team", "async admin @nobody")).Text, Does.Contain("should be the name of somebody here"));
    }
}
