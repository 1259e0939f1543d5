using AsyncBot.Core.Commands;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Commands;

/// <summary>Where a platform takes no answer to what it delivers, the answer is a message of its own.</summary>
public sealed class PostedAnswerTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open()
    {
        _team = await Team.Open();
        _team.AnswersByPost = true;
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task In_a_channel_only_the_one_who_asked_sees_it()
    {
        var heard = await _team.Says("ana", "#team", "idea add Ship it");

        var answer = _team.Chat.Messages.Single(message => message.OnlyFor is not null);
        Assert.That(heard.Answer.IsPosted);
        Assert.That(answer.OnlyFor, Is.EqualTo(TestDirectory.IdOf("ana")));
        Assert.That(_team.TextOf(answer), Does.StartWith("#1 saved in ideas"));
        Assert.That(answer.Card.AllButtons.Select(button => button.Label), Does.Contain("Undo"));
    }

    [Test]
    public async Task In_a_thread_it_stays_in_the_thread()
    {
        await _team.Says("ana", "#team", "idea add Ship it");
        var post = _team.Messages("#team").First(message => message.OnlyFor is null);
        await _team.Says("ben", "#team", "idea vote", post);

        var answer = _team.Chat.Messages.Last(message => message.OnlyFor == TestDirectory.IdOf("ben"));
        Assert.That(answer.Thread, Is.EqualTo(post.Id));
    }

    [Test]
    public async Task In_a_direct_message_it_is_a_message_like_any_other()
    {
        await _team.Says("ana", "dm", "idea list");

        var answer = _team.Messages("@ana").Single();
        Assert.That((answer.OnlyFor, _team.TextOf(answer)), Is.EqualTo(((object?)null, "No open ideas here. Try: idea add Rotate the demo host #demo")));
    }

    [TestCase("idea list")]
    [TestCase("idea add Ship it")]
    [TestCase("idea vote twelve")]
    public async Task The_same_delivery_twice_is_answered_once(string line)
    {
        await _team.Says("ana", "#team", line, key: "k1");
        var before = _team.Chat.Messages.Count;
        var again = await _team.Says("ana", "#team", line, key: "k1");

        Assert.That(again.Answer.IsPosted);
        Assert.That(_team.Chat.Messages, Has.Count.EqualTo(before));
    }

    [Test]
    public async Task An_answer_waits_for_no_other_message()
    {
        _team.Delivers = false;
        await _team.Says("ana", "#team", "idea add Ship it");
        _team.Chat.Will(FaultKind.TryLater, to: Team.Place("#team"), after: Duration.FromSeconds(30));
        await _team.Deliver();

        Assert.That(_team.Chat.Attempts.Select(attempt => (attempt.What, attempt.Outcome.GetType().Name)).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task An_answer_that_nobody_can_look_for_is_repeated_a_few_times_only()
    {
        _team.Chat.Will(FaultKind.DropAfter, times: 100);
        await _team.Says("ana", "#team", "idea list");
        await _team.Advance(Duration.FromDays(2));

        Assert.That(_team.Chat.Messages.Count(message => message.OnlyFor is not null), Is.EqualTo(3));
    }

    [Test]
    public async Task A_form_becomes_the_button_that_opens_it()
    {
        await _team.Does("ana", Team.Place("dm", "ana"), null, null, new InboundContent.Call(new OpenForm("idea add")));

        var answer = _team.Messages("@ana").Single();
        Assert.That(_team.TextOf(answer), Does.Contain("form"));
        var opened = await _team.Presses("ana", answer, "Open the form");
        Assert.That(opened.Form?.Command, Is.EqualTo("idea add"));
    }
}
