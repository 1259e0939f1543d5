namespace AsyncBot.Bot.Slack;

/// <summary>The entries of the bot in Slack's menus, by the names that come back when one is picked.</summary>
public static class SlackShortcuts
{
    private const string Form = "form ";

    /// <summary>The entry that opens a command's form.</summary>
    public static string FormOf(string command) => Form + command;

    /// <summary>The command whose form an entry opens; null where it is another entry.</summary>
    public static string? CommandOf(string? callbackId) => callbackId?.StartsWith(Form, StringComparison.Ordinal) == true ? callbackId[Form.Length..] : null;
}
