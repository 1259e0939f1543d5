using AsyncBot.Bot.Hosting;

namespace AsyncBot.Bot.Slack;

/// <summary>How the bot reaches a Slack workspace and knows what truly comes from it, checked at start.</summary>
/// <param name="ApiBaseUrl">Ends in a slash; https, or http on this machine.</param>
/// <param name="SigningSecrets">The current one first; the others are still accepted while a secret is being replaced.</param>
/// <param name="AppToken">Set for Socket Mode, which needs no public address.</param>
/// <param name="CommandNames">Slash commands of another name by noun, <c>idea</c> to <c>/ideas</c>; empty where a noun gets none.</param>
public sealed record SlackOptions(
    Uri ApiBaseUrl, string BotToken, IReadOnlyList<string> SigningSecrets, string? AppToken, IReadOnlyDictionary<string, string> CommandNames)
{
    private const string Token = "Slack:BotToken";
    private const string Signing = "Slack:SigningSecret";
    private const string App = "Slack:AppToken";
    private const string Base = "Slack:ApiBaseUrl";
    private const string Commands = "Slack:Commands";
    private const string Slack = "https://slack.com/api/";
    private const int LongestCommand = 32;

    private static readonly char[] Separators = [',', ' ', '\n', '\r', '\t'];

    /// <returns>Null where Slack is not configured.</returns>
    /// <exception cref="ConfigurationException">Something is missing or can't be used; the message names the key and the fix, and never a secret.</exception>
    public static SlackOptions? Read(IConfiguration configuration)
    {
        var token = Secrets.Read(configuration, Token);
        var signing = Secrets.Read(configuration, Signing);
        var app = Secrets.Read(configuration, App);
        if (token is null && signing is null && app is null)
            return null;
        const string copyToken = "copy the Bot User OAuth Token from your Slack app's page OAuth & Permissions";
        if (token is null)
            throw new ConfigurationException($"{Token} is missing: {copyToken}; it begins with xoxb-.");
        var address = BaseOf(configuration[Base]);
        RefuseOther(
            Token,
            token,
            address.IsLoopback ? "" : "xoxb-",
            $"{copyToken}; with token rotation turned on it would expire, so leave that off");
        if (app is not null)
        {
            RefuseOther(
                App,
                app,
                address.IsLoopback ? "" : "xapp-",
                "make an app-level token with the scope connections:write on your Slack app's page Basic Information");
        }
        string[] secrets = signing?.Split(Separators, StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (secrets.Length == 0 && signing is not null)
            throw new ConfigurationException($"{Signing} is empty: copy the Signing Secret from your Slack app's page Basic Information.");
        if (secrets.Length == 0 && app is null)
        {
            throw new ConfigurationException($"{Signing} and {App} are both missing, so nothing from Slack could reach the bot: "
                + $"set {Signing} if Slack can call the bot's address, or {App} for Socket Mode.");
        }
        return new SlackOptions(address, token, secrets, app, CommandNamesOf(configuration));
    }

    /// <summary>Without the secrets, because records end up in logs.</summary>
    public override string ToString() => $"{nameof(SlackOptions)} {{ {nameof(ApiBaseUrl)} = {ApiBaseUrl} }}";

    /// <summary>A token goes into a header, so it holds letters, digits and dashes only.</summary>
    /// <param name="prefix">Empty where an emulator stands in for Slack, whose tokens may look otherwise.</param>
    private static void RefuseOther(string key, string token, string prefix, string fix)
    {
        if (!token.StartsWith(prefix, StringComparison.Ordinal) || token.Length == prefix.Length)
            throw new ConfigurationException($"{key} does not begin with {prefix}: {fix}.");
        if (!token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
            throw new ConfigurationException($"{key} has characters that no token has, quotes or a line break perhaps: {fix}.");
    }

    private static Uri BaseOf(string? setting)
    {
        var address = string.IsNullOrWhiteSpace(setting) ? Slack : setting.Trim();
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
            throw new ConfigurationException($"{Base} is no address that can be used: leave it out for {Slack}.");
        if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && Listening.IsLoopback(url.Host)))
        {
            throw new ConfigurationException($"{Base} is {url}, and the bot's token may only travel over https: "
                + $"leave it out for {Slack}, or use http for an emulator on this machine.");
        }
        return url.AbsolutePath.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");
    }

    /// <summary>The slash commands that are called otherwise, which can be told before there is a token.</summary>
    /// <exception cref="ConfigurationException">A name is none that Slack takes.</exception>
    public static IReadOnlyDictionary<string, string> CommandNamesOf(IConfiguration configuration)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in configuration.GetSection(Commands).GetChildren())
        {
            var name = setting.Value?.Trim() ?? "";
            if (name.Length > 0 && !IsCommand(name))
            {
                throw new ConfigurationException($"{Commands}:{setting.Key} is {name}: set it to a slash and a word in lower case, "
                    + $"/{setting.Key}s for example, or to nothing to leave that command out.");
            }
            names[setting.Key] = name;
        }

        if (names.Values.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ConfigurationException($"{Commands} gives the name {twice.Key} to more than one command: give each its own.");
        return names;
    }

    private static bool IsCommand(string name) =>
        name.Length is > 1 and <= LongestCommand
        && name[0] == '/'
        && name.Skip(1).All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');
}
