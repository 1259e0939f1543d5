namespace AsyncBot.Bot.Tests.Slack;

/// <summary>Tests that share one running bot, each with people and texts of its own.</summary>
[Parallelizable]
public abstract class SlackBotTests
{
    private protected SlackBot _bot = null!;

    [OneTimeSetUp]
    public async Task Start() => _bot = await Open();

    [OneTimeTearDown]
    public async Task Stop() => await _bot.DisposeAsync();

    private protected virtual Task<SlackBot> Open() => SlackBot.Start();
}
