using AsyncBot.Bot.Slack.Api;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Delivery;

/// <summary>What the outbox should make of an answer of Slack.</summary>
internal static class SlackOutcome
{
    /// <summary>Somebody has to change a setting and start the bot again; what waits should not make them wait.</summary>
    private static readonly Duration UntilTokenMayWork = Duration.FromSeconds(30);

    public static Outcome Of<T>(SlackAnswer<T> answer, Func<T, string?> messageOf) => answer switch
    {
        SlackAnswer<T>.Ok ok => new Delivered(messageOf(ok.Value) is { } message ? new MessageId(message) : null),
        SlackAnswer<T>.Unreachable { MayHaveArrived: true } lost => new Unknown(lost.Reason),
        _ => OfNothingDone(answer),
    };

    /// <summary>For a step before the one that people see.</summary>
    public static Outcome OfNothingDone<T>(SlackAnswer<T> answer) => answer switch
    {
        SlackAnswer<T>.Failed failed when SlackErrors.IsOfToken(failed.Error) => new TryLater(UntilTokenMayWork, failed.Error),
        SlackAnswer<T>.Failed failed => new Refused(SlackErrors.Explain(failed.Error, failed.Needed, failed.Messages)),
        SlackAnswer<T>.RateLimited limited => new TryLater(Duration.FromTimeSpan(limited.After), answer.Why),
        _ => new TryLater(null, answer.Why),
    };

    /// <summary>For a look-up: what Slack does not show, nobody can tell.</summary>
    public static Outcome OfLookUp<T>(SlackAnswer<T> answer) => OfNothingDone(answer) switch
    {
        Refused refused => new Unknown(refused.Reason),
        var other => other,
    };
}
