using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Incoming;

namespace AsyncBot.Bot.Slack.Setup;

/// <summary>Looks at everything that must be right for Slack to work, a line each; beside what is wrong stands how to mend it.</summary>
public sealed class SlackDoctor(HttpClient http, TimeProvider time)
{
    private const string AppPages = "https://api.slack.com/apps";

    /// <summary>Slack's requests are refused beyond five minutes, on either side.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan NotableSkew = TimeSpan.FromSeconds(60);

    /// <summary>Slack's have 32 characters; an emulator's may have fewer.</summary>
    private const int ShortestSecret = 16;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <returns>0 when nothing is wrong.</returns>
    public async Task<int> Check(IConfiguration configuration, TextWriter output)
    {
        var isWell = true;
        await foreach (var finding in Findings(configuration))
        {
            isWell &= finding.Mark != Mark.Wrong;
            var sign = finding.Mark switch { Mark.Right => "✔", Mark.Notable => "!", _ => "✘" };
            var fix = finding.Fix is null ? "" : $" → {finding.Fix}";
            await output.WriteLineAsync($"{sign} {finding.What}{fix}");
        }

        return isWell ? 0 : 1;
    }

    private async IAsyncEnumerable<Finding> Findings(IConfiguration configuration)
    {
        var (options, finding) = Read(configuration);
        yield return finding;
        if (options is null)
            yield break;

        var probe = new SlackProbe(http, options);
        var test = await probe.Call(SlackMethods.AuthTest.Name, options.BotToken);
        yield return Token(test, options);
        if (test.IsOk)
            yield return Scopes(test);
        if (test.Body is not null)
            yield return Skew(test);
        yield return Signing(options);
        yield return options.AppToken is { } app ? await Socket(probe, app) : PublicAddress();
    }

    private static (SlackOptions? Options, Finding Finding) Read(IConfiguration configuration)
    {
        try
        {
            var options = SlackOptions.Read(configuration);
            return options is not null
                ? (options, new Finding(Mark.Right, "The settings are there and well-formed."))
                : (null, new Finding(
                    Mark.Wrong,
                    "Slack is not configured.",
                    "set Slack:BotToken, and Slack:AppToken or Slack:SigningSecret; README, section Slack, says where they come from"));
        }
        catch (ConfigurationException wrong)
        {
            return (null, new Finding(Mark.Wrong, wrong.Message));
        }
    }

    private static Finding Token(Probed test, SlackOptions options)
    {
        if (test.IsOk && test.Text("team_id") is null)
        {
            return new Finding(
                Mark.Wrong,
                $"What answers at {options.ApiBaseUrl} is not Slack: it does not say whose token this is.",
                "leave Slack:ApiBaseUrl out, unless it is an emulator's");
        }

        if (test.IsOk)
        {
            var app = test.Text("app_id") is { } id ? $", app {id}" : "";
            var team = $"{test.Text("team")} ({test.Text("team_id")})";
            return new Finding(Mark.Right, $"The bot's token works: {team}, bot {test.Text("user")} ({test.Text("user_id")}){app}.");
        }

        if (IsBusy(test))
            return Busy;
        return test.Body is null
            ? new Finding(Mark.Wrong, $"Slack does not answer at {options.ApiBaseUrl}: {test.Error}.", "let this machine reach it " + ByHttps)
            : new Finding(
                Mark.Wrong,
                $"Slack refuses the bot's token: {test.Error}.",
                $"copy the Bot User OAuth Token anew from {AppPages}, OAuth & Permissions, into Slack:BotToken");
    }

    private const string ByHttps = "by https, through a proxy if need be (HTTPS_PROXY)";
    private static Finding Busy { get; } = new(Mark.Wrong, "Slack asks to be left alone for a while, so this could not be checked.", "try again in a minute");

    private static bool IsBusy(Probed test) => test.Error is "ratelimited" or "rate_limited";

    private static Finding Scopes(Probed test)
    {
        if (test.Scopes is not { } granted)
            return new Finding(Mark.Notable, "Slack did not say what the token may do, so that could not be checked.");
        string[] missing = [.. Manifest.Scopes.Except(granted)];
        return missing.Length == 0
            ? new Finding(Mark.Right, "The app may do all that it needs.")
            : new Finding(
                Mark.Wrong,
                $"The app lacks {string.Join(", ", missing)}.",
                $"paste the manifest of this version at {AppPages}, App Manifest, then reinstall the app to the workspace");
    }

    private Finding Skew(Probed test)
    {
        if (test.Date is not { } date)
            return new Finding(Mark.Notable, "Slack did not say what time it is, so the clock could not be checked.");
        var skew = (time.GetUtcNow() - date).Duration();
        var clock = string.Create(CultureInfo.InvariantCulture, $"This machine's clock is {Math.Floor(skew / Second):0} s apart from Slack's");
        const string fix = "set the clock, by NTP for example";
        if (skew > MostSkew)
            return new Finding(Mark.Wrong, $"{clock}, so requests from Slack would be refused.", fix);
        if (skew > NotableSkew)
            return new Finding(Mark.Notable, $"{clock}; from {MostSkew / Second:0} s on, requests from Slack would be refused.", fix);
        return new Finding(Mark.Right, "This machine's clock agrees with Slack's.");
    }

    /// <summary>A secret that is no key would refuse everything or, worse, nothing.</summary>
    private Finding Signing(SlackOptions options)
    {
        if (options.SigningSecrets.Count == 0)
            return new Finding(Mark.Right, "There is no signing secret, and Socket Mode needs none.");
        var now = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var isTold = options.SigningSecrets.All(secret =>
            Verdict(secret, now, secret) == SignatureVerdict.Right && Verdict(secret, now, secret + "x") == SignatureVerdict.Wrong);
        if (options.SigningSecrets.Any(secret => !IsLikely(secret)))
        {
            return new Finding(
                Mark.Wrong,
                "The signing secret does not look like one: Slack's have 32 letters and digits.",
                $"copy it from {AppPages}, Basic Information, into Slack:SigningSecret");
        }

        return isTold
            ? new Finding(Mark.Right, "The signing secret tells signed requests from forged ones.")
            : new Finding(
                Mark.Wrong,
                "The signing secret does not tell signed requests from forged ones.",
                $"copy it anew from {AppPages}, Basic Information, into Slack:SigningSecret");
    }

    private static bool IsLikely(string secret) => secret.Length >= ShortestSecret
        && !secret.StartsWith("xox", StringComparison.Ordinal)
        && !secret.StartsWith("xapp", StringComparison.Ordinal);
    /// <summary>What the bot thinks of a request that somebody with another secret, or the same, signed.</summary>
    private SignatureVerdict Verdict(string secret, string now, string signedWith)
    {
        const string content = "command=%2Fidea&text=list";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(signedWith), Encoding.UTF8.GetBytes($"v0:{now}:{content}"));
        return new SlackSignature([secret], time).Check(now, "v0=" + Convert.ToHexStringLower(signature), SlackBody.Of(Encoding.UTF8.GetBytes(content)));
    }

    private static async Task<Finding> Socket(SlackProbe probe, string appToken)
    {
        var opened = await probe.Call(SlackMethods.OpenConnection.Name, appToken);
        if (IsBusy(opened))
            return Busy;
        if (opened.Body is null)
            return new Finding(Mark.Wrong, $"Slack opens no socket: {opened.Error}.", "let this machine reach Slack " + ByHttps);
        if (!opened.IsOk || opened.Text("url") is not { } url)
        {
            return new Finding(
                Mark.Wrong,
                $"Slack opens no socket: {opened.Error}.",
                $"turn Socket Mode on at {AppPages}, and put an app-level token with connections:write into Slack:AppToken");
        }
        return await probe.IsGreeted(url)
            ? new Finding(Mark.Right, "Socket Mode works: Slack said hello.")
            : new Finding(Mark.Wrong, "Slack opened a socket and did not say hello on it.", "let this machine open WebSockets to wss://*.slack.com");
    }

    private static Finding PublicAddress() => new(Mark.Notable,
        $"Without Socket Mode, Slack must reach {SlackAddresses.Events}, {SlackAddresses.Commands} and {SlackAddresses.Interactions} of this bot "
            + "by https; that can't be seen from here.",
        $"slack manifest --public-url {PublicUrl.Example} names them for the app");

    private enum Mark
    {
        Right,
        Notable,
        Wrong,
    }

    private sealed record Finding(Mark Mark, string What, string? Fix = null);
}
