using AsyncBot.Core.Ideas;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class VoteForIdeaTests
{
    private Team _team = null!;

    [SetUp]
    public async Task An_idea_of_Ana()
    {
        _team = await Team.Open();
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("idea vote 1")]
    [TestCase("idea vote #1")]
    [TestCase("/idea vote 1")]
    public async Task A_vote_is_counted_in_the_answer_and_in_the_posted_line(string line)
    {
        var answer = await _team.Says("ben", "#team", line);

        Assert.That(answer.Text, Does.Contain("#1 “Rotate the demo host”").And.Contain("1 vote"));
        Assert.That(_team.Posts("#team"), Is.EqualTo(new[] { "💡 #1 Rotate the demo host — @Ana, 1 vote" }));
    }

    [Test]
    public async Task The_button_is_the_same()
    {
        await _team.Presses("ben", _team.LastPost("#team"), "Vote");
        await _team.Presses("emi", _team.LastPost("#team"), "Vote");

        Assert.That(_team.Posts("#team")[0], Does.EndWith("2 votes"));
    }

    [Test]
    public async Task A_person_has_one_vote()
    {
        await _team.Says("ben", "#team", "idea vote 1");
        var again = await _team.Says("ben", "#team", "idea vote 1");

        Assert.That(again.IsRefused);
        Assert.That(again.Text, Does.StartWith("You already voted for #1").And.Contain("idea unvote 1"));
        Assert.That((await _team.Find(Idea.Type, "1"))!.Votes, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_author_may_vote_too() => Assert.That((await _team.Says("ana", "#team", "idea vote 1")).IsRefused, Is.False);

    [Test]
    public async Task A_number_in_letters_shows_an_example_and_offers_to_save_the_text()
    {
        var answer = await _team.Says("ben", "#team", "idea vote twelve");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("“twelve” should be a number such as 12.").And.Contain("Try: idea vote 12"));
        await _team.Presses("ben", answer, "Save as an idea");
        Assert.That((await _team.Find(Idea.Type, "2"))?.Text, Is.EqualTo("vote twelve"));
    }

    [TestCase("idea vote 999")]
    [TestCase("idea vote 2147483647")]
    public async Task A_number_that_nobody_has_is_refused_with_a_way_on(string line)
    {
        var answer = await _team.Says("ben", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith("There is no idea ").And.Contain("Try: idea list"));
    }

    [TestCase("idea vote 0")]
    [TestCase("idea vote -1")]
    [TestCase("idea vote 99999999999999999999")]
    [TestCase("idea vote 1.5")]
    [TestCase("idea vote")]
    [TestCase("idea vote 1 2")]
    public async Task What_is_no_number_is_refused_with_an_example(string line)
    {
        var answer = await _team.Says("ben", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("Try: idea vote 12"));
    }

    [Test]
    public async Task A_slip_of_the_finger_is_asked_about_with_a_button_for_each_reading()
    {
        var answer = await _team.Says("ben", "#team", "idea vot 1");

        Assert.That(answer.Labels, Is.EqualTo(new[] { "Vote 1", "Save as an idea" }));
        Assert.That((await _team.Find(Idea.Type, "1"))!.Votes, Is.Empty);

        await _team.Presses("ben", answer, "Vote 1");
        Assert.That((await _team.Find(Idea.Type, "1"))!.Votes, Has.Count.EqualTo(1));
        await _team.Presses("ben", answer, "Save as an idea");
        Assert.That((await _team.Find(Idea.Type, "2"))?.Text, Is.EqualTo("vot 1"));
    }

    [Test]
    public async Task In_the_ideas_own_thread_the_number_may_be_left_out()
    {
        await _team.Says("ana", "#team", "idea add Something else");
        await _team.Says("ben", "#team", "idea vote", thread: _team.Messages("#team")[0]);

        Assert.That((await _team.Find(Idea.Type, "1"))!.Votes, Has.Count.EqualTo(1));
    }

    [TestCase("idea done 1")]
    [TestCase("idea drop 1")]
    public async Task A_decided_idea_takes_no_votes(string decision)
    {
        await _team.Says("ana", "#team", decision);
        var answer = await _team.Says("ben", "#team", "idea vote 1");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("already d").And.Contain("Try: idea reopen 1"));
    }

    [Test]
    public async Task Thirty_two_votes_at_the_same_moment_all_count_once()
    {
        var people = Enumerable.Range(0, 32).Select(n => $"voter{n}").ToList();
        foreach (var person in people)
        {
            _team.Directory.Add(person, "UTC");
            _team.Directory.Join(person, "#team");
        }

        var answers = await Task.WhenAll(people.Concat(people).Select(person => Task.Run(() => _team.Says(person, "#team", "idea vote 1"))));

        var votes = (await _team.Find(Idea.Type, "1"))!.Votes;
        Assert.That(votes, Has.Count.EqualTo(32).And.Unique);
        Assert.That(answers.Count(answer => !answer.IsRefused), Is.EqualTo(32));
        Assert.That(_team.Posts("#team"), Is.EqualTo(new[] { "💡 #1 Rotate the demo host — @Ana, 32 votes" }));
    }

    [Test]
    public async Task The_author_is_not_bothered_with_votes()
    {
        await _team.Says("ben", "#team", "idea vote 1");

        Assert.That(_team.Posts("@ana"), Is.Empty);
    }
}
