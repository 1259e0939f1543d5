namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>The names of deliveries, under which each has one effect however often it comes.</summary>
public static class SlackKeys
{
    private const int Longest = 200;

    /// <param name="id">An event id or a trigger id; null or too long to be one where there is none.</param>
    public static string? Of(string? id) => id is { Length: > 0 and <= Longest } ? "slack " + id : null;

    /// <summary>A message is a command once, however often it is edited; Slack numbers each edit of a mention as a new event.</summary>
    public static string OfMessage(string channel, string ts) => $"slack message {channel} {ts}";

    /// <summary>A form is sent once.</summary>
    public static string OfForm(string view) => "slack form " + view;
}
