using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>Sends what Slack sends over HTTP, signed.</summary>
public sealed class SlackHttpClient : SlackClient, IDisposable
{
    private const string Form = "application/x-www-form-urlencoded";

    private readonly HttpClient _http;

    internal SlackHttpClient(FakeSlack slack, Uri bot) : base(slack) =>
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = bot, Timeout = TimeSpan.FromSeconds(30) };

    public void Dispose() => _http.Dispose();

    /// <summary>Asks whether the bot owns its address, as Slack does when the address is saved.</summary>
    public Task<SlackReply> UrlVerification(string challenge) => Raw(Slack.Paths.Events,
        new JsonObject { ["token"] = "deprecated", ["challenge"] = challenge, ["type"] = "url_verification" }.ToJsonString(),
        new SlackSigning { ContentType = "application/json" });

    /// <summary>Any body to any path; signed well unless the test wants otherwise.</summary>
    public async Task<SlackReply> Raw(string path, string body, SlackSigning? signing = null)
    {
        signing ??= new SlackSigning();
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        if (signing.ContentType is { } type)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (!signing.IsUnsigned)
        {
            var timestamp = signing.Timestamp ?? (Slack.State.Now + signing.Skew).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
            request.Headers.TryAddWithoutValidation("X-Slack-Signature", signing.Signature ?? Sign(signing.Secret ?? Slack.SigningSecret, timestamp, bytes));
        }

        foreach (var (name, value) in signing.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new SlackReply((int)answer.StatusCode, text) { ContentType = answer.Content.Headers.ContentType?.MediaType };
    }

    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        var signed = (byte[])[.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    private protected override Task<SlackReply> Deliver(DeliveryKind kind, JsonObject payload, int? retry = null, string? retryReason = null)
    {
        switch (kind)
        {
            case DeliveryKind.Command:
                return Raw(Slack.Paths.Commands, Encode(payload.Select(field => (field.Key, (string?)field.Value ?? ""))), new SlackSigning { ContentType = Form });
            case DeliveryKind.Interaction:
                return Raw(Slack.Paths.Interactions, Encode([("payload", payload.ToJsonString())]), new SlackSigning { ContentType = Form });
            default:
                var headers = retry is null ? new Dictionary<string, string>() : new Dictionary<string, string>
                {
                    ["X-Slack-Retry-Num"] = retry.Value.ToString(CultureInfo.InvariantCulture),
                    ["X-Slack-Retry-Reason"] = retryReason ?? "http_timeout",
                };
                return Raw(Slack.Paths.Events, payload.ToJsonString(), new SlackSigning { ContentType = "application/json", Headers = headers });
        }
    }

    private static string Encode(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}"));
}

/// <summary>How a request is signed; everything that a forger or a wrong clock could do.</summary>
public sealed record SlackSigning
{
    public string? ContentType { get; init; } = "application/x-www-form-urlencoded";

    public string? Secret { get; init; }

    /// <summary>Sent as it is, in place of the time.</summary>
    public string? Timestamp { get; init; }

    /// <summary>How far Slack's clock is ahead.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>Sent as it is, in place of the right one.</summary>
    public string? Signature { get; init; }

    public bool IsUnsigned { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
