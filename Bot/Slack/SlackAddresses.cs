namespace AsyncBot.Bot.Slack;

/// <summary>Where Slack calls the bot, below its public address, when it is not connected by Socket Mode.</summary>
public static class SlackAddresses
{
    public const string Commands = "/slack/commands";
    public const string Interactions = "/slack/interactions";
    public const string Events = "/slack/events";
}
