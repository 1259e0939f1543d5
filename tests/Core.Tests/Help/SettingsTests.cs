using AsyncBot.Core.Ideas;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class SettingsTests
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
            "Done, dropped and merged ideas: kept until somebody deletes them",
            "What I said to each delivery: kept for 24 hours, so that a repeated one changes nothing",
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
    public async Task Decided_ideas_go_after_the_days_that_were_set_and_open_ones_stay()
    {
        await _team.Says("ana", "#team", "idea add Done one");
        await _team.Says("ana", "#team", "idea add Open one");
        await _team.Says("ana", "#team", "idea done 1");
        await _team.Advance(Duration.FromDays(5));
        await _team.Says("ana", "#team", "idea add Dropped later");
        await _team.Says("ana", "#team", "idea drop 3");
        await _team.Says("sam", "#team", "async keep 10 days");

        await _team.Advance(Duration.FromDays(4));
        Assert.That(await _team.Find(Idea.Type, "1"), Is.Not.Null);
        await _team.Advance(Duration.FromDays(2));
        Assert.That(await _team.Find(Idea.Type, "1"), Is.Null);
        Assert.That(await _team.Find(Idea.Type, "3"), Is.Not.Null);
        await _team.Advance(Duration.FromDays(5));
        Assert.That(await _team.Find(Idea.Type, "3"), Is.Null);
        await _team.Advance(Duration.FromDays(400));
        Assert.That(await _team.Find(Idea.Type, "2"), Is.Not.Null);
        Assert.That(_team.Posts("@ana"), Is.Empty, "what is cleared away by a setting is no news");
    }

    [Test]
    public async Task Many_are_cleared_in_parts()
    {
        Assert.That((await _team.Says("sam", "#team", "async keep 1 days")).Text, Does.Contain("deleted 1 day after"));
        Assert.That((await _team.Says("sam", "#team", "async settings")).Text, Does.Contain("deleted after 1 day\n"));
        await _team.AtOnce(Enumerable.Range(1, 205).Select(n => _team.Says("ana", "#team", $"idea add Number {n}")));
        await _team.AtOnce(Enumerable.Range(1, 205).Select(n => _team.Says("ana", "#team", $"idea drop {n}")));
        await _team.Advance(Duration.FromDays(3));
        Assert.That(_team.Database(), Does.Not.Contain("Number 1"));
        Assert.That(_team.Posts("#team"), Is.All.EndsWith("was deleted."));
    }

    [Test]
    public async Task Forever_stops_it()
    {
        await _team.Says("sam", "#team", "async keep 1 day");
        await _team.Says("ana", "#team", "idea add One");
        await _team.Says("ana", "#team", "idea drop 1");
        Assert.That((await _team.Says("sam", "#team", "async keep forever")).Text, Does.StartWith("Done, dropped and merged ideas are kept until somebody deletes them."));
        await _team.Advance(Duration.FromDays(30));

        Assert.That(await _team.Find(Idea.Type, "1"), Is.Not.Null);
        Assert.That(await _team.NextDue(), Is.Null);
    }

    [Test]
    public async Task Other_settings_do_not_put_the_clearing_off()
    {
        await _team.Says("ana", "#team", "idea add One");
        await _team.Says("ana", "#team", "idea drop 1");
        await _team.Says("sam", "#team", "async keep 2 days");
        for (var n = 0; n < 8; n++)
        {
            await _team.Advance(Duration.FromHours(12));
            await _team.Says("sam", "#team", n % 2 == 0 ? "async bulb off" : "async bulb on");
        }

        Assert.That(await _team.Find(Idea.Type, "1"), Is.Null);
    }

    [TestCase("async keep 0 days")]
    [TestCase("async keep 36501")]
    [TestCase("async keep ten days")]
    [TestCase("async keep 30 years")]
    [TestCase("async keep")]
    public async Task What_is_no_number_of_days_is_refused(string line)
    {
        var answer = await _team.Says("sam", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("async keep 365 days"));
    }

    [Test]
    public async Task The_bulb_belongs_to_a_channel()
    {
        Assert.That((await _team.Says("sam", "dm", "async bulb off")).Text, Does.StartWith("Which channel?"));
        Assert.That((await _team.Says("sam", "#team", "async bulb on")).Text, Does.StartWith("It is on in #team already."));
        Assert.That((await _team.Says("sam", "dm", "async bulb off in #team")).IsRefused, Is.False);
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
