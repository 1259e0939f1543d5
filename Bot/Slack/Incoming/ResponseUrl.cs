using System.Net.Http.Headers;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>
/// The address that comes with what somebody did, for answers after the first seconds: five within half an hour. Only Slack's own hosts are
/// spoken to, and without the token, because the address comes from outside.
/// </summary>
public sealed partial class ResponseUrl(HttpClient http, SlackOptions options, TimeProvider time, ILogger<ResponseUrl> log)
{
    private const int Attempts = 2;

    private static readonly string[] Hosts = ["hooks.slack.com", "hooks.slack-gov.com"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <returns>False where it surely did not arrive.</returns>
    public async Task<bool> Send(string? address, ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var url))
            return false;
        if (!IsAllowed(url))
        {
            Refused(url.Host);
            return false;
        }

        for (var attempt = 1; ; attempt++)
        {
            var (arrived, mayRepeat) = await Try(url, json, ct);
            if (arrived || !mayRepeat || attempt == Attempts)
                return arrived;
            await Task.Delay(Pause, time, ct);
        }
    }

    private async Task<(bool MayHaveArrived, bool MayRepeat)> Try(Uri url, ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            using var content = new ReadOnlyMemoryContent(json);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.IsSuccessStatusCode)
                return (true, false);
            Failed($"HTTP {(int)response.StatusCode}");
            return (false, (int)response.StatusCode >= 500);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Failed(error.GetType().Name);
            var isUnsent = error is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
            };
            return (MayHaveArrived: !isUnsent, MayRepeat: isUnsent);
        }
    }

    private bool IsAllowed(Uri url) => url.UserInfo.Length == 0
        && ((url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && Hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase))
            || (options.ApiBaseUrl.IsLoopback && url.Scheme == options.ApiBaseUrl.Scheme && url.Authority == options.ApiBaseUrl.Authority));

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer was not sent to {Host}, which is none of Slack's")]
    private partial void Refused(string host);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer did not reach Slack: {Why}")]
    private partial void Failed(string why);
}
