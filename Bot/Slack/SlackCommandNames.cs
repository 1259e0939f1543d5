using AsyncBot.Bot.Hosting;
using AsyncBot.Core.Commands;

namespace AsyncBot.Bot.Slack;

/// <summary>Which slash command stands for which noun, as configured: another app may own a name.</summary>
public sealed class SlackCommandNames
{
    private const string Everything = "async";
    private const string Help = "help";

    private readonly Dictionary<string, string> _commands = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _nouns = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="configured">Commands by noun where they are not the noun with a slash; empty for none.</param>
    /// <exception cref="ConfigurationException">Two nouns would have one command.</exception>
    public SlackCommandNames(IReadOnlyDictionary<string, string> configured, CommandCatalog commands)
    {
        string[] nouns = [.. commands.Nouns, .. commands.Announced.Keys];
        if (configured.Keys.FirstOrDefault(noun => noun == Help || !nouns.Contains(noun, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            var known = string.Join(", ", nouns.Where(noun => noun != Help));
            throw new ConfigurationException($"Slack:Commands:{unknown} names no command: there are {known}.");
        }

        foreach (var noun in commands.Nouns.Where(noun => noun is not Help and not Everything).Concat(commands.Announced.Keys).Append(Everything))
        {
            var command = configured.GetValueOrDefault(noun, "/" + noun);
            if (command.Length == 0)
                continue;
            if (!_nouns.TryAdd(command, noun))
            {
                var named = configured.ContainsKey(noun) ? noun : _nouns[command];
                throw new ConfigurationException($"{command} would be two commands: give Slack:Commands:{named} another name, or nothing to leave it out.");
            }

            _commands.Add(noun, command);
        }
    }

    /// <summary>Each noun that has a slash command, with it; administration last.</summary>
    public IEnumerable<(string Noun, string Command)> All => _commands.Select(pair => (pair.Key, pair.Value));

    /// <summary>The line that a slash command means; an unknown one is taken by its word.</summary>
    public string LineOf(string command, string text) => $"{_nouns.GetValueOrDefault(command) ?? command.TrimStart('/')} {text}";

    /// <summary>How a command is typed in a thread, where Slack takes no slash commands.</summary>
    public static string SpokenInThread(string command) => command.StartsWith('/') ? command : $"@AsyncBot {command}";

    /// <summary>How a command is typed: <c>idea list</c> as <c>/idea list</c>.</summary>
    public string Spoken(string command)
    {
        if (command.StartsWith('/'))
            return command;
        var noun = command.Split(' ')[0];
        if (_commands.GetValueOrDefault(noun) is { } slash)
            return slash + command[noun.Length..];
        return _commands.GetValueOrDefault(Everything) is { } everything ? $"{everything} {command}" : SpokenInThread(command);
    }
}
