using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class ShowSettingsTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task The_settings_name_admins_zone_bulbs_and_how_long_things_are_kept()
    {
        Assert.That((await _team.Says("ana", "#team", "async settings")).Text.Split('\n'), Is.EqualTo(new[]
        {
            "Settings",
            "Admins: @Sam",
            "Zone for people without one: UTC",
            "💡 on a message captures it: in every channel",
            "Whatever is closed, such as done ideas: kept until somebody deletes it",
            "My answers: kept for 24 hours, so that a command that is delivered twice counts once",
            "What Undo needs: kept for 10 minutes",
            "Presence: never stored",
            "Admins can change these.",
        }));

        foreach (var line in new[] { "async admin @emi", "async zone europe/lisbon", "async bulb off in #oncall", "async keep 30 days" })
            Assert.That((await _team.Says("sam", "#team", line)).IsRefused, Is.False);

        var after = (await _team.Says("emi", "#team", "async settings")).Text;
        Assert.That(after, Does.Contain("Admins: @Sam, @Emi").And.Contain("Zone for people without one: Europe/Lisbon")
            .And.Contain("everywhere but in #oncall").And.Contain("deleted after 30 days").And.Contain("async undelivered"));
        Assert.That((await _team.Says("chidi", "#team", "async settings")).Text, Does.Contain("in every channel").And.Not.Contain("oncall"));
    }
}
