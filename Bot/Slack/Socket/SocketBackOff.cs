namespace AsyncBot.Bot.Slack.Socket;

/// <summary>Waits that double, each shortened by chance, so that bots that lost Slack together do not come back together.</summary>
public sealed class SocketBackOff(TimeSpan first, TimeSpan longest, Func<double> chance)
{
    private int _attempt;

    /// <summary>Between half and all of the next step.</summary>
    public TimeSpan Next()
    {
        var step = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * (1L << Math.Min(_attempt++, 20)));
        return TimeSpan.FromMilliseconds(step * (0.5 + (chance() / 2)));
    }

    public void Reset() => _attempt = 0;
}
