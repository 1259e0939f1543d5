using AsyncBot.Bot.Slack.Lookups;

namespace AsyncBot.Bot.Slack.Setup;

/// <summary>Gets to know the workspace while nobody waits for it, and says at once where the token does not work.</summary>
public sealed partial class SlackStart(SlackDirectory directory, SlackOptions options, ILogger<SlackStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (await directory.Home(stoppingToken) is { } home)
        {
            var ways = options.AppToken is null ? "HTTP" : options.SigningSecrets.Count == 0 ? "Socket Mode" : "HTTP and Socket Mode";
            Started(home.TeamName ?? home.TeamId, ways);
            await directory.Warm(stoppingToken);
        }
        else
            Unknown();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to the Slack workspace {Workspace}, listening over {Transport}")]
    private partial void Started(string workspace, string transport);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not say which workspace the bot's token belongs to; run the bot with: slack check")]
    private partial void Unknown();
}
