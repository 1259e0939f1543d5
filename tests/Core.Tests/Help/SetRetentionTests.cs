using AsyncBot.Core.Ideas;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class SetRetentionTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

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
    public async Task Closed_tasks_go_too_and_what_showed_them_says_so()
    {
        await _team.Says("ana", "dm", "due add Send the deck by friday");
        await _team.Says("ana", "dm", "due add Book the room by friday");
        await _team.Says("dana", "#team", "due add Ask the bank by friday for @ben");
        await _team.Says("ana", "dm", "due done 1");
        await _team.Says("ben", "dm", "due decline 3");
        await _team.Says("sam", "#team", "async keep 10 days");
        await _team.Advance(Duration.FromDays(12));

        Assert.That((await _team.Says("ana", "dm", "due show 1")).Text, Does.StartWith("There is no due item 1 here."));
        Assert.That((await _team.Says("ana", "dm", "due show 2")).Text, Does.StartWith("Due #2"));
        Assert.That(_team.Database(), Does.Not.Contain("Send the deck").And.Not.Contain("Ask the bank"));
        Assert.That(_team.Posts("@ben"), Is.EqualTo(new[] { "#3 was removed." }));
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
        Assert.That((await _team.Says("sam", "#team", "async keep forever")).Text, Does.StartWith("Whatever is closed, such as done ideas and tasks, is kept until somebody deletes it."));
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
}
