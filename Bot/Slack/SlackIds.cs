using AsyncBot.Core.Documents;

namespace AsyncBot.Bot.Slack;

/// <summary>Names a Slack team among all workspaces, so that ids of two platforms never meet.</summary>
public static class SlackIds
{
    private const string Prefix = "slack.";

    public static WorkspaceId Workspace(string team) => new(Prefix + team);

    public static bool IsSlack(WorkspaceId workspace) => workspace.Value?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>Whether a word has the form of a person's id, such as <c>U012AB3CD</c>.</summary>
    public static bool IsPerson(string word) => IsId(word, "UW");

    /// <summary>Whether a word has the form of a channel's id, such as <c>C012AB3CD</c>.</summary>
    public static bool IsChannel(string word) => IsId(word, "CG");

    private static bool IsId(string word, string kinds) =>
        word.Length > 1
        && kinds.Contains(word[0], StringComparison.Ordinal)
        && word.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));
}
