using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>auth.test and apps.connections.open.</summary>
internal static class AppMethods
{
    public static IReadOnlyList<SlackMethod> All { get; } =
    [
        new("auth.test", AuthTest),
        new("apps.connections.open", (slack, _) => new JsonObject { ["url"] = slack.Socket.NewUrl() }) { IsApp = true },
    ];

    private static JsonObject AuthTest(FakeSlack slack, SlackRequest request) => new()
    {
        ["url"] = $"https://{FakeSlack.TeamDomain}.slack.com/",
        ["team"] = "Example",
        ["user"] = "asyncbot",
        ["team_id"] = FakeSlack.Team,
        ["user_id"] = FakeSlack.BotUser,
        ["bot_id"] = FakeSlack.Bot,
        ["is_enterprise_install"] = false,
    };
}
