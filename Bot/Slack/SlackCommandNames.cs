using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack;

/// <summary>Which slash command stands for which noun, as configured: another app may own a name.</summary>
public sealed class SlackCommandNames(SlackOptions options, CommandCatalog commands)
{
    private const string Everything = "async";
    private const string Help = "help";

    private readonly Dictionary<string, string> _nouns = commands.Nouns.Concat(commands.Announced.Keys)
        .Where(noun => noun != Help)
        .Select(noun => (Noun: noun, Command: options.CommandNames.GetValueOrDefault(noun, "/" + noun)))
        .Where(each => each.Command.Length > 0)
        .ToDictionary(each => each.Command, each => each.Noun, StringComparer.OrdinalIgnoreCase);

    /// <summary>The slash commands by the noun that each stands for, in their order.</summary>
    public IEnumerable<(string Noun, string Command)> All => _nouns.Select(pair => (pair.Value, pair.Key));

    /// <summary>The line that a slash command means; an unknown one is taken by its word.</summary>
    public string LineOf(string command, string text) => $"{_nouns.GetValueOrDefault(command) ?? command.TrimStart('/')} {text}";

    /// <summary>How a command is typed: <c>idea list</c> as <c>/idea list</c>.</summary>
    public string Spoken(string command)
    {
        if (command.StartsWith('/'))
            return command;
        var noun = command.Split(' ')[0];
        if (SlashOf(noun) is { } slash)
            return slash + command[noun.Length..];
        return SlashOf(Everything) is { } everything ? $"{everything} {command}" : $"@AsyncBot {command}";
    }

    private string? SlashOf(string noun) => All.FirstOrDefault(each => each.Noun == noun).Command;
}
