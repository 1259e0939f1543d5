namespace AsyncBot.Bot.Hosting;

/// <summary>
/// Reads what nobody else may know from a setting, or from the file that the same setting with <c>_FILE</c> names, as container platforms mount it.
/// </summary>
public static class Secrets
{
    private const string File = "_FILE";
    private const int LargestFile = 64 * 1024;

    /// <returns>Null where neither the setting nor its file is named.</returns>
    /// <exception cref="ConfigurationException">It is named and empty, named twice, or its file can't be read. The message never holds the secret.</exception>
    public static string? Read(IConfiguration configuration, string key)
    {
        var value = configuration[key];
        var file = configuration[key + File];
        if (value is not null && file is not null)
            throw new ConfigurationException($"{key} and {key}{File} are both set: keep only one of them.");
        if (value is null && file is null)
            return null;
        var secret = (value ?? Content(key + File, file!)).Trim();
        if (secret.Length > 0)
            return secret;
        throw new ConfigurationException(value is not null
            ? $"{key} is empty: set it to the value that the platform shows, or leave it out."
            : $"{key}{File} names a file that is empty: write the value that the platform shows into it.");
    }

    private static string Content(string key, string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new ConfigurationException($"{key} is empty: set it to the path of a file, or leave it out.");
        try
        {
            var file = new FileInfo(path);
            return file.Length <= LargestFile ? System.IO.File.ReadAllText(path)
                : throw new ConfigurationException($"{key} names {path}, which is too large for a secret: name a file that holds nothing else.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ConfigurationException(
                $"{key} names {path}, which can't be read ({error.GetType().Name}): name a file that exists and that the bot may read.");
        }
    }
}
