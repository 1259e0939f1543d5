using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AsyncBot.TestKit.Slack;

/// <summary>Answers, or fails in the way that the test asked for.</summary>
internal static class FaultAnswer
{
    public static async Task Around(HttpContext http, FakeSlack slack, Fault? fault, Func<Task> answer)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, slack.Ended);
        switch (fault)
        {
            case null:
                await answer();
                break;
            case Fault.RateLimited limited:
                if (limited.Seconds is { } seconds)
                    http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                await Write(http, 429, "application/json; charset=utf-8", """{"ok":false,"error":"ratelimited"}""");
                break;
            case Fault.ServerError error:
                await Write(http, error.Status, "text/plain", "");
                break;
            case Fault.HtmlPage page:
                await Write(http, page.Status, "text/html; charset=utf-8", "<!DOCTYPE html><html><body><h1>Slack is having trouble</h1></body></html>");
                break;
            case Fault.Hang:
                await Until(gone.Token);
                http.Abort();
                break;
            case Fault.DropBeforeBody:
                http.Abort();
                break;
            case Fault.DropAfterBodyWasRead:
                await Unsent(http, answer);
                http.Abort();
                break;
            case Fault.HangAfterBodyWasRead:
                await Unsent(http, answer);
                await Until(gone.Token);
                http.Abort();
                break;
            case Fault.OkFalse refused:
                await Write(http, 200, "application/json; charset=utf-8", $$"""{"ok":false,"error":"{{refused.Error}}"}""");
                break;
            case Fault.SlowAnswer slow:
                var text = await Unsent(http, answer);
                await Task.Delay(slow.After, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await http.Response.Body.WriteAsync(text, gone.Token);
                break;
        }
    }

    public static Task Write(HttpContext http, int status, string type, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(text);
    }

    private static async Task Until(CancellationToken gone) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Does it, and keeps the answer back.</summary>
    private static async Task<byte[]> Unsent(HttpContext http, Func<Task> answer)
    {
        var wire = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        await answer();
        http.Response.Body = wire;
        return kept.ToArray();
    }
}
