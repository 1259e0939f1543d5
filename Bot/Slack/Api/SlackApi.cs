using System.Net;
using System.Net.Http.Headers;

namespace AsyncBot.Bot.Slack.Api;

/// <summary>
/// Slack's Web API: keeps its limits, repeats what can be repeated, and answers what became of each call. The token leaves in a header to
/// Slack's own address, and shows nowhere else.
/// </summary>
public sealed partial class SlackApi(HttpClient http, SlackOptions options, SlackThrottle throttle, TimeProvider time, ILogger<SlackApi> log)
{
    private const int Repetitions = 2;

    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    private readonly SlackTransport _transport = new(http, time);
    private readonly SlackTokens _tokens = new(time, log);

    /// <summary>Connections for this API alone: without cookies, never redirected, and renewed so that a changed address is noticed.</summary>
    public static HttpClient Connect() => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        Proxy = new ProxyToOthers(HttpClient.DefaultProxy),
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public Task<SlackAnswer<T>> Call<T>(SlackMethod<T> method, SlackArguments arguments, CancellationToken ct) =>
        Call(method, arguments, Timeout.InfiniteTimeSpan, ct);

    /// <param name="within">For a call that somebody waits for: it ends by then, repetitions included.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<SlackAnswer<T>> Call<T>(SlackMethod<T> method, SlackArguments arguments, TimeSpan within, CancellationToken ct)
    {
        var begun = time.GetTimestamp();
        for (var repeated = 0; ; repeated++)
        {
            if (_tokens.DeadBy(method.UsesAppToken) is { } error)
                return new SlackAnswer<T>.Failed(error, null, []);
            if (await throttle.Enter(method, arguments.Channel, ct) is { } rest)
                return new SlackAnswer<T>.RateLimited(rest);
            var answer = SlackReading.Read(method, await Send(method, arguments, Left() is { } left && left < Attempt ? left : Attempt, ct));
            Note(method, arguments, answer);
            if (method.Repeat == SlackRepeat.Never || repeated == Repetitions || PauseAfter(answer, repeated) is not { } pause || pause >= Left())
                return answer;
            await Task.Delay(pause, time, ct);
        }

        TimeSpan? Left() => within == Timeout.InfiniteTimeSpan ? null
            : within - time.GetElapsedTime(begun) is var left && left > TimeSpan.FromMilliseconds(1) ? left
            : TimeSpan.FromMilliseconds(1);
    }

    /// <summary>Sends a file to the address that <see cref="SlackMethods.GetUploadUrl"/> gave; the address is its own permission, and gets no token.</summary>
    public async Task<SlackAnswer<SlackNothing>> Upload(string address, byte[] content, CancellationToken ct)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !MayUploadTo(url))
            return new SlackAnswer<SlackNothing>.Failed("an address that is not Slack's", null, []);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await _transport.Send(request, Attempt, ct) switch
        {
            Exchange.Lost lost => new SlackAnswer<SlackNothing>.Unreachable(lost.Reason, lost.MayHaveArrived),
            Exchange.Answered { Status: HttpStatusCode.OK } => new SlackAnswer<SlackNothing>.Ok(new SlackNothing()),
            Exchange.Answered answered => new SlackAnswer<SlackNothing>.Unreachable($"HTTP {(int)answered.Status}", MayHaveArrived: true),
            _ => throw new InvalidOperationException("No such exchange."),
        };
    }

    private bool MayUploadTo(Uri url) => url.Scheme == Uri.UriSchemeHttps
        || (options.ApiBaseUrl.Scheme == Uri.UriSchemeHttp && url.Scheme == Uri.UriSchemeHttp && url.Authority == options.ApiBaseUrl.Authority);

    private async Task<Exchange> Send<T>(SlackMethod<T> method, SlackArguments arguments, TimeSpan timeout, CancellationToken ct)
    {
        var token = method.UsesAppToken ? options.AppToken : options.BotToken;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{options.ApiBaseUrl.AbsoluteUri.TrimEnd('/')}/{method.Name}"));
        request.Content = new FormUrlEncodedContent(arguments);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _transport.Send(request, timeout, ct);
    }

    private void Note<T>(SlackMethod<T> method, SlackArguments arguments, SlackAnswer<T> answer)
    {
        switch (answer)
        {
            case SlackAnswer<T>.RateLimited limited:
                throttle.Stop(method, arguments.Channel, limited.After);
                Stopped(method.Name, limited.After.TotalSeconds);
                break;
            case SlackAnswer<T>.Unreachable unreachable:
                Failed(method.Name, unreachable.Reason);
                break;
            case SlackAnswer<T>.Failed failed:
                _tokens.Refused(method.UsesAppToken, failed.Error);
                break;
            default:
                _tokens.Worked(method.UsesAppToken);
                break;
        }
    }

    /// <summary>Null where trying again at once would not help.</summary>
    private static TimeSpan? PauseAfter<T>(SlackAnswer<T> answer, int repeated) => answer switch
    {
        SlackAnswer<T>.Unreachable => FirstPause * (1 << repeated) * (0.5 + Random.Shared.NextDouble()),
        SlackAnswer<T>.RateLimited limited when limited.After <= LongestPause => limited.After + TimeSpan.FromMilliseconds(Random.Shared.Next(10, 100)),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack asks to leave {Method} alone for {Seconds:0} s")]
    private partial void Stopped(string method, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack did not answer {Method}: {Reason}")]
    private partial void Failed(string method, string reason);
}
