namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>What goes back for one delivery, the same over HTTP and over a socket.</summary>
/// <param name="Json">Empty for a plain acknowledgement.</param>
/// <param name="IsTaken">False where Slack should deliver it again.</param>
/// <param name="Otherwise">How to answer where the reply can't be given any more; null where there is no other way.</param>
public readonly record struct SlackReply(ReadOnlyMemory<byte> Json, bool IsTaken = true, Func<Task>? Otherwise = null)
{
    public static readonly SlackReply Acknowledged = new(default);

    /// <summary>Nothing was done; the next delivery of the same may work.</summary>
    public static readonly SlackReply Later = new(default, IsTaken: false);
}

/// <summary>A delivery that is not what Slack sends.</summary>
public sealed class MalformedDeliveryException(string what) : Exception(what);
