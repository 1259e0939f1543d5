using System.Text;
using AsyncBot.Bot.Hosting;
using AsyncBot.Core.Commands;

namespace AsyncBot.Bot.Slack.Setup;

/// <summary>
/// <c>slack manifest</c> prints what to paste when the Slack app is made; <c>slack check</c> says what of the set-up works, and how to mend the rest.
/// </summary>
public static class SlackCommandLine
{
    public const string Verb = "slack";

    private const string PublicUrlOption = "--public-url";
    private const int WrongUse = 2;
    private const string Try = "Try: dotnet run --project Bot -- slack manifest";

    public static async Task<int> Run(string[] args, IConfiguration configuration, CommandCatalog commands)
    {
        Console.OutputEncoding = Encoding.UTF8;
        return await Run(args, configuration, commands, Console.Out, Console.Error);
    }

    /// <param name="args">With the verb; settings such as <c>--Slack:BotToken=…</c> may be among them.</param>
    /// <returns>0 when all is well, 1 when something is wrong with the set-up, 2 for wrong use.</returns>
    public static async Task<int> Run(string[] args, IConfiguration configuration, CommandCatalog commands, TextWriter output, TextWriter error)
    {
        string[] words = [.. args.Skip(1).Where(arg => !IsSetting(arg))];
        switch (words)
        {
            case ["manifest"]:
                return await Print(null, configuration, commands, output, error);
            case ["manifest", PublicUrlOption, var url]:
                return await PrintFor(url, configuration, commands, output, error);
            case ["manifest", var option] when option.StartsWith(PublicUrlOption + "=", StringComparison.Ordinal):
                return await PrintFor(option[(PublicUrlOption.Length + 1)..], configuration, commands, output, error);
            case ["manifest", PublicUrlOption]:
                return await PrintFor("", configuration, commands, output, error);
            case ["check"]:
                using (var http = SlackProbe.Connect())
                    return await new SlackDoctor(http, TimeProvider.System).Check(configuration, output);
            default:
                await error.WriteLineAsync($"There is slack manifest and slack check. {Try}");
                return WrongUse;
        }
    }

    private static async Task<int> PrintFor(string url, IConfiguration configuration, CommandCatalog commands, TextWriter output, TextWriter error)
    {
        if (PublicUrl.Read(url) is { } publicUrl)
            return await Print(publicUrl, configuration, commands, output, error);
        await error.WriteLineAsync($"{PublicUrlOption} takes the https address under which Slack reaches the bot. {Try} {PublicUrlOption} {PublicUrl.Example}");
        return WrongUse;
    }

    private static async Task<int> Print(Uri? publicUrl, IConfiguration configuration, CommandCatalog commands, TextWriter output, TextWriter error)
    {
        try
        {
            await output.WriteLineAsync(Manifest.Write(commands, SlackOptions.CommandNamesOf(configuration), publicUrl));
            return 0;
        }
        catch (ConfigurationException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    /// <summary>Whether it is for the configuration, such as <c>--Slack:BotToken=…</c>.</summary>
    private static bool IsSetting(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal) && arg.Contains('=') && !arg.StartsWith(PublicUrlOption, StringComparison.Ordinal);
}
