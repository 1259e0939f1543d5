using AsyncBot.Core.Messages;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Delivery;

/// <summary>What becomes of a message of which nobody knows whether it arrived.</summary>
public sealed partial class ChatTests
{
    [Test]
    public async Task A_message_whose_answer_was_lost_is_found_and_there_is_exactly_one()
    {
        foreach (var place in new[] { Team, OnCall, Ana })
        {
            var (envelope, post) = (Next(), Say(place, "Once"));
            _slack.Fail("chat.postMessage", new Fault.DropAfterBodyWasRead());

            var lost = await _chat.Send(envelope, post, default);
            var found = await _chat.LookUp(envelope, post, default);

            Assert.That(lost, Is.TypeOf<Unknown>());
            Assert.That(found, Is.EqualTo(new Delivered(new MessageId(_slack.Messages[^1].Ts))));
        }

        Assert.That(_slack.Messages, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_message_whose_answer_did_not_come_in_time_is_found()
    {
        var (envelope, post) = (Next(), Say(Team, "Once"));
        _slack.Fail("chat.postMessage", new Fault.HangAfterBodyWasRead());

        var sending = _chat.Send(envelope, post, default);
        await _slack.WaitFor(slack => slack.Messages.Count == 1);
        _time.Pass(Duration.FromSeconds(10));

        Assert.That(await sending, Is.TypeOf<Unknown>());
        Assert.That(await _chat.LookUp(envelope, post, default), Is.TypeOf<Delivered>());
    }

    [Test]
    public async Task A_message_that_never_arrived_is_known_not_to_be_there()
    {
        var (envelope, post) = (Next(), Say(Team, "Once"));
        await _chat.Send(Next(), Say(Team, "Another"), default);
        _time.Pass(Duration.FromSeconds(1));
        _slack.Fail("chat.postMessage", new Fault.DropBeforeBody());

        Assert.That(await _chat.Send(envelope, post, default), Is.TypeOf<Unknown>());
        Assert.That(await _chat.LookUp(envelope, post, default), Is.EqualTo(new NotThere()));
    }

    [Test]
    public async Task A_lost_answer_in_a_thread_is_looked_for_in_the_thread()
    {
        var root = _slack.Write("ana", "#team", "An idea");
        var (envelope, post) = (Next(), new Post(Team, Card.Of($"Yes"), new MessageId(root.Ts)));
        Assert.That(await _chat.LookUp(envelope, post, default), Is.EqualTo(new NotThere()));
        await _chat.Send(envelope, post, default);

        Assert.That(await _chat.LookUp(envelope, post, default), Is.EqualTo(new Delivered(new MessageId(_slack.Messages[^1].Ts))));
    }

    [Test]
    public async Task A_lost_message_is_found_behind_many_others()
    {
        var (envelope, post) = (Next(), Say(Team, "Once"));
        await _chat.Send(envelope, post, default);
        for (var message = 0; message < 450; message++)
            _slack.Write("ben", "#team", "Chatter");

        Assert.That(await _chat.LookUp(envelope, post, default), Is.TypeOf<Delivered>());
        Assert.That(Calls("conversations.history"), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Nobody_reads_a_channel_without_end()
    {
        for (var message = 0; message < 2_001; message++)
            _slack.Write("ben", "#team", "Chatter");

        Assert.That(await _chat.LookUp(Next(), Say(Team, "Once"), default), Is.TypeOf<Unknown>());
    }

    [Test]
    public async Task What_was_said_long_before_is_not_read()
    {
        for (var message = 0; message < 250; message++)
            _slack.Write("ben", "#team", "Chatter");
        _time.Pass(Duration.FromMinutes(3));

        Assert.That(await _chat.LookUp(Next(), Say(Team, "Once"), default), Is.EqualTo(new NotThere()));
        Assert.That(Calls("conversations.history"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Where_the_bot_may_not_read_nobody_can_tell()
    {
        _slack.Scopes.Remove("channels:history");
        var withoutScope = await _chat.LookUp(Next(), Say(Team, "Once"), default);
        _slack.Scopes.Add("channels:history");
        _slack.Leave(FakeSlack.BotUser, "#team");
        var outside = await _chat.LookUp(Next(), Say(Team, "Once"), default);

        Assert.That(withoutScope, Is.TypeOf<Unknown>().With.Property("Reason").Contains("reinstall"));
        Assert.That(outside, Is.TypeOf<Unknown>().With.Property("Reason").Contains("/invite"));
    }

    [Test]
    public async Task A_look_up_that_can_not_be_made_now_is_made_later()
    {
        _slack.Fail("conversations.history", new Fault.RateLimited(30));
        Assert.That(await _chat.LookUp(Next(), Say(Team, "Once"), default), Is.TypeOf<TryLater>().With.Property("After").EqualTo(Duration.FromSeconds(30)));

        _time.Pass(Duration.FromSeconds(31));
        _slack.Fail("conversations.history", new Fault.ServerError(), times: 3);
        Assert.That(await Wait(_chat.LookUp(Next(), Say(Team, "Once"), default)), Is.TypeOf<TryLater>());
    }
}
