using AsyncBot.Core.Ideas;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class ForgetMeTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task Forgetting_asks_first()
    {
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
        var answer = await _team.Says("ana", "#team", "async forget me");

        Assert.That(answer.Text, Does.Contain("I delete the texts").And.Contain("former member").And.Contain("async export me"));
        Assert.That(answer.Labels, Is.EqualTo(new[] { "Forget me" }));
        Assert.That((await _team.Find(Idea.Type, "1"))!.Text, Is.EqualTo("Rotate the demo host"));
    }

    [Test]
    public async Task My_texts_go_from_the_posts_and_the_counts_stay()
    {
        await _team.Says("ana", "#team", "idea add My words");
        await _team.Says("ben", "#team", "idea add Words of Ben");
        await _team.Says("ana", "#team", "idea vote 2");
        await _team.Says("ben", "#team", "idea vote 1");
        await Forget("ana");

        Assert.That(_team.Posts("#team"), Is.EqualTo(new[]
        {
            "💡 #1 (removed) — a former member, 1 vote — dropped",
            "💡 #2 Words of Ben — @Ben, 1 vote",
        }));
        Assert.That((await _team.Says("ben", "#team", "idea show 2")).Text, Does.Contain("Votes: 1 (a former member)"));
        Assert.That(_team.Posts("@ben"), Has.None.Contains("dropped"));
    }

    [Test]
    public async Task Nothing_of_mine_is_left_in_the_database()
    {
        await _team.Says("ana", "#team", "idea add My words number one", key: "k1");
        await _team.Says("ana", "dm", "idea add My words in private");
        await _team.Says("ana", "#team", "idea edit 1 My words number two");
        await _team.Says("ana", "#team", "idea add My words that go");
        await _team.Says("ana", "#team", "idea delete 3");
        await _team.Says("ana", "#team", "idea vote " + string.Join(' ', Enumerable.Repeat("My words in a draft", 100)));
        await _team.Says("ben", "#team", "idea add Words of Ben");
        await _team.Says("ana", "#team", "idea drop 4 My words on why");
        await _team.Says("ben", "#team", "idea reopen 4");
        await _team.Says("ana", "#team", "idea done 4 My words on what came of it");
        await _team.PutsBulb("ana", _team.Writes("ben", "#team", "Another one of Ben"));
        await _team.PutsBulb("ben", _team.Writes("ana", "#team", "My words in a message"));
        await _team.Says("ana", "#oncall", "idea digest every day at 9");
        _team.Directory.Leave("ana", "#oncall");
        await _team.Says("sam", "#team", "async admin @ana");
        await _team.Presses("ana", await _team.Says("ana", "dm", "My words on a button"), "Save as an idea");
        await _team.Says("ana", "#team", "async export me");
        await Forget("ana");
        await _team.Advance(Duration.FromMinutes(11));

        var left = _team.Database().Split('\n').Where(row => row.Contains("U-ana", StringComparison.Ordinal) || row.Contains("My words", StringComparison.Ordinal));
        Assert.That(left, Is.Empty);
        Assert.That(_team.Database(), Does.Contain("Words of Ben"));
        Assert.That(_team.Posts("#team"), Has.None.Contains("My words"));
    }

    [Test]
    public async Task Also_what_was_kept_some_minutes_ago()
    {
        await _team.Says("ana", "#team", "idea add My words", key: "k1");
        await _team.Says("ana", "#team", "idea edit 1 My words and more");
        await _team.Says("ana", "#team", "idea vote " + string.Join(' ', Enumerable.Repeat("My words in a draft", 100)));
        await _team.Advance(Duration.FromSeconds(193));
        await Forget("ana");

        Assert.That(_team.Database(), Does.Not.Contain("My words"));
    }

    [Test]
    public async Task Others_can_still_take_back_what_they_did()
    {
        await _team.Says("ben", "#team", "idea add Words of Ben");
        var moved = await _team.Says("ben", "#team", "idea move 1 tasks");
        await Forget("ana");
        await _team.Presses("ben", moved, "Undo");

        Assert.That((await _team.Find(Idea.Type, "1"))!.Bucket, Is.EqualTo(Bucket.Ideas));
    }

    [Test]
    public async Task What_is_delivered_again_afterwards_still_does_not_count_again()
    {
        await _team.Says("ana", "#team", "idea add My words", key: "k1");
        await Forget("ana");
        await _team.Restart();
        var again = await _team.Says("ana", "#team", "idea add My words", key: "k1");

        Assert.That(again.Reply, Is.EqualTo(Reply.Nothing));
        Assert.That(_team.Database(), Does.Not.Contain("My words"));
    }

    [Test]
    public async Task A_message_of_mine_that_was_given_up_on_goes_too()
    {
        _team.Chat.Will(FaultKind.Refuse);
        await _team.Says("ana", "#team", "idea add My words");
        await Forget("ana");
        await _team.Advance(Duration.FromMinutes(11));

        Assert.That(_team.Database(), Does.Not.Contain("My words"));
    }

    [Test]
    public async Task A_long_history_is_forgotten_in_parts_also_across_a_restart()
    {
        await _team.AtOnce(Enumerable.Range(1, 450).Select(n => _team.Says(n % 2 == 0 ? "ana" : "ben", "#general", $"idea add Number {n}")));
        _team.Delivers = false;
        await Forget("ana");
        foreach (var part in await _team.Runner.Start(_team.Clock.GetCurrentInstant(), CancellationToken.None))
            await part;
        await _team.Restart();
        await _team.Settle();

        Assert.That(_team.Posts("#general").Count(post => post.Contains("@Ana", StringComparison.Ordinal)), Is.Zero);
        Assert.That(_team.Posts("#general").Count(post => post.Contains("@Ben", StringComparison.Ordinal)), Is.EqualTo(225));
    }

    private async Task Forget(string person) => await _team.Presses(person, await _team.Says(person, "#team", "async forget me"), "Forget me");
}
