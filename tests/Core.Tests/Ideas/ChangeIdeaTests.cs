using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

/// <summary>What holds for every verb that changes an idea.</summary>
public sealed class ChangeIdeaTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Ideas_of_Ana()
    {
        _team = await Team.Open();
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
        await _team.Says("ana", "#team", "idea add Buy a coffee machine");
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("idea edit 1 Better words", "edited your idea #1. It says now: Better words")]
    [TestCase("idea move 1 tasks", "moved your idea #1 “Rotate the demo host” to tasks")]
    [TestCase("idea done 1 In the handbook", "is done: In the handbook")]
    [TestCase("idea drop 1 Too costly", "is dropped: Too costly")]
    [TestCase("idea delete 1", "deleted your idea #1")]
    [TestCase("idea merge 1 into 2", "merged your idea #1 “Rotate the demo host” into #2")]
    public async Task The_author_is_told_of_what_somebody_else_did(string line, string news)
    {
        await _team.Says("sam", "#team", line);

        Assert.That(_team.Posts("@ana"), Has.Some.StartsWith("@Sam").And.Some.Contains(news));
    }

    [Test]
    public async Task The_author_is_told_when_it_is_open_again()
    {
        await _team.Says("ana", "#team", "idea drop 1");
        await _team.Says("ben", "#team", "idea reopen 1");

        Assert.That(_team.Posts("@ana"), Is.EqualTo(new[] { "@Ben reopened your idea #1 “Rotate the demo host”." }));
    }

    [Test]
    public async Task The_authors_of_both_are_told_of_a_merge()
    {
        await _team.Says("emi", "#team", "idea add Rotate the hosts of the demo");
        await _team.Says("ben", "#team", "idea merge 3 into 1");

        Assert.That(_team.Posts("@emi"), Has.Exactly(1).Contains("merged your idea #3"));
        Assert.That(_team.Posts("@ana"), Has.Exactly(1).Contains("merged idea 3 into your idea #1"));
    }

    [TestCase("idea edit 1 Better words")]
    [TestCase("idea move 1 tasks")]
    [TestCase("idea done 1 In the handbook")]
    [TestCase("idea drop 1")]
    [TestCase("idea delete 1")]
    [TestCase("idea merge 1 into 2")]
    [TestCase("idea vote 1")]
    public async Task The_author_is_not_told_of_their_own_changes(string line)
    {
        await _team.Says("ana", "#team", line);

        Assert.That(_team.Posts("@ana"), Is.Empty);
    }

    [TestCase("idea edit 1 Better words", "💡 #1 Better words — @Ana, no votes yet")]
    [TestCase("idea move 1 tasks", "💡 #1 Rotate the demo host — @Ana, no votes yet, in tasks")]
    [TestCase("idea done 1 In the handbook", "💡 #1 Rotate the demo host — @Ana, no votes yet — done: In the handbook")]
    [TestCase("idea done 1", "💡 #1 Rotate the demo host — @Ana, no votes yet — done")]
    [TestCase("idea drop 1 Too costly", "💡 #1 Rotate the demo host — @Ana, no votes yet — dropped: Too costly")]
    [TestCase("idea merge 1 into 2", "💡 #1 Rotate the demo host — @Ana, no votes yet — merged into #2")]
    [TestCase("idea delete 1", "💡 #1 was deleted.")]
    public async Task The_posted_line_shows_the_present_state(string line, string shown)
    {
        await _team.Says("ana", "#team", line);

        Assert.That(_team.Posts("#team")[0], Is.EqualTo(shown));
    }

    [TestCase("idea edit 1 Better words", "edit")]
    [TestCase("idea delete 1", "delete")]
    public async Task Words_belong_to_their_author(string line, string verb)
    {
        var answer = await _team.Says("ben", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith($"Idea 1 is @Ana’s; only they or an admin can {verb} it.").And.Contain("idea vote 1"));
        Assert.That(_team.Posts("#team")[0], Does.Contain("Rotate the demo host"));
    }

    [TestCase("idea move 1 tasks")]
    [TestCase("idea done 1")]
    [TestCase("idea drop 1")]
    [TestCase("idea merge 1 into 2")]
    [TestCase("idea vote 1")]
    public async Task The_rest_is_for_every_member_of_the_home(string line) =>
        Assert.That((await _team.Says("chidi", "#team", line)).IsRefused, Is.False);

    [Test]
    public async Task An_unknown_bucket_is_refused_with_those_that_exist()
    {
        var answer = await _team.Says("ana", "#team", "idea move 1 nowhere");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("“nowhere” should be one of ideas, tasks, discussion.").And.Contain("Try: idea move 12 tasks"));
    }

    [TestCase("idea move 1 ideas", "is in ideas already")]
    [TestCase("idea edit 1 Rotate the demo host", "says that already")]
    [TestCase("idea reopen 1", "is open already")]
    [TestCase("idea merge 1 into 1", "into itself")]
    public async Task What_changes_nothing_is_said_to_change_nothing(string line, string said)
    {
        var before = _team.Store.Commits;
        var answer = await _team.Says("ana", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain(said));
        Assert.That(_team.Store.Commits, Is.EqualTo(before));
    }

    [TestCase("idea edit It is better now", "Idea 1 now says: It is better now")]
    [TestCase("idea move tasks", "to tasks")]
    [TestCase("idea done In the handbook", "Idea 1 is done: In the handbook")]
    [TestCase("idea drop", "Idea 1 is dropped")]
    [TestCase("idea show", "Idea #1")]
    [TestCase("idea delete", "Deleted idea 1")]
    [TestCase("idea merge into 2", "Merged idea 1 into #2")]
    [TestCase("idea 1 is mine", "#3 saved")]
    public async Task In_its_own_thread_the_number_may_be_left_out(string line, string said)
    {
        var answer = await _team.Says("ana", "#team", line, thread: _team.Messages("#team")[0]);

        Assert.That(answer.Text, Does.Contain(said));
    }

    [Test]
    public async Task A_decision_of_2001_characters_is_refused_with_the_limit()
    {
        var answer = await _team.Says("ana", "#team", "idea done 1 " + new string('x', 2_001));

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("at most 2,000").And.Contain("2,001"));
    }

    [Test]
    public async Task A_merge_keeps_everybodys_vote_once()
    {
        foreach (var (person, number) in new[] { ("ben", 1), ("emi", 1), ("emi", 2), ("dana", 2) })
            await _team.Says(person, "#team", $"idea vote {number}");
        var answer = await _team.Says("ana", "#team", "idea merge 1 into 2");

        Assert.That(answer.Text, Does.Contain("has 3 votes"));
        Assert.That(_team.Posts("#team")[1], Is.EqualTo("💡 #2 Buy a coffee machine — @Ana, 3 votes"));
        Assert.That((await _team.Says("ben", "#team", "idea vote 1")).Text, Does.Contain("merged into 2").And.Contain("idea show 2"));
    }

    [Test]
    public async Task Ideas_of_different_homes_can_not_be_merged()
    {
        await _team.Says("ana", "#oncall", "idea add Rotate the pager");
        var answer = await _team.Says("ana", "#team", "idea merge 3 into 1");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("live in different places"));
    }

    [Test]
    public async Task A_private_idea_is_shared_by_its_author_and_posted()
    {
        await _team.Says("ana", "dm", "idea add Ask for a raise");
        var answer = await _team.Says("ana", "dm", "idea share 3 in #oncall");

        Assert.That(answer.Text, Does.Contain("in #oncall"));
        Assert.That(_team.Posts("#oncall"), Is.EqualTo(new[] { "💡 #3 Ask for a raise — @Ana, no votes yet" }));
        Assert.That((await _team.Says("ana", "dm", "idea share 3 in #team")).IsRefused);
        Assert.That((await _team.Says("ben", "#oncall", "idea list")).Text, Does.Contain("Ask for a raise"));
    }

    [TestCase("idea delete 3")]
    [TestCase("idea edit 3 Nothing to see")]
    public async Task A_message_that_was_given_up_on_keeps_no_earlier_text(string line)
    {
        _team.Chat.Will(FaultKind.Refuse);
        await _team.Says("ana", "#team", "idea add My password is hunter2");
        await _team.Says("ana", "#team", line);
        await _team.Advance(Duration.FromMinutes(11));

        Assert.That(_team.Database(), Does.Not.Contain("hunter2"));
    }
}
