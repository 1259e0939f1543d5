using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace AsyncBot.Bot.Tests.Slack;

/// <summary>Answers calls as Slack would, or worse, and remembers them.</summary>
internal sealed class SlackStub(TimeProvider time) : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Func<SlackRequest, Task<HttpResponseMessage>>> _usual = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<SlackRequest, Task<HttpResponseMessage>>>> _once = new();
    private readonly ConcurrentQueue<SlackRequest> _requests = new();

    public IReadOnlyList<SlackRequest> Requests => [.. _requests];

    public IReadOnlyList<SlackRequest> To(string method) => [.. _requests.Where(request => request.Method == method)];

    /// <summary>What a method answers from now on.</summary>
    public void Answers(string method, string json) => _usual[method] = _ => Task.FromResult(Json(json));

    public void Answers(string method, Func<SlackRequest, HttpResponseMessage> answer) => _usual[method] = request => Task.FromResult(answer(request));

    public void Answers(string method, Func<SlackRequest, Task<HttpResponseMessage>> answer) => _usual[method] = answer;

    /// <summary>What a method answers next, before it goes on as usual.</summary>
    public void Once(string method, Func<SlackRequest, HttpResponseMessage> answer) =>
        _once.GetOrAdd(method, _ => new()).Enqueue(request => Task.FromResult(answer(request)));

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage TooMany(string? retryAfter)
    {
        var answer = Json("""{"ok":false,"error":"ratelimited"}""", HttpStatusCode.TooManyRequests);
        if (retryAfter is not null)
            answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return answer;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var seen = new SlackRequest(
            request.RequestUri!, request.RequestUri!.Segments[^1], request.Headers.Authorization?.ToString(), FieldsOf(body), body, time.GetUtcNow());
        _requests.Enqueue(seen);
        if (_once.TryGetValue(seen.Method, out var next) && next.TryDequeue(out var once))
            return await once(seen).WaitAsync(cancellationToken);
        return await (_usual.TryGetValue(seen.Method, out var usual) ? usual(seen) : Task.FromResult(Json("""{"ok":true}"""))).WaitAsync(cancellationToken);
    }

    private static Dictionary<string, string> FieldsOf(string body) => body.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(field => field.Split('=', 2)).Where(pair => pair.Length == 2)
        .ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[1]));
}

internal sealed record SlackRequest(Uri Url, string Method, string? Authorization, IReadOnlyDictionary<string, string> Fields, string Body, DateTimeOffset At)
{
    public string this[string field] => Fields.GetValueOrDefault(field, "");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Method} {Body}");
}
