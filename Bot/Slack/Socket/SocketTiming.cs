namespace AsyncBot.Bot.Slack.Socket;

/// <summary>The numbers of Socket Mode.</summary>
public sealed record SocketTiming
{
    /// <summary>Slack allows ten for an app, all replicas together, and gives each envelope to one of them.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>Between the starts of two, because Slack ends each after about an hour.</summary>
    public TimeSpan Stagger { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Without a sign of life for this long after a ping, the peer is dead.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A connection that was not greeted by then is none.</summary>
    public TimeSpan HelloTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection is still served after its replacement is open, unless Slack ends it before.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What was begun is finished within this time when the bot stops or a connection is given up.</summary>
    public TimeSpan FinishTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Waits between attempts grow from the first to the longest, and begin anew after a connection was well for a while.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan WellFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often to try again where somebody switched Socket Mode off.</summary>
    public TimeSpan SwitchedOffWait { get; init; } = TimeSpan.FromMinutes(5);

    public int LongestMessage { get; init; } = 1024 * 1024;

    /// <summary>Envelopes of one connection that are worked on at the same time.</summary>
    public int AtOnce { get; init; } = 16;
}
