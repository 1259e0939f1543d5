using System.Globalization;

namespace AsyncBot.TestKit.Slack;

/// <summary>Everything the fake workspace knows; read and changed under its gate only.</summary>
internal sealed class SlackState(TimeProvider time)
{
    private long _lastTs;
    private int _ids;

    public Lock Gate { get; } = new();

    public Dictionary<string, SlackUser> Users { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SlackChannel> Channels { get; } = new(StringComparer.Ordinal);

    public List<SlackMessage> Messages { get; } = [];

    public List<SlackCall> Calls { get; } = [];

    public Dictionary<string, SlackView> Views { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SlackView> Homes { get; } = new(StringComparer.Ordinal);

    public List<SlackResponse> Responses { get; } = [];

    public Dictionary<string, SlackFile> Files { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SlackUserGroup> Groups { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Unique, and later than any before; microseconds as Slack writes them.</summary>
    public string NextTs()
    {
        var micros = (Now - DateTimeOffset.UnixEpoch).Ticks / 10;
        _lastTs = Math.Max(micros, _lastTs + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{_lastTs / 1_000_000}.{_lastTs % 1_000_000:D6}");
    }

    public string NextId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_ids:D4}");

    public SlackChannel Direct(string user)
    {
        var id = "D0" + (user.StartsWith("U0", StringComparison.Ordinal) ? user[2..] : user);
        if (!Channels.TryGetValue(id, out var channel))
            Channels[id] = channel = new SlackChannel(id, "") { DirectWith = user, IsPrivate = true, Members = [user, FakeSlack.BotUser] };
        return channel;
    }

    public SlackMessage? Find(string channel, string ts) => Messages.Find(message => message.Channel == channel && message.Ts == ts);

    public void Replace(SlackMessage message)
    {
        var at = Messages.FindIndex(each => each.Channel == message.Channel && each.Ts == message.Ts);
        if (at >= 0)
            Messages[at] = message;
    }
}
