using System.Net;
using System.Net.Http.Headers;

namespace AsyncBot.Bot.Slack.Api;

/// <summary>One request over the wire, and what surely is known of it afterwards.</summary>
internal sealed class SlackTransport(HttpClient http, TimeProvider time)
{
    /// <summary>The longest answers are pages of people, of less than a megabyte.</summary>
    private const int LargestAnswer = 8 * 1024 * 1024;

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<Exchange> Send(HttpRequestMessage request, TimeSpan timeout, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await response.Content.LoadIntoBufferAsync(LargestAnswer, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return new Exchange.Answered(response.StatusCode, RetryAfter(response.Headers.RetryAfter), body);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            // Where neither gave up, it was the handler, which gives up on nothing but connecting.
            return patience.IsCancellationRequested
                ? new Exchange.Lost("no answer in time", MayHaveArrived: true)
                : new Exchange.Lost("could not connect in time", MayHaveArrived: false);
        }
        catch (HttpRequestException error)
        {
            return new Exchange.Lost($"{error.HttpRequestError}", MayHaveArrived: !IsBeforeSending(error.HttpRequestError));
        }
        catch (IOException error)
        {
            return new Exchange.Lost(error.GetType().Name, MayHaveArrived: true);
        }
    }

    private static bool IsBeforeSending(HttpRequestError error) => error is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
}

/// <summary>What came back of one request.</summary>
internal abstract record Exchange
{
    public sealed record Answered(HttpStatusCode Status, TimeSpan? RetryAfter, byte[] Body) : Exchange;

    public sealed record Lost(string Reason, bool MayHaveArrived) : Exchange;
}
