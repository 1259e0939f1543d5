namespace AsyncBot.Bot.Slack;

/// <summary>Where a message can be read again.</summary>
public static class SlackLinks
{
    /// <param name="workspace">The workspace's address, such as <c>https://example.slack.com</c>; null where it is not known.</param>
    public static string? To(string? workspace, string channel, string message, string? thread)
    {
        if (workspace is null)
            return null;
        var digits = message.Replace(".", "", StringComparison.Ordinal);
        var inThread = thread is null || thread == message ? "" : $"?thread_ts={thread}&cid={channel}";
        return $"{workspace.TrimEnd('/')}/archives/{channel}/p{digits}{inThread}";
    }
}
