namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>Says, but not with every request, that an earlier signing secret is still in use and should go.</summary>
public sealed partial class OldSecretAlarm(TimeProvider time, ILogger<OldSecretAlarm> log)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private long _rang;

    public void Ring()
    {
        SlackMetrics.Refused("old secret still used");
        var (rang, now) = (Interlocked.Read(ref _rang), time.GetTimestamp());
        if ((rang == 0 || time.GetElapsedTime(rang, now) > Quiet) && Interlocked.CompareExchange(ref _rang, now, rang) == rang)
            Used();
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Slack still signs with an earlier secret. When it signs with the new one, take the earlier one out of Slack:SigningSecret")]
    private partial void Used();
}
