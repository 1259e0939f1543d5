using AsyncBot.Core.Ideas;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class CaptureIdeaTests
{
    private Team _team = null!;
    private Message _message = null!;

    [SetUp]
    public async Task Ana_writes_something()
    {
        _team = await Team.Open();
        _message = _team.Writes("ana", "#team", "We could rotate the demo host #demo");
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task A_bulb_keeps_text_author_and_link_and_is_answered_in_the_messages_thread()
    {
        var answer = await _team.PutsBulb("ben", _message);

        Assert.That(answer.IsSilent);
        var post = _team.Messages("#team").Single();
        Assert.That(post.Thread, Is.EqualTo(_message.Id));
        Assert.That(_team.TextOf(post), Is.EqualTo("💡 #1 We could rotate the demo host #demo — @Ana, no votes yet"));
        var shown = (await _team.Says("emi", "#team", "idea show 1")).Text;
        Assert.That(shown, Does.Contain("Author: @Ana").And.Contain($"From: the message (https://chat.example/{_message.Id}), captured by @Ben").And.Contain("captured by @Ben"));
    }

    [Test]
    public async Task The_shortcut_does_the_same_and_answers_with_Undo()
    {
        var answer = await _team.Captures("ben", _message);

        Assert.That(answer.Text, Is.EqualTo("#1 saved in ideas from @Ana’s message."));
        Assert.That(_team.Messages("#team").Single().Thread, Is.EqualTo(_message.Id));
        await _team.Presses("ben", answer, "Undo");
        Assert.That(await _team.Find(Idea.Type, "1"), Is.Null);
    }

    [Test]
    public async Task A_second_bulb_is_a_vote()
    {
        await _team.PutsBulb("ben", _message);
        await _team.PutsBulb("emi", _message);
        await _team.PutsBulb("emi", _message);

        Assert.That(_team.Posts("#team").Single(), Does.EndWith("1 vote"));
    }

    [Test]
    public async Task The_one_who_captured_it_is_not_a_voter_by_repeating_it()
    {
        await _team.PutsBulb("ben", _message);
        await _team.PutsBulb("ben", _message);

        Assert.That(_team.Posts("#team").Single(), Does.EndWith("no votes yet"));
    }

    [Test]
    public async Task Bulbs_at_the_same_moment_make_one_idea()
    {
        string[] people = ["ben", "chidi", "dana", "emi", "sam"];
        await Task.WhenAll(people.Select(person => Task.Run(() => _team.PutsBulb(person, _message))));

        Assert.That(_team.Messages("#team"), Has.Count.EqualTo(1));
        Assert.That(_team.Posts("#team").Single(), Does.EndWith("4 votes"));
    }

    [Test]
    public async Task A_bulb_on_the_bots_own_line_is_a_vote()
    {
        await _team.Says("ana", "#team", "idea add Ship it");
        await _team.PutsBulb("ben", _team.LastPost("#team"));

        Assert.That(_team.Posts("#team").Single(), Does.EndWith("1 vote"));
    }

    [Test]
    public async Task It_can_be_switched_off_in_a_channel()
    {
        await _team.Says("sam", "#team", "async bulb off");
        await _team.PutsBulb("ben", _message);
        Assert.That(_team.Messages("#team"), Is.Empty);

        await _team.Captures("ben", _message);
        Assert.That(_team.Messages("#team"), Has.Count.EqualTo(1), "the shortcut still works");

        await _team.PutsBulb("ben", _team.Writes("ana", "#oncall", "Rotate the pager"));
        Assert.That(_team.Messages("#oncall"), Has.Count.EqualTo(1), "and so do bulbs elsewhere");

        await _team.Says("sam", "#team", "async bulb on");
        await _team.PutsBulb("ben", _team.Writes("ana", "#team", "Something else"));
        Assert.That(_team.Messages("#team"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_message_without_text_is_refused_with_a_way_on()
    {
        var answer = await _team.Captures("ben", _team.Writes("ana", "#team", " "));

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("Try: idea add"));
    }

    [Test]
    public async Task A_message_over_the_limit_is_refused_with_the_limit()
    {
        var answer = await _team.Captures("ben", _team.Writes("ana", "#team", new string('x', 10_001)));

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("10,000"));
        Assert.That(await _team.Find(Idea.Type, "1"), Is.Null);
    }

    [Test]
    public async Task Nul_is_removed()
    {
        await _team.Captures("ben", _team.Writes("ana", "#team", "Ship\0 it"));

        Assert.That((await _team.Find(Idea.Type, "1"))?.Text, Is.EqualTo("Ship it"));
    }

    [Test]
    public async Task In_its_thread_the_number_may_be_left_out()
    {
        await _team.PutsBulb("ben", _message);
        await _team.Says("emi", "#team", "idea vote", thread: _message);

        Assert.That(_team.Posts("#team").Single(), Does.EndWith("1 vote"));
    }
}
