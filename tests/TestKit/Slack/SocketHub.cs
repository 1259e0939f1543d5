using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AsyncBot.TestKit.Slack;

/// <summary>Slack's side of Socket Mode: tickets, connections, and what is sent over them.</summary>
public sealed class SocketHub
{
    private const int MostConnections = 10;

    private readonly FakeSlack _slack;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _tickets = [];
    private readonly List<SocketLink> _links = [];
    private int _ids;

    internal SocketHub(FakeSlack slack) => _slack = slack;

    /// <summary>In seconds, as hello names it.</summary>
    public int ApproximateConnectionTime { get; set; } = 3600;

    /// <summary>Off: a connection is accepted and hears nothing.</summary>
    public bool SaysHello { get; set; } = true;

    /// <summary>The next connections are refused with this status.</summary>
    public int RefuseNext { get; set; }

    /// <summary>The next connections go silent as soon as they are open, before hello.</summary>
    public int SilentNext { get; set; }

    /// <summary>Every connection that there was, in order.</summary>
    public IReadOnlyList<SocketLink> All
    {
        get
        {
            lock (_gate)
                return [.. _links];
        }
    }

    /// <summary>The open ones, the oldest first.</summary>
    public IReadOnlyList<SocketLink> Connections => [.. All.Where(link => link.IsOpen)];

    /// <summary>Waits until so many connections are open, and gives them.</summary>
    public async Task<IReadOnlyList<SocketLink>> Open(int count, TimeSpan? timeout = null)
    {
        IReadOnlyList<SocketLink> open = [];
        await _slack.WaitFor(slack => (open = slack.Socket.Connections).Count >= count, timeout);
        return open;
    }

    /// <summary>Sends an envelope over any open connection, as Slack does, and waits for its acknowledgement.</summary>
    public async Task<SocketAck> Send(string type, JsonNode payload, SocketSend? options = null) => await (await Open(1))[0].Send(type, payload, options);

    /// <summary>Cuts every connection without a goodbye.</summary>
    public void DropAll()
    {
        foreach (var link in Connections)
            link.Drop();
    }

    internal string NewUrl()
    {
        var ticket = Guid.NewGuid().ToString("N");
        lock (_gate)
            _tickets.Add(ticket);
        return new UriBuilder(new Uri(_slack.Address, "link/")) { Scheme = "ws", Query = $"ticket={ticket}&app_id={FakeSlack.App}" }.Uri.AbsoluteUri;
    }

    internal string NextEnvelope() => $"e{Interlocked.Increment(ref _ids)}";

    internal async Task Accept(HttpContext http)
    {
        var (isKnown, isSilent) = Admit(http.Request.Query["ticket"].ToString());
        if (!isKnown || http.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } upgrade)
        {
            http.Response.StatusCode = isKnown ? 400 : 401;
            return;
        }

        http.Response.Headers.Upgrade = "websocket";
        http.Response.Headers.SecWebSocketAccept = AcceptKey(http.Request.Headers.SecWebSocketKey.ToString());
        var wire = new SilenceableStream(await upgrade.UpgradeAsync()) { IsSilent = isSilent };
        using var socket = WebSocket.CreateFromStream(wire, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.Zero });
        var link = new SocketLink(_slack, socket, wire, http);
        int count;
        lock (_gate)
        {
            _links.Add(link);
            count = _links.Count(each => each.IsOpen);
        }

        if (count > MostConnections)
            await link.Disconnect("too_many_websockets");
        else if (SaysHello && !isSilent)
            await link.SendText(Hello(count));
        _slack.Changed();
        await link.Read();
    }

    private (bool IsKnown, bool IsSilent) Admit(string ticket)
    {
        lock (_gate)
        {
            var isSilent = SilentNext > 0;
            if (RefuseNext > 0)
                RefuseNext--;
            else if (_tickets.Remove(ticket))
            {
                SilentNext -= isSilent ? 1 : 0;
                return (true, isSilent);
            }

            return (false, false);
        }
    }

    private string Hello(int count) => new JsonObject
    {
        ["type"] = "hello",
        ["num_connections"] = count,
        ["connection_info"] = new JsonObject { ["app_id"] = FakeSlack.App },
        ["debug_info"] = new JsonObject
        {
            ["host"] = "applink-1",
            ["started"] = "2026-03-09 08:00:00.000",
            ["build_number"] = 1,
            ["approximate_connection_time"] = ApproximateConnectionTime,
        },
    }.ToJsonString();

#pragma warning disable CA5350 // the handshake of RFC 6455 is made of SHA-1; nothing is kept secret by it
    private static string AcceptKey(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
}
