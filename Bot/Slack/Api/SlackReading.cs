using System.Net;
using System.Text.Json;

namespace AsyncBot.Bot.Slack.Api;

/// <summary>Tells from what came back what became of a call.</summary>
internal static class SlackReading
{
    private const string NotUnderstood = "an answer that is not Slack's";

    private static readonly TimeSpan UsualRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    public static SlackAnswer<T> Read<T>(SlackMethod<T> method, Exchange exchange)
    {
        if (exchange is Exchange.Lost lost)
            return new SlackAnswer<T>.Unreachable(lost.Reason, lost.MayHaveArrived);
        var answered = (Exchange.Answered)exchange;
        if (answered.Status == HttpStatusCode.TooManyRequests)
            return new SlackAnswer<T>.RateLimited(RestOf(answered.RetryAfter));
        if ((int)answered.Status >= 500 || HeadOf(answered.Body) is not { Ok: { } ok } head)
            return new SlackAnswer<T>.Unreachable($"HTTP {(int)answered.Status}, {NotUnderstood}", MayHaveArrived: true);
        if (ok)
            return Value(method, answered.Body);
        return head.Error switch
        {
            "ratelimited" or "rate_limited" => new SlackAnswer<T>.RateLimited(RestOf(answered.RetryAfter)),
            "internal_error" or "fatal_error" or "request_timeout" or "service_unavailable" =>
                new SlackAnswer<T>.Unreachable(head.Error, MayHaveArrived: true),
            _ => new SlackAnswer<T>.Failed(head.Error ?? "unknown_error", head.Needed, head.ResponseMetadata?.Messages ?? []),
        };
    }

    private static TimeSpan RestOf(TimeSpan? asked)
    {
        var rest = asked ?? UsualRest;
        return rest < ShortestRest ? ShortestRest : rest > LongestRest ? LongestRest : rest;
    }

    private static SlackAnswer<T> Value<T>(SlackMethod<T> method, byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, method.Answer) is { } value
                ? new SlackAnswer<T>.Ok(value)
                : new SlackAnswer<T>.Unreachable(NotUnderstood, MayHaveArrived: true);
        }
        catch (JsonException)
        {
            return new SlackAnswer<T>.Unreachable(NotUnderstood, MayHaveArrived: true);
        }
    }

    private static SlackHead? HeadOf(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SlackJson.Default.SlackHead);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
