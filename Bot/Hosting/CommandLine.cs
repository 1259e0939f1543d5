namespace AsyncBot.Bot.Hosting;

/// <summary>What can stand behind the program's name: nothing starts the bot, settings such as <c>--Urls=…</c> apart.</summary>
public static class CommandLine
{
    private const int WrongUse = 2;

    private const string Usage = """
        AsyncBot starts without arguments; settings may follow as --Storage:Path=data/asyncbot.db. Also:
          slack manifest [--public-url https://asyncbot.example.org]   prints the manifest of the Slack app
          slack check                                                  looks at the set-up of Slack
          healthcheck                                                  asks the running bot whether it is ready
        """;

    /// <summary>Whether it is a word that nobody knows, or a question; <c>Urls=…</c> is a setting, with or without dashes.</summary>
    public static bool IsStrange(string[] args) => args is [var first, ..]
        && (first is "--help" or "-h" or "-?" || !(first.StartsWith('-') || first.StartsWith('/') || first.Contains('=')));

    public static async Task<int> Explain(string[] args)
    {
        if (args[0].StartsWith('-'))
        {
            await Console.Out.WriteLineAsync(Usage);
            return 0;
        }

        await Console.Error.WriteLineAsync($"There is no {args[0]}.\n{Usage}");
        return WrongUse;
    }
}
