namespace AsyncBot.Bot.Slack.Lookups;

/// <summary>
/// How long a command waits for what Slack has to say. After a wait for nothing nobody waits for a while, so one dead connection costs one command
/// a second.
/// </summary>
internal sealed partial class Patience(TimeProvider time, ILogger log)
{
    private const long Never = long.MinValue;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(1200);
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    private long _lostAt = Never;

    /// <summary>How much longer to wait for an answer that was asked for then.</summary>
    public TimeSpan LeftSince(long begun) =>
        Volatile.Read(ref _lostAt) is var lost && lost != Never && time.GetElapsedTime(lost) < Rest ? TimeSpan.Zero : Longest - time.GetElapsedTime(begun);

    public void WaitedInVain(long since)
    {
        if (time.GetElapsedTime(since) > Noticeable)
            Volatile.Write(ref _lostAt, time.GetTimestamp());
    }

    public void Answered() => Volatile.Write(ref _lostAt, Never);

    [LoggerMessage(Level = LogLevel.Error, Message = "What Slack said could not be used")]
    public partial void Broke(Exception error);
}
