namespace AsyncBot.Core.Messages;

/// <summary>How a command is typed in a channel of a platform with slash commands, where anything without a slash is chat.</summary>
public static class SlashCommand
{
    /// <summary>Help is a word after the bot's own command, because every chat has a <c>/help</c> already.</summary>
    public static string Of(string command) => command.StartsWith('/') ? command
        : command.Split(' ')[0] == "help" ? "/async " + command
        : "/" + command;
}
