using AsyncBot.Bot.Slack.Incoming;
using AsyncBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AsyncBot.Bot.Tests.Slack.Incoming;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class InTimeTests
{
    private static readonly SlackReply Reply = new("answer"u8.ToArray());

    private readonly SteppedTime _time = new();
    private readonly TaskCompletionSource<Finished> _work = new();
    private int _answeredOtherwise;

    [Test]
    public async Task What_is_done_in_time_is_the_reply()
    {
        var answer = Start().Answer(() => _work.Task);
        _time.Pass(Duration.FromSeconds(1.9));
        Finish(Reply);

        Assert.That((await answer).Json.ToArray(), Is.EqualTo(Reply.Json.ToArray()));
        Assert.That(_answeredOtherwise, Is.Zero);
    }

    [Test]
    public async Task What_takes_two_seconds_is_acknowledged_and_answered_when_it_is_done()
    {
        var inTime = Start();
        var answer = inTime.Answer(() => _work.Task).AsTask();
        _time.Pass(Duration.FromSeconds(2));

        Assert.That((await answer).Json.IsEmpty);
        Assert.That(_answeredOtherwise, Is.Zero);
        Finish(Reply);
        await inTime.StopAsync(CancellationToken.None);
        Assert.That(_answeredOtherwise, Is.EqualTo(1));
    }

    [Test]
    public async Task An_event_that_takes_two_seconds_is_delivered_again_and_its_work_is_finished()
    {
        var inTime = Start();
        var answer = inTime.AnswerEvent(() => _work.Task).AsTask();
        _time.Pass(Duration.FromSeconds(2));

        Assert.That((await answer).IsTaken, Is.False);
        var stopped = inTime.StopAsync(CancellationToken.None);
        Assert.That(stopped.IsCompleted, Is.False);
        Finish(Reply);
        await stopped;
        Assert.That(_answeredOtherwise, Is.Zero);
    }

    [Test]
    public async Task A_reply_without_content_is_followed_by_the_answer()
    {
        Finish(SlackReply.Acknowledged);
        var inTime = Start();

        Assert.That((await inTime.Answer(() => _work.Task)).IsTaken);
        await inTime.StopAsync(CancellationToken.None);
        Assert.That(_answeredOtherwise, Is.EqualTo(1));
    }

    [Test]
    public async Task The_process_waits_for_what_it_acknowledged()
    {
        var inTime = Start();
        var answer = inTime.Answer(() => _work.Task).AsTask();
        _time.Pass(Duration.FromSeconds(2));
        await answer;
        var stopped = inTime.StopAsync(CancellationToken.None);

        Assert.That(stopped.IsCompleted, Is.False);
        _work.SetException(new InvalidOperationException("It broke."));
        await stopped;
    }

    private InTime Start() => new(_time, NullLogger<InTime>.Instance);

    private void Finish(SlackReply reply) => _work.SetResult(new Finished(reply, async () =>
    {
        await Task.Yield();
        _answeredOtherwise++;
    }));
}
