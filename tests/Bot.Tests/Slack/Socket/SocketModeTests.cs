using System.Net.WebSockets;
using System.Text.Json.Nodes;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Socket;

[Parallelizable]
public sealed class SocketModeTests
{
    private FakeSlack _slack = null!;
    private SocketBot _bot = null!;

    [SetUp]
    public async Task Start()
    {
        _slack = await FakeSlack.Start();
        _bot = new SocketBot(_slack);
    }

    [TearDown]
    public async Task Stop()
    {
        var said = string.Join('\n', _bot.Log);
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
        Assert.That(said, Does.Not.Contain("ticket"), "a ticket is a secret");
    }

    [Test]
    public async Task An_answer_goes_with_the_acknowledgement_on_the_socket_that_it_was_asked_on()
    {
        _bot.Answer = (_, payload) => Task.FromResult<JsonNode?>(new JsonObject { ["text"] = "got " + payload["text"] });
        var link = (await _bot.Start())[0];

        var command = await link.Send("slash_commands", new JsonObject { ["text"] = "ü \"quoted\"" });
        var happened = await link.Send("events_api", new JsonObject { ["text"] = "x" }, new SocketSend { RetryAttempt = 2 });

        Assert.That(command.Link, Is.SameAs(link));
        Assert.That((string?)command.Payload!["text"], Is.EqualTo("got ü \"quoted\""));
        Assert.That(happened.Payload, Is.Null, "it takes no answer");
        Assert.That(_bot.Heard.Select(heard => (heard.Type, heard.AcceptsPayload, heard.Retry)),
            Is.EqualTo(new[] { ("slash_commands", true, (int?)null), ("events_api", false, 2) }));
    }

    [Test]
    public async Task People_reach_the_bot_as_over_HTTP()
    {
        _bot.Answer = (_, _) => Task.FromResult<JsonNode?>(new JsonObject { ["text"] = "Saved." });
        await _bot.Start();
        var reply = await _slack.ConnectOverSocket().Slash("ana", "#team", "/idea", "add Ship it");

        Assert.That(reply.Message!.Text, Is.EqualTo("Saved."));
        Assert.That((string?)_bot.Heard.Single().Payload["text"], Is.EqualTo("add Ship it"));
    }

    [Test]
    public async Task Two_connections_are_kept_and_one_counts_when_Slack_has_greeted_it()
    {
        _slack.Socket.SilentNext = 1;
        await using var bot = new SocketBot(_slack, SocketBot.Quick with { Connections = 2, HelloTimeout = TimeSpan.FromMilliseconds(300) });
        await bot.Start(2);
        await _slack.WaitFor(slack => slack.Socket.All.Count >= 3 && slack.Socket.Connections.Count == 2);
        foreach (var link in _slack.Socket.Connections)
            await link.Send("events_api", new JsonObject());

        await bot.Until(each => each.Now.Connected == 2);
        Assert.That(bot.Now.Since, Is.Not.Null);
        Assert.That(bot.Now.Problem, Is.Null);
    }

    [Test]
    public async Task A_slow_envelope_does_not_hold_up_the_next()
    {
        var held = new TaskCompletionSource<JsonNode?>();
        _bot.Answer = (type, _) => type == "interactive" ? held.Task : Task.FromResult<JsonNode?>(null);
        var link = (await _bot.Start())[0];

        var (_, slow) = await link.Begin("interactive", new JsonObject());
        await link.Send("events_api", new JsonObject());
        Assert.That(slow.IsCompleted, Is.False);
        held.SetResult(null);
        await slow;
    }

    [Test]
    public async Task Only_so_much_is_worked_on_at_once()
    {
        await using var bot = new SocketBot(_slack, SocketBot.Quick with { AtOnce = 2 });
        var held = new TaskCompletionSource<JsonNode?>();
        var link = (await bot.Start())[0];
        bot.Answer = (_, _) => held.Task;
        List<Task> acks = [];
        for (var each = 0; each < 3; each++)
            acks.Add((await link.Begin("interactive", new JsonObject())).Ack);
        await bot.Until(there => there.Heard.Count == 2);
        bot.Answer = (_, _) =>
        {
            Assert.That(held.Task.IsCompleted, Is.True);
            return Task.FromResult<JsonNode?>(null);
        };
        held.SetResult(null);
        await Task.WhenAll(acks).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [TestCase("warning")]
    [TestCase("refresh_requested")]
    [TestCase("a reason of tomorrow")]
    public async Task A_connection_that_Slack_renews_is_replaced_before_it_ends_and_nothing_is_lost(string reason)
    {
        var held = new TaskCompletionSource<JsonNode?>();
        _bot.Answer = (type, _) => type == "interactive" ? held.Task : Task.FromResult<JsonNode?>(null);
        var old = (await _bot.Start())[0];

        var (_, begun) = await old.Begin("interactive", new JsonObject());
        await old.Disconnect(reason);
        var both = await _slack.Socket.Open(2);
        await both[1].Send("events_api", new JsonObject());
        await old.Send("events_api", new JsonObject());
        Assert.That(old.IsOpen, Is.True, "something is still to be acknowledged there");
        held.SetResult(null);

        Assert.That((await begun).Link, Is.SameAs(old));
        Assert.That(await old.Closed.WaitAsync(TimeSpan.FromSeconds(10)), Is.EqualTo(WebSocketCloseStatus.NormalClosure));
        Assert.That(_bot.Now.Connected, Is.EqualTo(1));
    }

    [Test]
    public async Task A_connection_that_Slack_renews_is_served_until_its_replacement_is_open()
    {
        var old = (await _bot.Start())[0];
        var (asked, allowed) = (new TaskCompletionSource(), new TaskCompletionSource());
        _bot.Ticket = async () =>
        {
            asked.TrySetResult();
            await allowed.Task;
            return await _bot.Grant();
        };

        await old.Disconnect("warning");
        await asked.Task;
        await old.Send("events_api", new JsonObject());
        Assert.That(_bot.Now.Connected, Is.EqualTo(1));
        allowed.SetResult();

        Assert.That(await old.Closed.WaitAsync(TimeSpan.FromSeconds(10)), Is.EqualTo(WebSocketCloseStatus.NormalClosure));
        await _slack.Socket.Connections.Single().Send("events_api", new JsonObject());
    }

    [Test]
    public async Task A_connection_that_breaks_is_opened_again()
    {
        var link = (await _bot.Start())[0];
        link.Drop();
        await _slack.WaitFor(slack => slack.Socket is { All.Count: 2, Connections.Count: 1 });
        await _slack.Socket.Connections[0].Close();
        await _slack.WaitFor(slack => slack.Socket is { All.Count: 3, Connections.Count: 1 });
        await _slack.Socket.Connections[0].SendGarbage();
        await _slack.WaitFor(slack => slack.Socket is { All.Count: 4, Connections.Count: 1 });

        await _slack.Socket.Send("events_api", new JsonObject());
        await _bot.Until(bot => bot.Now.Connected == 1);
    }

    [Test]
    public async Task A_peer_that_went_silent_is_noticed()
    {
        await using var bot = new SocketBot(_slack, SocketBot.Quick with { KeepAliveInterval = TimeSpan.FromMilliseconds(100), KeepAliveTimeout = TimeSpan.FromMilliseconds(500) });
        (await bot.Start())[0].Silence();

        await _slack.WaitFor(slack => slack.Socket.All.Count >= 2);
        Assert.That(bot.Log, Has.Some.Contains("broke"));
    }

    [Test]
    public async Task What_is_no_envelope_is_skipped_and_the_connection_goes_on()
    {
        await using var bot = new SocketBot(_slack, SocketBot.Quick with { LongestMessage = 40_000 });
        var link = (await bot.Start())[0];
        foreach (var text in new[] { "", "not json", "[]", "{}", "null", "{\"type\":5}", "{\"type\":\"slash_commands\"", "{\"type\":\"events_api\",\"envelope_id\":\"x\"}", "{\"type\":\"events_api\",\"payload\":{}}", new string('x', 50_000) })
            await link.SendText(text);
        await link.SendBinary([1, 2, 3]);
        await link.SendFragments("""{"envelope_id":"pieces","type":"events_api","payload":{"in":"pieces"},"accepts_response_payload":false}""", 7);
        await link.Send("events_api", new JsonObject { ["text"] = new string('x', 30_000) });

        Assert.That(_slack.Socket.All, Has.Count.EqualTo(1));
        Assert.That(bot.Heard.Select(heard => (string?)heard.Payload["in"]), Does.Contain("pieces"));
        Assert.That(bot.Heard, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task An_envelope_that_fails_is_not_acknowledged_and_the_others_are()
    {
        _bot.Answer = (_, payload) => (string?)payload["text"] == "bad" ? throw new InvalidOperationException("It broke.") : Task.FromResult<JsonNode?>(null);
        var link = (await _bot.Start())[0];
        var (_, bad) = await link.Begin("events_api", new JsonObject { ["text"] = "bad" });
        await link.Send("events_api", new JsonObject { ["text"] = "good" });
        await _bot.Mode.StopAsync(CancellationToken.None);

        Assert.That(link.Acks, Has.Count.EqualTo(1));
        await Assert.ThrowsAsync<IOException>(() => bad);
        Assert.That(_bot.Log, Has.Some.Contains("It broke."));
    }

    [Test]
    public async Task A_stop_finishes_what_was_begun_and_begins_nothing_more()
    {
        var held = new TaskCompletionSource<JsonNode?>();
        _bot.Answer = (_, _) => held.Task;
        var link = (await _bot.Start())[0];
        var (_, begun) = await link.Begin("interactive", new JsonObject());
        await link.Begin("interactive", new JsonObject());
        await _bot.Until(bot => bot.Heard.Count == 2);

        var stopping = _bot.Mode.StopAsync(CancellationToken.None);
        await link.Begin("interactive", new JsonObject());
        Assert.That(stopping.IsCompleted, Is.False);
        held.SetResult(new JsonObject { ["response_action"] = "clear" });
        await stopping;

        Assert.That((string?)(await begun).Payload!["response_action"], Is.EqualTo("clear"));
        Assert.That(await link.Closed, Is.EqualTo(WebSocketCloseStatus.NormalClosure));
        Assert.That(link.Acks, Has.Count.EqualTo(2));
        Assert.That(_bot.Heard, Has.Count.EqualTo(2));
        Assert.That(_bot.Now, Is.EqualTo(new Bot.Slack.Socket.SocketStatus(0, null, null)));
    }

    [Test]
    public async Task A_stop_does_not_wait_for_ever()
    {
        await using var bot = new SocketBot(_slack, SocketBot.Quick with { FinishTime = TimeSpan.FromMilliseconds(50) });
        bot.Answer = (_, _) => new TaskCompletionSource<JsonNode?>().Task;
        var link = (await bot.Start())[0];
        await link.Begin("interactive", new JsonObject());
        await bot.Until(there => there.Heard.Count == 1);

        await bot.Mode.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        await link.Closed.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(link.Acks, Is.Empty);
    }
}
