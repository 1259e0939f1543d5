using AsyncBot.TestKit;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack;

/// <summary>The real bot in a process of its own, in the fake workspace, which calls it as Slack does.</summary>
internal sealed class SlackBot : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _settings;
    private bool _isOverSocket;

    private SlackBot(FakeSlack slack, string[] settings)
    {
        Slack = slack;
        _settings = settings;
    }

    public FakeSlack Slack { get; }

    public RunningBot Bot { get; private set; } = null!;

    /// <summary>What people do, sent to the bot.</summary>
    public SlackHttpClient People { get; private set; } = null!;

    /// <summary>The same over the bot's own connection, where it has one.</summary>
    public SlackSocketClient PeopleOverSocket { get; private set; } = null!;

    /// <param name="settings">As <c>Slack:Commands:idea=/ideas</c>; later ones win.</param>
    public static async Task<SlackBot> Start(params string[] settings)
    {
        var started = new SlackBot(await FakeSlack.Start(), settings);
        await started.Run();
        return started;
    }

    /// <summary>The bot without an address that Slack could call.</summary>
    public static async Task<SlackBot> StartOverSocket()
    {
        var started = new SlackBot(await FakeSlack.Start(), []) { _isOverSocket = true };
        await started.Run();
        await started.Slack.Socket.Open(1);
        return started;
    }

    /// <summary>Ends it as by <c>kill -9</c>, and starts it again on what was on disk.</summary>
    public async Task Restart()
    {
        await Bot.DisposeAsync();
        People.Dispose();
        await Run();
    }

    /// <summary>Waits until the bot's messages in a channel fit.</summary>
    public async Task<IReadOnlyList<SlackMessage>> Posts(string channel, Func<IReadOnlyList<SlackMessage>, bool> fit)
    {
        await Slack.WaitFor(slack => fit(In(channel)));
        return In(channel);
    }

    /// <summary>The next message of the bot in a channel for everybody, or in somebody's direct conversation.</summary>
    public async Task<SlackMessage> Post(string channel, string text) =>
        (await Posts(channel, posts => posts.Any(post => post.Shown.Contains(text, StringComparison.Ordinal)))).Last(post => post.Shown.Contains(text, StringComparison.Ordinal));

    /// <summary>What only one person sees.</summary>
    public async Task<SlackMessage> Whisper(string user, string text)
    {
        await Slack.WaitFor(slack => slack.Messages.Any(IsIt));
        return Slack.Messages.Last(IsIt);

        bool IsIt(SlackMessage message) => message.EphemeralTo == SlackUser.IdOf(user) && message.Shown.Contains(text, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        People.Dispose();
        await Slack.DisposeAsync();
        _folder.Dispose();
    }

    private IReadOnlyList<SlackMessage> In(string channel)
    {
        var id = channel.StartsWith('#') ? SlackChannel.IdOf(channel) : "D0" + channel.ToUpperInvariant();
        return [.. Slack.Messages.Where(message => message.IsFromBot && message.EphemeralTo is null && message.Channel == id)];
    }

    private async Task Run()
    {
        var way = _isOverSocket ? $"Slack:AppToken={Slack.AppToken}" : $"Slack:SigningSecret={Slack.SigningSecret}";
        string[] usual = [$"Slack:BotToken={Slack.BotToken}", way, $"Slack:ApiBaseUrl={Slack.ApiBaseUrl}"];
        Bot = await RunningBot.Start(Path.Combine(_folder.Path, "asyncbot.db"), [.. usual, .. _settings]);
        People = Slack.Connect(Bot.Address);
        PeopleOverSocket = Slack.ConnectOverSocket();
    }
}
