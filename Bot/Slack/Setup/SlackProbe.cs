using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncBot.Bot.Slack.Api;

namespace AsyncBot.Bot.Slack.Setup;

/// <summary>Single calls to Slack with all that comes back, which the bot at work has no use for: headers, the date, and the greeting of a socket.</summary>
internal sealed class SlackProbe(HttpClient http, SlackOptions options)
{
    private const int LargestHello = 16 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static HttpClient Connect() => SlackApi.Connect();

    /// <returns>What Slack answered, or why there is no answer.</returns>
    public async Task<Probed> Call(string method, string token)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.ApiBaseUrl, method)) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, patience.Token);
            var scopes = response.Headers.TryGetValues("x-oauth-scopes", out var values)
                ? string.Join(',', values).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                : null;
            var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(patience.Token)) as JsonObject;
            return new Probed(body, response.Headers.Date, scopes, body is null ? $"HTTP {(int)response.StatusCode}, and no answer of Slack's" : null);
        }
        catch (HttpRequestException failed)
        {
            return new Probed(null, null, null, failed.HttpRequestError.ToString());
        }
        catch (Exception failed) when (failed is OperationCanceledException or JsonException or IOException)
        {
            return new Probed(null, null, null, failed is OperationCanceledException ? "no answer in time" : "an answer that is not Slack's");
        }
    }

    /// <summary>Whether Slack greets at a socket's address.</summary>
    public async Task<bool> IsGreeted(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || (url.Scheme != "wss" && !IsEmulator(url)))
            return false;
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(url, patience.Token);
            var buffer = new byte[LargestHello];
            var read = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            var isHello = read.EndOfMessage && JsonNode.Parse(buffer.AsSpan(0, read.Count)) is JsonObject message && (string?)message["type"] == "hello";
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
            return isHello;
        }
        catch (Exception failed) when (failed is WebSocketException or OperationCanceledException or JsonException
            or InvalidOperationException or HttpRequestException or IOException)
        {
            return false;
        }
    }

    /// <summary>An emulator on this machine has no certificate.</summary>
    private bool IsEmulator(Uri socket) =>
        socket.Scheme == "ws" && options.ApiBaseUrl.Scheme == Uri.UriSchemeHttp && socket.Host == options.ApiBaseUrl.Host;
}

/// <param name="Lost">Why there is no body.</param>
internal sealed record Probed(JsonObject? Body, DateTimeOffset? Date, IReadOnlyList<string>? Scopes, string? Lost)
{
    public bool IsOk => Text("ok") == "true";

    /// <summary>Slack's word for what is wrong.</summary>
    public string Error => Lost ?? Text("error") ?? "unknown_error";

    public string? Text(string property) => Body?[property] is JsonValue value ? value.ToString() : null;
}
