using System.Text.Json.Nodes;
using AsyncBot.Bot.Slack.Socket;
using AsyncBot.TestKit;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Socket;

[Parallelizable]
public sealed class SocketWaitTests
{
    [Test]
    public async Task A_limit_on_opening_connections_is_waited_for()
    {
        await using var slack = await FakeSlack.Start();
        var time = new EagerTime();
        await using var bot = new SocketBot(slack, time: time);
        var asked = new List<DateTimeOffset>();
        bot.Ticket = () =>
        {
            asked.Add(time.GetUtcNow());
            return asked.Count == 1 ? Task.FromResult<SocketTicket>(new SocketTicket.RateLimited(TimeSpan.FromSeconds(30))) : bot.Grant();
        };
        await bot.Start();

        Assert.That(asked[1] - asked[0], Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public async Task Failures_to_open_are_told_and_tried_again()
    {
        await using var slack = await FakeSlack.Start();
        await using var bot = new SocketBot(slack);
        slack.Fail("apps.connections.open", new Fault.ServerError());
        slack.Fail("apps.connections.open", new Fault.DropBeforeBody());
        slack.Fail("apps.connections.open", new Fault.OkFalse("not_allowed_token_type"));
        slack.Socket.RefuseNext = 1;
        await bot.Start();
        await slack.Socket.Send("events_api", new JsonObject());

        Assert.That(slack.Calls, Has.Count.EqualTo(5));
        Assert.That(bot.Log, Has.Some.Contains("503"));
        Assert.That(bot.Log, Has.Some.Contains("not_allowed_token_type").And.Contains("connections:write"));
        await bot.Until(each => each.Now.Connected == 1);
        Assert.That(bot.Now.Problem, Is.Null);
    }

    [TestCase("ws://slack.example/link/?ticket=secret")]
    [TestCase("http://127.0.0.1/link/?ticket=secret")]
    public async Task An_address_that_is_not_encrypted_is_never_called(string address)
    {
        await using var slack = await FakeSlack.Start();
        await using var bot = new SocketBot(slack);
        string? problem = null;
        var isFirst = true;
        bot.Ticket = () =>
        {
            problem ??= bot.Now.Problem;
            if (!isFirst)
                return bot.Grant();
            isFirst = false;
            return Task.FromResult<SocketTicket>(new SocketTicket.Granted(new Uri(address)));
        };
        await bot.Start();

        Assert.That(problem, Is.EqualTo("the address is not wss"));
        Assert.That(bot.Log, Has.None.Contains("secret"));
    }

    [Test]
    public async Task Where_Socket_Mode_is_switched_off_the_log_names_the_fix_and_it_is_tried_again()
    {
        await using var slack = await FakeSlack.Start();
        await using var bot = new SocketBot(slack);
        var link = (await bot.Start())[0];
        await link.Disconnect("link_disabled");
        await link.Closed.WaitAsync(TimeSpan.FromSeconds(10));
        await slack.WaitFor(there => there.Socket is { All.Count: 2, Connections.Count: 1 });

        Assert.That(bot.Log, Has.Some.Contains("turn it on again"));
    }

    [Test]
    public void Waits_double_up_to_the_longest_and_begin_anew()
    {
        var most = new SocketBackOff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), () => 1);
        var least = new SocketBackOff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), () => 0);

        Assert.That(Enumerable.Range(0, 8).Select(_ => most.Next().TotalSeconds), Is.EqualTo(new double[] { 1, 2, 4, 8, 16, 32, 60, 60 }));
        Assert.That(Enumerable.Range(0, 3).Select(_ => least.Next().TotalSeconds), Is.EqualTo(new[] { 0.5, 1, 2 }));
        most.Reset();
        Assert.That(most.Next(), Is.EqualTo(TimeSpan.FromSeconds(1)));
    }
}
