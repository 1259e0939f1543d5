namespace AsyncBot.Bot.Slack.Lookups;

/// <summary>The workspace in which the bot is installed, and who the bot is there.</summary>
/// <param name="Url">Such as <c>https://example.slack.com/</c>; null where Slack does not say.</param>
public sealed record SlackHome(string TeamId, string? TeamName, string? Url, string BotUserId);
