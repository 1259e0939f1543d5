using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>One method of the Web API.</summary>
internal sealed record SlackMethod(string Name, Func<FakeSlack, SlackRequest, JsonObject> Do, params string[] Scopes)
{
    /// <summary>Called with the app-level token.</summary>
    public bool IsApp { get; init; }
}

/// <summary>The methods that the fake has.</summary>
internal static class SlackMethods
{
    private static readonly Dictionary<string, SlackMethod> All = new[]
    {
        AppMethods.All, ChatMethods.All, ConversationMethods.All, HistoryMethods.All, UserMethods.All, UserGroupMethods.All, ReactionMethods.All, ViewMethods.All, FileMethods.All,
    }.SelectMany(methods => methods).ToDictionary(method => method.Name, StringComparer.Ordinal);

    public static IEnumerable<string> AllScopes =>
        All.Values.SelectMany(method => method.Scopes).Concat(HistoryMethods.Scopes).Concat(["commands", "app_mentions:read"]).Distinct();

    public static SlackMethod? Find(string name) => All.GetValueOrDefault(name);
}
