using System.Globalization;
using Serilog.Events;

namespace AsyncBot.Bot.Hosting;

/// <summary>Everything that can be configured, checked at start: what is wrong is said with its key and the fix.</summary>
/// <param name="HasPlayground">On by itself only where there is no other platform.</param>
public sealed record BotOptions(string StoragePath, int CommandsPerMinute, IReadOnlySet<string> Admins, bool HasPlayground)
{
    /// <summary>What is less important is not logged.</summary>
    public LogEventLevel LogLevel { get; init; } = LogEventLevel.Information;

    /// <summary>Under which address other machines reach the bot; null where they don't, or nobody said.</summary>
    public Uri? PublicUrl { get; init; }

    /// <param name="hasPlatform">Whether people can reach the bot in a real chat.</param>
    /// <exception cref="ConfigurationException">A value can't be used.</exception>
    public static BotOptions Read(IConfiguration configuration, bool hasPlatform = false)
    {
        var provider = configuration["Storage:Provider"] ?? "LiteDb";
        if (!provider.Equals("LiteDb", StringComparison.OrdinalIgnoreCase))
            throw new ConfigurationException($"Storage:Provider is {provider}, and this version knows only LiteDb: set Storage:Provider to LiteDb.");
        var path = configuration["Storage:Path"];
        if (string.IsNullOrWhiteSpace(path))
            throw new ConfigurationException("Storage:Path is empty: set it to a file, for example data/asyncbot.db.");
        var limit = configuration["Limits:CommandsPerMinute"];
        if (!int.TryParse(limit ?? "60", NumberStyles.None, CultureInfo.InvariantCulture, out var perMinute))
        {
            throw new ConfigurationException(
                $"Limits:CommandsPerMinute is {limit}: set it to a whole number, 60 for example, or to 0 for no limit.");
        }
        var hasPlayground = Flag(configuration, "Playground:Enabled", !hasPlatform);
        if (!hasPlayground && !hasPlatform)
        {
            throw new ConfigurationException(
                "Playground:Enabled is false and no chat platform is configured, so nobody could reach the bot: "
                + "set Playground:Enabled to true, or Slack:BotToken and Slack:AppToken.");
        }
        if (hasPlayground)
            RefuseRemotePlayground(configuration);
        var admins = (configuration["Security:Admins"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return new BotOptions(path, perMinute, admins.ToHashSet(), hasPlayground) 
        {
            LogLevel = Level(configuration),
            PublicUrl = PublicUrlOf(configuration),
        };
    }

    /// <summary>The playground lets anybody be anybody, so it listens to this machine only.</summary>
    private static void RefuseRemotePlayground(IConfiguration configuration)
    {
        var allowsRemote = Flag(configuration, "Playground:AllowRemote", false);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        string[] addresses = [.. (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries), .. endpoints];
        var ports = $"{configuration["http_ports"]};{configuration["https_ports"]}".Split(';', StringSplitOptions.RemoveEmptyEntries);
        if (addresses.Length == 0 && ports.Length > 0)
            addresses = ["http://*"];
        foreach (var address in addresses)
        {
            if (!Listening.IsLoopback(HostOf(address)) && !allowsRemote)
            {
                throw new ConfigurationException(
                    $"Urls has {address}, and the playground lets anybody act as anybody: "
                    + "use http://127.0.0.1:5000, or set Playground:AllowRemote to true if that is what you want.");
            }
        }
    }

    private static string HostOf(string address)
    {
        try
        {
            return BindingAddress.Parse(address).Host;
        }
        catch (FormatException)
        {
            throw new ConfigurationException($"Urls has {address}, which is no address: use http://127.0.0.1:5000.");
        }
    }

    private static Uri? PublicUrlOf(IConfiguration configuration)
    {
        var value = configuration["PublicUrl"];
        if (string.IsNullOrWhiteSpace(value))
            return null;
        return Hosting.PublicUrl.Read(value) ?? throw new ConfigurationException(
            $"PublicUrl is {value}: set it to the https address under which others reach the bot, for example {Hosting.PublicUrl.Example}.");
    }

    private static LogEventLevel Level(IConfiguration configuration)
    {
        var value = configuration["Logging:Level"];
        if (string.IsNullOrEmpty(value))
            return LogEventLevel.Information;
        var isLevel = Enum.TryParse<LogEventLevel>(value, ignoreCase: true, out var level) && value.All(char.IsAsciiLetter);
        return isLevel && level is >= LogEventLevel.Debug and <= LogEventLevel.Error
            ? level
            : throw new ConfigurationException($"Logging:Level is {value}: set it to Debug, Information, Warning or Error.");
    }

    private static bool Flag(IConfiguration configuration, string key, bool otherwise)
    {
        var value = configuration[key];
        if (string.IsNullOrEmpty(value))
            return otherwise;
        return bool.TryParse(value, out var flag) ? flag : throw new ConfigurationException($"{key} is {value}: set it to true or false.");
    }
}

/// <summary>A start that was refused, with what to change.</summary>
public sealed class ConfigurationException(string message) : Exception(message);
