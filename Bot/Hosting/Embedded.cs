namespace AsyncBot.Bot.Hosting;

/// <summary>Files that lie inside the program, so that they are there wherever it is started from.</summary>
public static class Embedded
{
    private const string Look = "look.css";

    /// <summary>A file by its name.</summary>
    public static byte[] File(string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not inside the program: list it as an EmbeddedResource in Bot.csproj.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>A page's style, behind what all pages have in common.</summary>
    public static byte[] Style(string name) => [.. File(Look), .. File(name)];
}
