using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using AsyncBot.Bot.Slack.Socket;
using AsyncBot.TestKit.Slack;
using Microsoft.Extensions.Logging;

namespace AsyncBot.Bot.Tests.Slack.Socket;

/// <summary>Socket Mode against the stand-in, with waits that are short enough for a test.</summary>
internal sealed class SocketBot : ISocketHandler, ISocketTickets, ILogger<SocketMode>, IAsyncDisposable
{
    public static readonly SocketTiming Quick = new()
    {
        Connections = 1,
        Stagger = TimeSpan.Zero,
        FirstWait = TimeSpan.FromMilliseconds(5),
        LongestWait = TimeSpan.FromMilliseconds(50),
        SwitchedOffWait = TimeSpan.FromMilliseconds(20),
        Linger = TimeSpan.Zero,
    };

    private readonly HttpClient _http;
    private readonly FakeSlack _slack;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly SemaphoreSlim _something = new(0);

    public SocketBot(FakeSlack slack, SocketTiming? timing = null, TimeProvider? time = null)
    {
        _slack = slack;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = slack.ApiBaseUrl };
        Answer = (_, _) => Task.FromResult<JsonNode?>(null);
        Ticket = Grant;
        Mode = new SocketMode(this, this, timing ?? Quick, time ?? TimeProvider.System, this);
    }

    public SocketMode Mode { get; }

    public SocketStatus Now => Mode.Health.Now;

    /// <summary>What becomes of an envelope: its type and payload in, the answer out.</summary>
    public Func<string, JsonNode, Task<JsonNode?>> Answer { get; set; }

    public Func<Task<SocketTicket>> Ticket { get; set; }

    public ConcurrentQueue<(string Type, JsonNode Payload, bool AcceptsPayload, int? Retry)> Heard { get; } = new();

    public IReadOnlyList<string> Log => [.. _log];

    public async Task<IReadOnlyList<SocketLink>> Start(int connections = 1)
    {
        await Mode.StartAsync(CancellationToken.None);
        return await _slack.Socket.Open(connections);
    }

    /// <summary>Completes as soon as it is so; looked at whenever something was begun or logged.</summary>
    public async Task Until(Func<SocketBot, bool> happened)
    {
        while (!happened(this))
            Assert.That(await _something.WaitAsync(TimeSpan.FromSeconds(20)), Is.True, "it did not happen");
    }

    public async Task<SocketTicket> Grant()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "apps.connections.open");
        request.Headers.Authorization = new("Bearer", _slack.AppToken);
        using var answer = await _http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            return new SocketTicket.Unreachable($"{(int)answer.StatusCode}");
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return (bool)json["ok"]! ? new SocketTicket.Granted(new Uri((string)json["url"]!)) : new SocketTicket.Refused((string)json["error"]!);
    }

    public async Task<SocketReply> Handle(string type, ReadOnlyMemory<byte> payload, bool acceptsPayload, int? retryAttempt, CancellationToken ct)
    {
        var json = JsonNode.Parse(payload.Span)!;
        Heard.Enqueue((type, json, acceptsPayload, retryAttempt));
        _something.Release();
        var answer = await Answer(type, json);
        return answer is null ? SocketReply.None : new SocketReply(Encoding.UTF8.GetBytes(answer.ToJsonString()));
    }

    public async ValueTask DisposeAsync()
    {
        using var hurry = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await Mode.StopAsync(hurry.Token);
        Mode.Dispose();
        _http.Dispose();
    }

    Task<SocketTicket> ISocketTickets.Open(CancellationToken ct) => Ticket();

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _log.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
        _something.Release();
    }
}
